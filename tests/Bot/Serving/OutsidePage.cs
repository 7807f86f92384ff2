using System.Text.Json.Nodes;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Serving;

/// <summary>A chat on a page, with the product in a process of its own.</summary>
/// <param name="Http">Makes the requests.</param>
/// <param name="Address">Where the product is; after a start it may be elsewhere.</param>
/// <param name="Token">The page's token.</param>
/// <param name="Conversation">The id of the conversation.</param>
internal sealed record OutsidePage(HttpClient Http, string Address, string Token, string Conversation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Begins a conversation, as a page does.</summary>
    public static async Task<OutsidePage> OpenAsync(HttpClient http, string address, JsonObject wishes)
    {
        var issued = await PostAsync(http, address + "/chat/token", null, wishes);
        var page = new OutsidePage(http, address, issued.Text("token"), issued.Text("conversationId"));
        await PostAsync(http, address + "/v3/directline/conversations", page.Token, []);
        return page;
    }

    /// <summary>Says something.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SayAsync(string text, string ownId) =>
        (await PostAsync(Http, Activities, Token, new() { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = ownId } })).Text("id");

    /// <summary>Polls until an activity has been answered.</summary>
    /// <returns>What came since the watermark.</returns>
    public async Task<Answer> AnsweredAsync(string id, string watermark = "")
    {
        var since = RealTime.Clock.GetTimestamp();
        while (true)
        {
            var answer = await SendAsync(Http, HttpMethod.Get, $"{Activities}?watermark={watermark}", Token, null);
            if (answer.Json!["activities"]!.AsArray().Any(activity => activity!["replyToId"]?.GetValue<string>() == id)) return answer;
            Assert.True(RealTime.Clock.GetElapsedTime(since) < Patience, $"'{id}' is not answered.");
        }
    }

    private string Activities => $"{Address}/v3/directline/conversations/{Conversation}/activities";

    private static Task<Answer> PostAsync(HttpClient http, string url, string? token, JsonObject body) =>
        SendAsync(http, HttpMethod.Post, url, token, new StringContent(body.ToJsonString(), null, "application/json"));

    private static async Task<Answer> SendAsync(HttpClient http, HttpMethod method, string url, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.TryAddWithoutValidation("Origin", new Uri(url).GetLeftPart(UriPartial.Authority));
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
