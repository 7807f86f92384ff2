using System.Text.Json.Nodes;
using ComplaintBot.Tests.Commands;
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
        var page = await OutsidePage.OpenAsync(http, Product.AddressOf(await product.UntilAsync("Ctrl")), new() { ["locale"] = "zh-Hans" });
        foreach (var line in Complaint) await page.AnsweredAsync(await page.SayAsync(line, line));
        await product.SignalAsync("TERM");

        var log = (await product.RestAsync()).Errors;

        foreach (var one in Personal) Assert.DoesNotContain(one, log, StringComparison.Ordinal);
        var turns = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line) ?? throw new InvalidDataException(line)).Where(line => line["EventId"]!.GetValue<int>() == 2100).Select(line => line["State"]!).ToList();
        Assert.Equal(Enumerable.Range(1, turns.Count), turns.Select(turn => turn["Turn"]!.GetValue<int>()));
        Assert.True(turns.Count > Complaint.Length, $"Only {turns.Count} turns.");
        Assert.All(turns, turn => Assert.Equal(page.Conversation, turn["Conversation"]!.GetValue<string>()));
        Assert.StartsWith("C-", turns[^1]["CaseNumber"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("waiting", turns[^1]["Owner"]!.GetValue<string>());
    }
}
