using ComplaintBot.Dialogs.Phrases;

namespace ComplaintBot.Dialogs.Tests.Phrases;

public sealed class PhraseTemplateTests
{
    [Theory]
    [InlineData("为{what}道歉。", "上菜太慢", "为上菜太慢道歉。")]
    [InlineData("{what}{what}", "x", "Xx")]
    [InlineData("{what}是我们的错。", "wifi", "wifi是我们的错。")]
    [InlineData("{what} broke.", "iPhone", "iPhone broke.")]
    [InlineData("记下：{what}。", "汤里有沙子。", "记下：汤里有沙子。")]
    [InlineData("记下：{what}。", "是哪一道？", "记下：是哪一道？")]
    [InlineData("{what}，对吗？", "汤里有沙子。", "汤里有沙子，对吗？")]
    [InlineData("Noted: {what}.", "is it cold?", "Noted: is it cold?")]
    [InlineData("{what} is ours.", "the bill", "The bill is ours.")]
    [InlineData("Yes. {what} is ours.", "the bill", "Yes. The bill is ours.")]
    [InlineData("We own {what}.", "the bill", "We own the bill.")]
    [InlineData("We own {what}.", " the bill. ", "We own the bill.")]
    [InlineData("“{what}”, noted.", "it was cold", "“it was cold”, noted.")]
    [InlineData("within {what} minutes.", "5", "within 5 minutes.")]
    [InlineData("within {what} minutes.", "1", "within 1 minute.")]
    [InlineData("within {what} minutes.", "11", "within 11 minutes.")]
    [InlineData("{what}", "", "")]
    public void Values_fit_into_the_sentence(string text, string value, string expected)
    {
        Assert.True(PhraseTemplate.TryParse(text, out var template, out _));

        Assert.Equal(expected, template.Fill([new PhraseArgument("other", "no"), new PhraseArgument("what", value)]));
    }

    [Fact]
    public void A_long_value_is_kept_whole()
    {
        Assert.True(PhraseTemplate.TryParse("[{what}]", out var template, out _));

        Assert.Equal($"[{new string('长', 5000)}]", template.Fill([new PhraseArgument("what", new string('长', 5000))]));
    }

    [Fact]
    public void Braces_in_a_value_are_text()
    {
        Assert.True(PhraseTemplate.TryParse("“{what}”", out var template, out _));

        Assert.Equal("“{what}”", template.Fill([new PhraseArgument("what", "{what}")]));
    }

    [Theory]
    [InlineData("a {b")]
    [InlineData("a } b")]
    [InlineData("a {} b")]
    [InlineData("a {B c} d")]
    [InlineData("a {b{c}} d")]
    public void Broken_braces_are_refused_with_a_reason(string text)
    {
        Assert.False(PhraseTemplate.TryParse(text, out _, out var mistake));
        Assert.NotEqual("", mistake);
    }
}
