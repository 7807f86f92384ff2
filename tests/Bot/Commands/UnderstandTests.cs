using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Commands;

public sealed class UnderstandTests
{
    [Fact]
    public async Task Lines_are_answered_in_order_with_the_text_first()
    {
        string[] texts = ["汤是凉的", "My order never came", "{ this is no JSON, but a message", "[1, 2]", "收您好，谢谢", "\"quoted\"", "{\"note\":\"no text in it\"}", "a\tb", "😀😀"];

        var answers = await Understand(["understand"], texts);

        Assert.Equal(texts, answers.Select(answer => (string?)answer["text"]));
        Assert.All(answers, answer => Assert.Equal("text", answer.AsObject().First().Key));
        Assert.All(answers, answer => Assert.All(
            (string[])["language", "sentiment", "scores", "anger", "flags", "intents", "playbook", "category", "confidence", "heads", "triggers", "facts", "score"],
            name => Assert.True(answer.AsObject().ContainsKey(name), name)));
    }

    [Theory]
    [InlineData("understand", "汤是凉的")]
    [InlineData("recognize", """{"type":"number","input":"退三百"}""")]
    public async Task Each_line_is_answered_before_the_next_is_written(string command, string line)
    {
        using var product = Product.Start(Product.English, command);
        for (var i = 0; i < 2; i++)
        {
            await product.SayAsync(line);
            await product.UntilAsync("\n");
        }
    }

    [Fact]
    public async Task A_JSON_line_brings_its_own_playbook_question_and_time()
    {
        var answers = await Understand(
            ["understand", "--playbook", "retail"],
            """{"text":"昨天买的","now":"2026-01-01T08:00:00+08:00"}""",
            """{"text":"昨天的包裹没到","playbook":"logistics","now":"2026-06-10T08:00:00+08:00"}""",
            """{"text":"五分","question":"satisfaction"}""",
            """{"text":"half \ud83d character"}""",
            """{"text":"x","playbook":"no-such"}""",
            """{"text":"yesterday","now":"0001-01-01T00:00:00Z"}""",
            "plain");

        Assert.Equal(7, answers.Count);
        Assert.Equal("2025-12-31", Fact(answers[0], "happened_at"));
        Assert.Equal("retail", (string?)answers[0]["playbook"]);
        Assert.Equal("2026-06-09", Fact(answers[1], "happened_at"));
        Assert.Equal("logistics", (string?)answers[1]["playbook"]);
        Assert.Equal(5, (int?)answers[2]["score"]);
        Assert.Equal("half \uFFFD character", (string?)answers[3]["text"]);
        Assert.Equal(["text", "error"], answers[4].AsObject().Select(member => member.Key));
        Assert.Equal("yesterday", (string?)answers[5]["text"]);
        Assert.Equal("plain", (string?)answers[6]["text"]);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_a_message_like_any_other()
    {
        var chinese = string.Concat(Enumerable.Repeat("这家店的服务员态度很差。", 834))[..10_000];
        var noise = new string('字', 10_000);

        var answers = await Understand(["understand"], chinese, noise, JsonSerializer.Serialize(new Dictionary<string, string> { ["text"] = chinese }));

        Assert.Equal([chinese, noise, chinese], answers.Select(answer => (string?)answer["text"]));
    }

    [Fact]
    public async Task An_unknown_playbook_is_told_with_those_that_are_there()
    {
        var run = await Product.RunAsync(["understand", "--playbook", "no-such"], "x");

        Assert.Equal(1, run.Code);
        Assert.Contains("no-such", run.Errors, StringComparison.Ordinal);
        Assert.Contains("catering", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private static string? Fact(JsonNode answer, string name) => (string?)answer["facts"]!.AsArray().First(fact => (string?)fact!["name"] == name)!["value"];

    private static async Task<List<JsonNode>> Understand(string[] arguments, params string[] lines) =>
        [.. (await Product.RunAsync(arguments, lines)).Well().Lines.Select(line => JsonNode.Parse(line)!)];
}
