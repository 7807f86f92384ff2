using ComplaintBot.Dialogs.Language.Recognizers;

namespace ComplaintBot.Dialogs.Tests.Language.Recognizers;

public sealed class EntityTests
{
    private static readonly DateTime Friday = new(2026, 11, 20, 16, 0, 0);

    [Theory]
    [InlineData("退我三百二", "三百二", "320")]
    [InlineData("差了负1.5", "负1.5", "-1.5")]
    [InlineData("只有五分之二", "五分之二", "0.4")]
    [InlineData("一共7 万5 千", "7 万5 千", "75000")]
    [InlineData("1.2万次", "1.2万", "12000")]
    [InlineData("two hundred and five items", "two hundred and five", "205")]
    [InlineData("half a dozen eggs", "half a dozen", "6")]
    [InlineData("about 1,234.5 of them", "1,234.5", "1234.5")]
    [InlineData("three quarters", "three quarters", "0.75")]
    [InlineData("4 thousand 3 hundred and 21", "4 thousand 3 hundred and 21", "4321")]
    public void A_number_is_found_however_it_is_written(string text, string words, string value) => Only(EntityKind.Number, text, words, value);

    [Theory]
    [InlineData("一切都好")]
    [InlineData("the 180ml bottle")]
    [InlineData("this one is broken")]
    [InlineData("on the 4th")]
    [InlineData("")]
    public void What_counts_nothing_is_no_number(string text) => Assert.Empty(Read(EntityKind.Number, text));

    [Theory]
    [InlineData("收了我39块9", "39块9", "39.9", "CNY")]
    [InlineData("两美元又三美分", "两美元又三美分", "2.03", "USD")]
    [InlineData("charged US$ 12.50 twice", "US$ 12.50", "12.5", "USD")]
    [InlineData("5 euros and 20 cents", "5 euros and 20 cents", "5.2", "EUR")]
    [InlineData("赔三毛", "三毛", "0.3", "CNY")]
    public void A_sum_has_a_value_and_a_currency(string text, string words, string value, string iso) =>
        Assert.Equal(iso, Only(EntityKind.Currency, text, words, value).Resolution["isoCurrency"]);

    [Theory]
    [InlineData("两块玻璃碎了")]
    [InlineData("7 times since Monday")]
    public void What_is_counted_otherwise_is_no_sum(string text) => Assert.Empty(Read(EntityKind.Currency, text));

    [Theory]
    [InlineData("打我13812345678", "13812345678")]
    [InlineData("call +44 20 7946 0018 please", "+44 20 7946 0018")]
    [InlineData("(212) 555-0100", "(212) 555-0100")]
    [InlineData("010-66554433转8801", "010-66554433转8801")]
    public void A_telephone_number_is_found_as_it_was_written(string text, string number) => Only(EntityKind.PhoneNumber, text, number, number);

    [Theory]
    [InlineData("16-04-2010")]
    [InlineData("1000-1=999")]
    [InlineData("s666666666s")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("account number 12345678")]
    public void Dates_sums_codes_and_cards_are_no_telephone_numbers(string text) => Assert.Empty(Read(EntityKind.PhoneNumber, text));

    [Theory]
    [InlineData("写信到 anna.li@shop.example.com 吧", "anna.li@shop.example.com")]
    [InlineData("Bo_7@x1.org.", "Bo_7@x1.org")]
    public void An_address_is_found_without_the_mark_behind_it(string text, string address) => Only(EntityKind.Email, text, address, address);

    [Theory]
    [InlineData("me@nowhere")]
    [InlineData("@anna hello")]
    [InlineData("a@b.c")]
    public void Half_an_address_is_none(string text) => Assert.Empty(Read(EntityKind.Email, text));

    [Theory]
    [InlineData("好的，就这样", "好的", true)]
    [InlineData("不行", "不行", false)]
    [InlineData("没问题", "没问题", true)]
    [InlineData("Yes please", "Yes", true)]
    [InlineData("that is not ok", "not ok", false)]
    [InlineData("👍🏽", "👍🏽", true)]
    public void An_answer_is_yes_or_no(string text, string words, bool value)
    {
        var found = Assert.Single(Read(EntityKind.Boolean, text));
        Assert.Equal((words, value), (found.Text, (bool)found.Resolution["value"]!));
    }

    [Theory]
    [InlineData("好像坏了")]
    [InlineData("right now it leaks")]
    public void A_word_that_begins_like_yes_is_none(string text) => Assert.Empty(Read(EntityKind.Boolean, text));

    [Fact]
    public void Places_count_from_nought_and_the_last_one_belongs_to_it()
    {
        var found = Assert.Single(Read(EntityKind.Number, "共１２个"));

        Assert.Equal(("12", 1, 2), (found.Text, found.Start, found.End));
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => EntityRecognizer.Recognize((EntityKind)99, "1", Friday));

    private static IReadOnlyList<ModelResult> Read(EntityKind kind, string text) => EntityRecognizer.Recognize(kind, text, Friday);

    private static ModelResult Only(EntityKind kind, string text, string words, string value)
    {
        var found = Assert.Single(Read(kind, text));
        Assert.Equal((words, value), (found.Text, (string)found.Resolution["value"]!));
        Assert.Equal(words, text.Substring(found.Start, found.End - found.Start + 1));
        return found;
    }
}
