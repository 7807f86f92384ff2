using ComplaintBot.Dialogs.Language.Cues;

namespace ComplaintBot.Dialogs.Tests.Language.Cues;

/// <summary>How far a "not" reaches.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("一点都不好吃", "好吃")]
    [InlineData("没有人受伤", "受伤")]
    [InlineData("it isn't very good", "good")]
    [InlineData("nobody was really hurt", "hurt")]
    public void It_reaches_what_follows_closely(string text, string word) => Assert.True(Negated(text, word));

    [Theory]
    [InlineData("不行，受伤了", "受伤")]
    [InlineData("特别好吃", "好吃")]
    [InlineData("没想到这么难吃", "难吃")]
    [InlineData("不仅难吃", "难吃")]
    [InlineData("not only rude", "rude")]
    [InlineData("no, the cake was bad", "bad")]
    [InlineData("it was not the first time that somebody got hurt", "hurt")]
    public void It_does_not_reach_further_and_is_no_part_of_another_word(string text, string word) => Assert.False(Negated(text, word));

    private static bool Negated(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return Scope.IsNegated(text, new Hit(Cue.Bad, at, at + word.Length, 1));
    }
}
