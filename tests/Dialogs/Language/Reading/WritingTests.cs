using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Reading;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language.Reading;

public sealed class WritingTests
{
    [Theory]
    [InlineData("退钱！！！", 3, 1, 0)]
    [InlineData("what❗❗ now", 2, 0, 0)]
    [InlineData("really!?!?", 2, 1, 2)]
    [InlineData("when???", 0, 0, 3)]
    [InlineData("look at https://a.example/?q=!!!!&p=1", 0, 0, 0)]
    public void Marks_are_counted_where_somebody_raised_the_voice(string text, int exclamations, int rows, int questions)
    {
        var marks = Marks.Of(text);
        Assert.Equal((exclamations, rows, questions), (marks.Exclamations, marks.Rows, marks.Questions));
    }

    [Fact]
    public void A_web_address_does_not_drown_out_capitals() =>
        Assert.True(Marks.Of("THIS SHOP LIED www.shop.example/sale/winter/boots/brown/item").Shouts);

    [Theory]
    [InlineData("xkcvbnmq", true)]
    [InlineData("@@@@#%￥&*", true)]
    [InlineData("的的的的", true)]
    [InlineData("hmmmmm", false)]
    [InlineData("grrrrrr", false)]
    [InlineData("https://qwrtpsdfg.example", false)]
    [InlineData("😡", false)]
    [InlineData("☹️☹️☹️", false)]
    [InlineData("哈哈哈哈", false)]
    public void A_slip_of_the_hand_is_told_from_a_message(string text, bool expected) => Assert.Equal(expected, Noise.Is(text));

    [Theory]
    [InlineData("看这个 https://shop.example/item/red/wool/coat", Tongue.ZhHans)]
    [InlineData("這個 www.shop.example/a/b/c/d/e 壞了", Tongue.ZhHant)]
    [InlineData("my 快递 was left outside and the 面包 is wet", Tongue.En)]
    [InlineData("我的 order 还没 ship，customer service 也不回 email", Tongue.ZhHans)]
    [InlineData("Привет", Tongue.En)]
    public void The_language_is_that_of_the_sentence_around(string text, Tongue expected) =>
        Assert.Equal(expected, LanguageReader.Read(text, spoken: null));

    [Theory]
    [InlineData("https://shop.example/item/red")]
    [InlineData("ABCD12")]
    [InlineData("Привет")]
    public void What_is_of_neither_language_keeps_the_one_spoken(string text)
    {
        foreach (var spoken in Enum.GetValues<Tongue>())
            Assert.Equal(spoken, LanguageReader.Read(text, spoken));
    }

    [Theory]
    [InlineData("蛋糕又送晚了😡", 2)]
    [InlineData("the cake was late again 🤬🤬", 3)]
    [InlineData("包裹丢了[发怒]", 2)]
    public void An_angry_face_is_anger(string text, int least)
    {
        var (cues, marks) = (LexiconSet.Default.Finder.Find(NormalizedText.From(text).Text), Marks.Of(text));
        Assert.InRange(HeatReader.Read(cues, marks, ToneReader.Read(cues, marks, isStatement: false)).Anger, least, 4);
    }

    [Theory]
    [InlineData("今天的面包😍👍🏻", Sentiment.Positive)]
    [InlineData("包裹💔", Sentiment.Negative)]
    [InlineData("蛋糕😭😭😭", Sentiment.Negative)]
    public void A_face_has_a_tone(string text, Sentiment expected) =>
        Assert.Equal(expected, Language.Read.Message(text).Sentiment);

    [Theory]
    [InlineData("👌🏼", "readback", Intent.Affirm)]
    [InlineData("👎", "readback", Intent.Deny)]
    public void A_hand_answers_a_question(string text, string question, Intent expected) =>
        Assert.True(Language.Read.Message(text, question).Has(expected));

    [Fact]
    public void Nothing_is_read_out_of_a_web_address()
    {
        var read = Language.Read.Message("我看的是 https://shop.example/police/12315?refund=1000&date=2026-11-02 这一款");
        Assert.Empty(read.Triggers);
        Assert.Empty(read.Facts);
    }
}
