using ComplaintBot.Dialogs.Language.Models;

namespace ComplaintBot.Dialogs.Tests.Language.Models;

public sealed class PolarityLexiconTests
{
    private static readonly PolarityLexicon Lexicon = new([KeyValuePair.Create("list.txt", (string[])["# taste", "好吃 = 2", "好吃懒做 = -2", "fine = 1"])]);

    [Theory]
    [InlineData("好吃", 2, 2)]
    [InlineData("好吃懒做", -2, 4)]
    [InlineData("好吃懒", 2, 2)]
    [InlineData("fine", 1, 4)]
    [InlineData("finest", 0, 0)]
    public void The_longest_whole_word_counts(string text, float weight, int length)
    {
        Assert.Equal(weight, Lexicon.Longest(text, 0, out var found));
        Assert.Equal(length, found);
    }

    [Theory]
    [InlineData("好吃")]
    [InlineData("好吃 = much")]
    [InlineData("好吃 = 4")]
    [InlineData("好吃 = 0")]
    public void A_line_that_cannot_be_read_is_named(string line) =>
        Assert.Contains("list.txt:2", Assert.Throws<FormatException>(() => new PolarityLexicon([KeyValuePair.Create("list.txt", (string[])["# taste", line])])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_shipped_lists_are_read() => Assert.NotEqual(0, PolarityLexicon.Default.Longest("性价比高", 0, out _));
}
