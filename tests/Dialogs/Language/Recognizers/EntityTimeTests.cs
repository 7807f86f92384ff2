using ComplaintBot.Dialogs.Language.Recognizers;

namespace ComplaintBot.Dialogs.Tests.Language.Recognizers;

public sealed class EntityTimeTests
{
    private static readonly DateTime Friday = new(2026, 11, 20, 16, 0, 0);

    [Theory]
    [InlineData("昨天到的", "昨天", "date", "2026-11-19")]
    [InlineData("上周三打的电话", "上周三", "date", "2026-11-11")]
    [InlineData("明天下午5:00", "明天下午5:00", "datetime", "2026-11-21 17:00:00")]
    [InlineData("2026年3月8日", "2026年3月8日", "date", "2026-03-08")]
    [InlineData("I came yesterday at 7pm", "yesterday at 7pm", "datetime", "2026-11-19 19:00:00")]
    [InlineData("call me in 2 weeks", "in 2 weeks", "date", "2026-12-04")]
    [InlineData("three days ago", "three days ago", "date", "2026-11-17")]
    [InlineData("half past 8 p.m.", "half past 8 p.m.", "time", "20:30:00")]
    [InlineData("等了两个小时", "两个小时", "duration", "7200")]
    [InlineData("for 1 hour and 30 minutes", "1 hour and 30 minutes", "duration", "5400")]
    public void A_time_that_can_only_be_one_has_one_reading(string text, string words, string type, string value)
    {
        var found = Only(text);
        Assert.Equal((words, "datetimeV2." + type), (found.Text, found.TypeName));
        Assert.Equal(value, Assert.Single(Values(found))["value"]);
    }

    [Theory]
    [InlineData("周三", "2026-11-18", "2026-11-25")]
    [InlineData("on Friday", "2026-11-13", "2026-11-20")]
    [InlineData("12月24日", "2025-12-24", "2026-12-24")]
    [InlineData("Feb 29", "2024-02-29", "2028-02-29")]
    public void A_day_without_a_year_is_the_last_or_the_next_one(string text, string past, string future) =>
        Assert.Equal([past, future], Values(Only(text)).Select(value => value["value"]));

    [Theory]
    [InlineData("3月到5月", "2026-03-01", "2026-05-01")]
    [InlineData("from 10/1/2026 - 10/7/2026", "2026-10-01", "2026-10-07")]
    [InlineData("昨天9:00到11:00", "2026-11-19 09:00:00", "2026-11-19 11:00:00")]
    [InlineData("tomorrow between 2 and 4:30pm", "2026-11-21 14:00:00", "2026-11-21 16:30:00")]
    [InlineData("last 3 months", "2026-08-20", "2026-11-20")]
    [InlineData("the weekend is over, but last week", "2026-11-09", "2026-11-16")]
    public void A_range_has_a_beginning_and_an_end(string text, string start, string end)
    {
        var value = Values(Assert.Single(Read(text)))[0];
        Assert.Equal((start, end), ((string)value["start"]!, (string)value["end"]!));
    }

    [Theory]
    [InlineData("before 2024", "before", null, "2024-01-01")]
    [InlineData("2024年之后", "after", "2025-01-01", null)]
    [InlineData("since 2024", "since", "2024-01-01", null)]
    public void A_bound_is_open_on_one_side(string text, string mod, string? start, string? end)
    {
        var value = Assert.Single(Values(Only(text)));
        Assert.Equal((mod, start, end), ((string)value["Mod"]!, (string?)value.GetValueOrDefault("start"), (string?)value.GetValueOrDefault("end")));
    }

    [Theory]
    [InlineData("this may take longer")]
    [InlineData("订单号 20261399")]
    [InlineData("四点要求没一条做到的地方")]
    [InlineData("a 4:3 screen")]
    [InlineData("good morning")]
    public void What_tells_no_time_is_none(string text) => Assert.DoesNotContain(Read(text), found => found.TypeName != "datetimeV2.time");

    [Fact]
    public void The_ends_of_the_calendar_are_no_obstacle()
    {
        foreach (var text in new[] { "9999 years ago", "99999年前", "in 9000 years", "9999年12月31日", "0001-01-01", "上周", "last year", "2月29日" })
        {
            Assert.NotNull(EntityRecognizer.Recognize(EntityKind.DateTime, text, new DateTime(9, 3, 1)));
            Assert.NotNull(EntityRecognizer.Recognize(EntityKind.DateTime, text, new DateTime(9985, 12, 31, 23, 59, 59)));
        }
    }

    private static IReadOnlyList<ModelResult> Read(string text) => EntityRecognizer.Recognize(EntityKind.DateTime, text, Friday);

    private static ModelResult Only(string text) => Assert.Single(Read(text));

    private static List<IReadOnlyDictionary<string, object?>> Values(ModelResult found) => (List<IReadOnlyDictionary<string, object?>>)found.Resolution["values"]!;
}
