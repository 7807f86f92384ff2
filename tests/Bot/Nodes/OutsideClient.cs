using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Nodes;

/// <summary>A customer's page, or a person at the desk, at one address: of a node, or of the proxy before all of them.</summary>
/// <param name="http">Makes the requests.</param>
/// <param name="url">The address.</param>
/// <param name="cookie">What signs a person in at the desk; empty for customers.</param>
internal sealed class OutsideClient(HttpClient http, string url, string cookie = "")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Signs up with an invitation.</summary>
    /// <returns>The cookie of the session.</returns>
    public async Task<string> AcceptAsync(string link)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"/desk/api/invite/{link[(link.LastIndexOf('/') + 1)..]}", new JsonObject { ["name"] = "Ann Lee", ["password"] = "a quiet morning at sea" }, DeskHeaders);
        var set = answer.Headers.GetValues("Set-Cookie").Single();
        return set[..set.IndexOf(';', StringComparison.Ordinal)];
    }

    /// <summary>A command of the person at the desk; it is sent until it is taken, for the customer's complaint may still be under way, or a node just have died.</summary>
    public async Task CommandAsync(string conversation, string what, string? text)
    {
        var body = new JsonObject { ["id"] = $"{what} {text}", ["command"] = text is null ? new JsonObject { ["do"] = what } : new JsonObject { ["do"] = what, ["text"] = text } };
        var path = $"/desk/api/chats/directline-default/{Uri.EscapeDataString(conversation)}/commands";
        await InsistAsync(what, () => Request(HttpMethod.Post, path, body, DeskHeaders));
    }

    /// <summary>What a customer says, said again until it was taken.</summary>
    public Task SayAsync(string conversation, string text) =>
        InsistAsync(text, () => Request(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", Message(text), Secret));

    public async Task<JsonNode> PostAsync(string path, JsonObject body) => await JsonAsync(HttpMethod.Post, path, body);

    public async Task<JsonNode> GetAsync(string path) => await JsonAsync(HttpMethod.Get, path, null);

    /// <summary>Opens a stream again where it ended, tried until it is open.</summary>
    public async Task<ClientWebSocket> ReopenAsync(string conversation, string watermark)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100), RealTime.Clock);
        while (true)
        {
            try
            {
                var again = await GetAsync($"/v3/directline/conversations/{conversation}?watermark={watermark}");
                return await OpenAsync(again["streamUrl"]!.GetValue<string>());
            }
            catch (Exception failure) when (failure is HttpRequestException or WebSocketException && RealTime.Clock.GetElapsedTime(since) < Patience)
            {
                await pulse.WaitForNextTickAsync();
            }
        }
    }

    public static async Task<ClientWebSocket> OpenAsync(string stream)
    {
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri(stream), default);
        return socket;
    }

    private static (string Name, string Value)[] Secret => [("Authorization", $"Bearer {NodeProcess.Secret}")];

    private (string Name, string Value)[] DeskHeaders => [("X-Desk", "1"), ("Origin", url), .. cookie.Length > 0 ? [("Cookie", cookie)] : Array.Empty<(string, string)>()];

    private static JsonObject Message(string text) =>
        new() { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "u-1" }, ["channelData"] = new JsonObject { ["clientActivityID"] = text } };

    private async Task InsistAsync(string what, Func<HttpRequestMessage> ask)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100), RealTime.Clock);
        while (true)
        {
            using var request = ask();
            try
            {
                using var answer = await http.SendAsync(request);
                if (answer.IsSuccessStatusCode) return;
                Assert.True(RealTime.Clock.GetElapsedTime(since) < Patience, $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException) when (RealTime.Clock.GetElapsedTime(since) < Patience)
            {
                // The node died while it answered.
            }

            await pulse.WaitForNextTickAsync();
        }
    }

    private async Task<JsonNode> JsonAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var answer = await SendAsync(method, path, body, Secret);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject? body, (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, body, headers);
        var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? answer : throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private HttpRequestMessage Request(HttpMethod method, string path, JsonObject? body, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, url + path) { Content = body is null ? null : new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
