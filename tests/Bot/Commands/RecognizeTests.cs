using System.Text.Json;
using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Commands;

public sealed class RecognizeTests
{
    [Fact]
    public async Task Each_line_is_answered_in_its_order_with_what_was_found()
    {
        var lines = await Answers("""
            {"type":"number","input":"退三百","reference_time":null}
            {"type":"datetime","input":"昨天","reference_time":"2026-11-20T16:00:00"}
            {"type":"boolean","input":"好的"}
            """);

        Assert.Equal(["退三百", "昨天", "好的"], lines.Select(line => line.GetProperty("input").GetString()));
        var number = Assert.Single(lines[0].GetProperty("results").EnumerateArray());
        Assert.Equal(("三百", 1, 2, "number", "300"), (number.GetProperty("text").GetString(), number.GetProperty("start").GetInt32(), number.GetProperty("end").GetInt32(), number.GetProperty("type").GetString(), number.GetProperty("resolution").GetProperty("value").GetString()));
        Assert.Equal("2026-11-19", lines[1].GetProperty("results")[0].GetProperty("resolution").GetProperty("values")[0].GetProperty("value").GetString());
        Assert.True(lines[2].GetProperty("results")[0].GetProperty("resolution").GetProperty("value").GetBoolean());
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_does_not_stop_the_others()
    {
        var lines = await Answers("""
            {"type":"colour","input":"red"}
            {"type":"number"}
            not json
            {"type":"phone","input":"13812345678"}
            """);

        Assert.All(lines.Take(3), line => Assert.True(line.TryGetProperty("error", out _)));
        Assert.Single(lines[3].GetProperty("results").EnumerateArray());
    }

    private static async Task<List<JsonElement>> Answers(string input)
    {
        using var output = new StringWriter();
        await new RecognizeCommand(new ManualClock(new(2026, 11, 19, 12, 0, 0, TimeSpan.FromHours(8))), ConsoleTexts.In(Tongue.En)).RunAsync(new StringReader(input), output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
