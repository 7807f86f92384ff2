namespace ComplaintBot.Dialogs.Tests.Language.Facts;

public sealed class TimeTests
{
    [Theory]
    [InlineData("昨天买的鞋今早就裂了口", "2026-11-19")]
    [InlineData("前天傍晚取的衣服", "2026-11-18")]
    [InlineData("大前天下午在柜台办的", "2026-11-17")]
    [InlineData("今天上午十点半送来的", "2026-11-20T10:30")]
    [InlineData("上周一买的", "2026-11-09")]
    [InlineData("上礼拜三晚上吃的", "2026-11-11")]
    [InlineData("这周二去的", "2026-11-17")]
    [InlineData("礼拜三中午取的货", "2026-11-18T12:00")]
    [InlineData("星期天晚上点的单", "2026-11-15")]
    [InlineData("16号晚上八点多扣的", "2026-11-16T20:00")]
    [InlineData("28号买的", "2026-10-28")]
    [InlineData("９月２号办的卡", "2026-09-02")]
    [InlineData("十二月三号装的", "2025-12-03")]
    [InlineData("2026年10月8日签收", "2026-10-08")]
    [InlineData("2026-10-08签收", "2026-10-08")]
    [InlineData("三天前取的", "2026-11-17")]
    [InlineData("两个礼拜前订的", "2026-11-06")]
    [InlineData("半小时前扣的钱", "2026-11-20T14:00")]
    [InlineData("二十分钟前", "2026-11-20T14:10")]
    [InlineData("昨晚十一点打不开门", "2026-11-19T23:00")]
    [InlineData("昨晚两点警报响了", "2026-11-20T02:00")]
    [InlineData("去年八月交的房", "2025-08")]
    [InlineData("上个月十五号交的费", "2026-10-15")]
    [InlineData("11:58下的单到现在没送", "2026-11-20T11:58")]
    [InlineData("晚上8:30断过一次网", "2026-11-19T20:30")]
    [InlineData("昨天下午两点一刻", "2026-11-19T14:15")]
    [InlineData("周三十点半来的", "2026-11-18T10:30")]
    [InlineData("不是17号，是16号", "2026-11-16")]
    [InlineData("It happened yesterday afternoon", "2026-11-19")]
    [InlineData("we ate there last night at 7", "2026-11-19T19:00")]
    [InlineData("at half past 8 this morning", "2026-11-20T08:30")]
    [InlineData("bought it Monday last week", "2026-11-09")]
    [InlineData("last Friday around 8 pm", "2026-11-13T20:00")]
    [InlineData("picked it up on Tuesday", "2026-11-17")]
    [InlineData("it was on the 16th", "2026-11-16")]
    [InlineData("charged on Nov 3", "2026-11-03")]
    [InlineData("delivered 3rd of October", "2026-10-03")]
    [InlineData("Dec 24, 2025", "2025-12-24")]
    [InlineData("about three weeks ago", "2026-10-30")]
    [InlineData("twenty minutes ago", "2026-11-20T14:10")]
    [InlineData("an hour ago", "2026-11-20T13:30")]
    [InlineData("the day before yesterday", "2026-11-18")]
    [InlineData("at 10:15 am today", "2026-11-20T10:15")]
    public void An_event_is_placed_on_the_calendar(string message, string value) => Assert.Equal(value, FactsOf.Value(message, "happened_at"));

    [Theory]
    [InlineData("从16号早上起就没热水", "2026-11-16")]
    [InlineData("前天晚上开始断断续续", "2026-11-18")]
    [InlineData("停暖第四天了", "2026-11-17")]
    [InlineData("电梯坏了快一个月了", "2026-10-20")]
    [InlineData("等了五天了还没人管", "2026-11-15")]
    [InlineData("no heating since 5 pm yesterday", "2026-11-19T17:00")]
    [InlineData("sick since 3 am", "2026-11-20T03:00")]
    [InlineData("the lift has been out for two weeks", "2026-11-06")]
    [InlineData("no water for three days now", "2026-11-17")]
    public void A_state_that_lasts_is_placed_at_its_beginning(string message, string value)
    {
        Assert.Equal(value, FactsOf.Value(message, "since_when"));
        Assert.Null(FactsOf.Value(message, "happened_at"));
    }

    [Theory]
    [InlineData("有两点我不满意")]
    [InlineData("麻烦快一点")]
    [InlineData("6号楼的门禁坏了")]
    [InlineData("下单说明天送")]
    [InlineData("today's special is great, call me tomorrow")]
    [InlineData("we sat there for ages")]
    [InlineData("套餐一共12个月")]
    [InlineData("为了这事趴了两月")]
    [InlineData("the 3rd time this happens")]
    public void What_only_looks_like_a_past_time_is_none(string message)
    {
        var value = FactsOf.Value(message, "happened_at");
        Assert.True(value is null or "2026-11-20", value);
        Assert.Null(FactsOf.Value(message, "since_when"));
    }

    [Fact]
    public void What_was_promised_and_when_it_came_are_told_apart()
    {
        Assert.Equal("2026-11-18", FactsOf.Value("说好礼拜三早上送，到现在还没影", "promised_time"));
        Assert.Equal("2026-11-19T16:00", FactsOf.Value("昨天下午四点才送到", "actual_time"));
        Assert.Equal("2026-11-19T16:00", FactsOf.Value("昨天下午四点才送到", "happened_at"));
        Assert.Equal("2026-11-18", FactsOf.Value("it was supposed to come on Wednesday", "promised_time"));
        Assert.Null(FactsOf.Value("到现在都还没到", "actual_time", "actual_time"));
    }

    [Theory]
    [InlineData("上个月", "since_when", "2026-10")]
    [InlineData("大概四点", "happened_at", "2026-11-20T04:00")]
    [InlineData("是今天早上", "promised_time", "2026-11-20")]
    [InlineData("sometime this month", "happened_at", "2026-11")]
    public void An_answer_to_a_question_about_time_is_that_time(string message, string expected, string value) => Assert.Equal(value, FactsOf.Value(message, expected, expected));
}
