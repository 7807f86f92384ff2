using System.Diagnostics;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Commands;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Serving.Watching;

/// <summary>What the product writes to its log while a whole complaint is held: which turns there were, and nothing of what was said.</summary>
public sealed class LogTests : IDisposable
{
    private static readonly string[] Complaint =
    [
        "上周六在北门店买的电饭煲插上电就冒烟，差点烫到我！", "我姓欧阳，叫欧阳慕白，电话13812345678，邮箱 muyang.bai@mail.example", "小票号 LM-3302，卡号 4111 1111 1111 1111", "叫你们经理来！转人工！", "人工！！",
    ];

    private static readonly string[] Personal = ["欧阳", "慕白", "13812345678", "muyang", "4111", "LM-3302", "电饭煲", "转人工"];

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_whole_complaint_leaves_the_ids_of_its_turns_in_the_log_and_no_word_of_the_customer()
    {
        using var product = Product.Start(
            Product.Chinese, [("Telemetry__Log", "json"), ("DirectLine__PauseMilliseconds", "0"), ("Limits__RequestsPerMinute", "1000000")], "serve", "--urls", "http://127.0.0.1:0", "--data", folder.File("data"), "--playbook", "retail");
        var address = "http://" + (await product.UntilAsync("Ctrl")).Split("http://")[1].Split('\n')[0].Trim();
        var issued = await PostAsync(address, "/chat/token", null, """{"locale":"zh-Hans"}""");
        var (token, conversation) = (issued.Text("token"), issued.Text("conversationId"));
        await PostAsync(address, "/v3/directline/conversations", token, "{}");
        foreach (var line in Complaint) await SayAsync(address, conversation, token, line);
        using (var stop = Process.Start("kill", ["-TERM", $"{product.Id}"])) await stop.WaitForExitAsync();

        var log = (await product.RestAsync()).Errors;

        foreach (var one in Personal) Assert.DoesNotContain(one, log, StringComparison.Ordinal);
        var turns = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line) ?? throw new InvalidDataException(line)).Where(line => line["EventId"]!.GetValue<int>() == 2100).Select(line => line["State"]!).ToList();
        Assert.Equal(Enumerable.Range(1, turns.Count), turns.Select(turn => turn["Turn"]!.GetValue<int>()));
        Assert.True(turns.Count > Complaint.Length, $"Only {turns.Count} turns.");
        Assert.All(turns, turn => Assert.Equal(conversation, turn["Conversation"]!.GetValue<string>()));
        Assert.StartsWith("C-", turns[^1]["CaseNumber"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("waiting", turns[^1]["Owner"]!.GetValue<string>());
    }

    /// <summary>Says something, and waits until it has been answered.</summary>
    private async Task SayAsync(string address, string conversation, string token, string text)
    {
        var said = await PostAsync(address, $"/v3/directline/conversations/{conversation}/activities", token, new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString());
        var id = said.Text("id");
        var since = RealTime.Clock.GetTimestamp();
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/v3/directline/conversations/{conversation}/activities");
            request.Headers.Authorization = new("Bearer", token);
            using var response = await http.SendAsync(request);
            var all = (await Answer.OfAsync(response)).Json!["activities"]!.AsArray();
            if (all.Any(activity => activity!["replyToId"]?.GetValue<string>() == id)) return;
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), $"'{text}' is not answered.");
        }
    }

    private async Task<Answer> PostAsync(string address, string path, string? token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address + path) { Content = new StringContent(body, null, "application/json") };
        request.Headers.TryAddWithoutValidation("Origin", address);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
