using System.Globalization;
using System.Text;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Phrases;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("2026-11-19T18:00+08:00", "今天18:00前", "6 pm today")]
    [InlineData("2026-11-19T18:30+08:00", "今天18:30前", "6:30 pm today")]
    [InlineData("2026-11-19T10:00Z", "今天18:00前", "6 pm today")]
    [InlineData("2026-11-20T09:05+08:00", "明天9:05前", "9:05 am tomorrow")]
    [InlineData("2026-11-20T12:00+08:00", "明天12:00前", "noon tomorrow")]
    [InlineData("2026-11-24T18:00+08:00", "11月24日18:00前", "6 pm on 24 November")]
    [InlineData("2027-01-03T08:00+08:00", "2027年1月3日8:00前", "8 am on 3 January 2027")]
    [InlineData("2026-11-20T00:00+08:00", "今天23:59前", "11:59 pm today")]
    [InlineData("2026-11-20T00:01+08:00", "明天0:01前", "12:01 am tomorrow")]
    [InlineData("2026-11-18T18:00+08:00", "11月18日18:00前", "6 pm on 18 November")]
    public void A_due_time_is_said_in_the_customer_s_time_zone(string due, string chinese, string english)
    {
        var now = At("2026-11-19T14:00+08:00");

        Assert.Equal(chinese, DueText.Due(At(due), now, Tongue.ZhHans));
        Assert.Equal(chinese, DueText.Due(At(due), now, Tongue.ZhHant));
        Assert.Equal(english, DueText.Due(At(due), now, Tongue.En));
        Assert.Equal(chinese[..^1], DueText.At(At(due), now, Tongue.ZhHans));
        Assert.Equal(english, DueText.At(At(due), now, Tongue.En));
    }

    [Fact]
    public void A_due_time_is_never_said_later_than_it_is() =>
        Assert.Equal("今天18:00前", DueText.Due(At("2026-11-19T18:00:59+08:00"), At("2026-11-19T14:00+08:00"), Tongue.ZhHans));

    [Theory]
    [InlineData("39.9", "CNY", "39.9元", "¥39.90")]
    [InlineData("12.5", "USD", "12.5美元", "$12.50")]
    [InlineData("8", "EUR", "8欧元", "€8")]
    [InlineData("8.00", "GBP", "8英镑", "£8")]
    [InlineData("1280", "HKD", "1280港元", "HK$1,280")]
    [InlineData("300", "TWD", "新台币300元", "NT$300")]
    [InlineData("500", "JPY", "500日元", "500 yen")]
    [InlineData("19.955", "CHF", "19.96 CHF", "CHF 19.96")]
    [InlineData("0.5", "CNY", "0.5元", "¥0.50")]
    public void Money_is_said_with_its_currency(string amount, string currency, string chinese, string english)
    {
        var sum = decimal.Parse(amount, CultureInfo.InvariantCulture);

        Assert.Equal(chinese, MoneyText.Of(sum, currency, Tongue.ZhHans));
        Assert.Equal(english, MoneyText.Of(sum, currency, Tongue.En));
    }

    [Theory]
    [InlineData(Tongue.En, "I'm sorry.", "Noted.", "I'm sorry. Noted.")]
    [InlineData(Tongue.ZhHans, "很抱歉。", "记下了。", "很抱歉。记下了。")]
    [InlineData(Tongue.En, "", "Noted.", "Noted.")]
    [InlineData(Tongue.En, "Noted.", "", "Noted.")]
    public void Two_lines_become_one_message(Tongue tongue, string first, string second, string expected) =>
        Assert.Equal(expected, Sentence.Join(tongue, first, second));

    [Theory]
    [InlineData("", 0x811C9DC5u)]
    [InlineData("a", 0xE40C292Cu)]
    [InlineData("foobar", 0xBF9CF968u)]
    public void The_mark_of_a_line_is_the_published_FNV_1a(string text, uint expected) => Assert.Equal(expected, LineHash.Of(text));

    [Theory]
    [InlineData("I'm listening.", " i'm  listening", true)]
    [InlineData("记下了。", "记下了", true)]
    [InlineData("39.9", "399", false)]
    [InlineData("记下了，汤", "记下了，肉", false)]
    public void Lines_are_the_same_but_for_spaces_case_and_closing_marks(string one, string other, bool same) =>
        Assert.Equal(same, LineHash.Of(one) == LineHash.Of(other));

    [Fact]
    public void A_broken_surrogate_does_not_stop_the_mark()
    {
        var broken = new StringBuilder("x").Append('\ud83d').ToString();

        Assert.NotEqual(LineHash.Of("x"), LineHash.Of(broken));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
