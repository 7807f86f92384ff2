using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class SweepingWordsTests
{
    [Theory]
    [InlineData("你们每次都这样")]
    [InlineData("你們從來沒有準時過")]
    [InlineData("根本沒人管")]
    [InlineData("总是态度这么差")]
    [InlineData("You ALWAYS do this")]
    [InlineData("ＹＯＵ　ＮＥＶＥＲ listen")]
    [InlineData("they're always rude")]
    [InlineData("Nobody cares about us")]
    [InlineData("every single time it breaks")]
    public void Sweeping_blame_is_seen_in_either_script_and_in_capitals(string text) => Assert.True(SweepingWords.AreIn(text));

    [Theory]
    [InlineData("我总是在你们家买菜")]
    [InlineData("包里没有一次性手套")]
    [InlineData("I always order here and the food was cold")]
    [InlineData("the parcel never arrived")]
    [InlineData("whenever they call, nevertheless")]
    [InlineData("昨天的汤是凉的")]
    [InlineData("")]
    public void A_plain_fact_or_a_habit_is_no_blame(string text) => Assert.False(SweepingWords.AreIn(text));
}
