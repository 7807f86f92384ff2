using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>The rules about wording see what they are there to see.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("I'm sorry about that. However, it's late.", true)]
    [InlineData("很抱歉，但是今天办不了。", true)]
    [InlineData("对不起，您说的“但是没人管”，我记下了。", false)]
    [InlineData("I'm sorry. You said “but nobody came”, and it's noted.", false)]
    [InlineData("It's late, but I'm sorry.", false)]
    public void A_turning_word_after_an_apology_is_seen(string text, bool turns) => Assert.Equal(turns, Wording.TurnsAfterApology(text));

    [Theory]
    [InlineData("We can 请门店重做一份.", Tongue.En, true)]
    [InlineData("You said “汤是凉的”, and it's noted.", Tongue.En, false)]
    [InlineData("Okay, I'm listening.", Tongue.ZhHans, true)]
    [InlineData("我记下了 wifi 的事。", Tongue.ZhHans, false)]
    public void A_message_in_the_wrong_language_is_seen(string text, Tongue tongue, bool wrong) =>
        Assert.Equal(wrong, Wording.IsInWrongScript(text, tongue, RealBot.Playbooks["general"]));
}
