using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class ChoiceRecognizerTests
{
    private static readonly Choice[] Two = [new("refund") { Label = "全额退款", Synonyms = ["money back", "退钱"] }, new("redo") { Label = "重做一份", Synonyms = ["new one", "换"] }];

    private static readonly Choice[] Three =
    [
        new("full") { Label = "refund", Synonyms = ["退款"] },
        new("part") { Label = "partial refund", Synonyms = ["部分退款"] },
        new("gift") { Label = "a gift", Synonyms = ["voucher", "券"] },
    ];

    [Theory]
    [InlineData("全额退款", 0)]
    [InlineData("就全额退款吧", 0)]
    [InlineData("REFUND", 0)]
    [InlineData("I want my money back.", 0)]
    [InlineData("给我退钱！", 0)]
    [InlineData("换", 1)]
    [InlineData("1", 0)]
    [InlineData("２", 1)]
    [InlineData("2.", 1)]
    [InlineData("#2", 1)]
    [InlineData("No. 2", 1)]
    [InlineData("no 2", 1)]
    [InlineData("选2", 1)]
    [InlineData("选 2", 1)]
    [InlineData("2号", 1)]
    [InlineData("二", 1)]
    [InlineData("第二个", 1)]
    [InlineData("第2个", 1)]
    [InlineData("第 二 个", 1)]
    [InlineData("第二個好了", 1)]
    [InlineData("我选第一种吧", 0)]
    [InlineData("第二", 1)]
    [InlineData("the second one", 1)]
    [InlineData("Second", 1)]
    [InlineData("the 1st option please", 0)]
    [InlineData("I'd like the second one, thanks", 1)]
    [InlineData("option two", 1)]
    [InlineData("number one", 0)]
    [InlineData("I'll take 2", 1)]
    [InlineData("最后一个", 1)]
    [InlineData("后面那个", 1)]
    [InlineData("後面那個", 1)]
    [InlineData("后一个吧", 1)]
    [InlineData("前面的", 0)]
    [InlineData("前一种", 0)]
    [InlineData("后者", 1)]
    [InlineData("前者吧", 0)]
    [InlineData("last", 1)]
    [InlineData("the last one", 1)]
    [InlineData("the latter", 1)]
    [InlineData("former", 0)]
    [InlineData("倒数第一个", 1)]
    [InlineData("倒数第二个", 0)]
    [InlineData("second to last", 0)]
    [InlineData("不好意思，第二个", 1)]
    [InlineData("第二个，不要第一个", 1)]
    [InlineData("不要退钱，换", 1)]
    [InlineData("要不第二个吧", 1)]
    [InlineData("没问题 全额退款", 0)]
    public void It_finds_one_of_two(string text, int expected) => Assert.Equal(expected, ChoiceRecognizer.Recognize(text, Two)?.Index);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("第三个")]
    [InlineData("第五个")]
    [InlineData("中间那个")]
    [InlineData("第一个和第二个")]
    [InlineData("全额退款或者重做一份")]
    [InlineData("the first and the second")]
    [InlineData("first or second")]
    [InlineData("1 or 2")]
    [InlineData("1、2")]
    [InlineData("不要退钱")]
    [InlineData("I don't want my money back")]
    [InlineData("not the second one")]
    [InlineData("第二天才送到")]
    [InlineData("我第二次来了")]
    [InlineData("第二个快递员态度差")]
    [InlineData("the second time this happened")]
    [InlineData("at last")]
    [InlineData("最后我走了")]
    [InlineData("之前那个店员")]
    [InlineData("我有一个问题")]
    [InlineData("I waited 2 hours")]
    [InlineData("the one")]
    [InlineData("refunded already")]
    [InlineData("12")]
    public void It_finds_none_or_several_of_two(string? text) => Assert.Null(ChoiceRecognizer.Recognize(text, Two));

    [Theory]
    [InlineData("refund", "full")]
    [InlineData("partial refund", "part")]
    [InlineData("I would go for a partial refund", "part")]
    [InlineData("那就部分退款", "part")]
    [InlineData("退款吧", "full")]
    [InlineData("gift", "gift")]
    [InlineData("the voucher please", "gift")]
    [InlineData("中间那个", "part")]
    [InlineData("the middle one", "part")]
    [InlineData("third", "gift")]
    [InlineData("3rd", "gift")]
    [InlineData("后面那个", "gift")]
    [InlineData("头一个", "full")]
    [InlineData("refund, refund!", "full")]
    [InlineData("refund or voucher", null)]
    [InlineData("前者", null)]
    [InlineData("the latter", null)]
    [InlineData("refund, the second one", null)]
    public void It_finds_one_of_three_and_prefers_the_longer_name(string text, string? expected) =>
        Assert.Equal(expected, ChoiceRecognizer.Recognize(text, Three)?.Value);

    [Fact]
    public void A_bare_number_is_no_place_when_the_choices_have_numbers_of_their_own()
    {
        Choice[] vouchers = [new("2 vouchers"), new("3 vouchers"), new("5 vouchers")];

        Assert.Null(ChoiceRecognizer.Recognize("2", vouchers));
        Assert.Equal(1, ChoiceRecognizer.Recognize("3 vouchers", vouchers)!.Index);
        Assert.Equal(1, ChoiceRecognizer.Recognize("the second one", vouchers)!.Index);
    }

    [Fact]
    public void A_word_shared_by_two_choices_chooses_neither()
    {
        Choice[] choices = [new("a") { Synonyms = ["store"] }, new("b") { Synonyms = ["store"] }];

        Assert.Null(ChoiceRecognizer.Recognize("store", choices));
        Assert.Null(ChoiceRecognizer.Recognize("in the store please", choices));
    }

    [Fact]
    public void A_choice_that_says_no_can_be_chosen()
    {
        Choice[] choices = [new("yes") { Label = "需要" }, new("no") { Label = "不需要" }];

        Assert.Equal("no", ChoiceRecognizer.Recognize("不需要", choices)!.Value);
        Assert.Equal("no", ChoiceRecognizer.Recognize("不需要了谢谢", choices)!.Value);
        Assert.Equal("yes", ChoiceRecognizer.Recognize("需要的", choices)!.Value);
    }

    [Fact]
    public void No_choices_or_nameless_ones_are_never_found()
    {
        Assert.Null(ChoiceRecognizer.Recognize("1", []));
        Assert.Null(ChoiceRecognizer.Recognize("!", [new Choice("?")]));
    }

    [Fact]
    public void Whatever_is_said_it_finds_a_choice_offered_or_none()
    {
        string[] pieces = ["第", "二", "个", "倒数", "最后", "后", "者", "一", "十", "999", "2", "no", "n't", "the", "second", "to", "last", "th", "0th", "不", "退款", "refund", " ", "，", ".", "'", "\t", "👍", "\ud83d", "张", "middle", "at"];
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            var found = ChoiceRecognizer.Recognize(text, i % 2 == 0 ? Two : Three);
            Assert.True(found is null || (i % 2 == 0 ? Two : Three)[found.Index].Value == found.Value, text);
        }
    }
}
