using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("昨天买的吐司是馊的", Tongue.ZhHans)]
    [InlineData("昨天買的吐司是餿的", Tongue.ZhHant)]
    [InlineData("你哋間舖個雪櫃壞咗", Tongue.ZhHant)]
    [InlineData("the toast was stale", Tongue.En)]
    [InlineData("app一直crash，refund也点不了", Tongue.ZhHans)]
    [InlineData("I ordered the 小笼包 and it never came", Tongue.En)]
    [InlineData("唔該晒", Tongue.ZhHant)]
    public void The_answer_is_in_the_language_of_the_message(string text, Tongue expected) =>
        Assert.Equal(expected, Read.Message(text).Language);

    [Theory]
    [InlineData("5")]
    [InlineData("OK")]
    [InlineData("👍")]
    [InlineData("KD-20931")]
    public void A_message_without_words_keeps_the_language_spoken(string text)
    {
        foreach (var spoken in Enum.GetValues<Tongue>())
            Assert.Equal(spoken, Read.Message(text, spoken: spoken).Language);
    }

    [Fact]
    public void Characters_common_to_both_scripts_keep_the_script_spoken() =>
        Assert.Equal(Tongue.ZhHant, Read.Message("好的", spoken: Tongue.ZhHant).Language);
}
