using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class CausePolicyTests
{
    private static readonly Playbook Book = Given.Ladder(category => category with
    {
        PresumedCause = Cause.Fault,
        Misunderstanding = new Misunderstanding("use", new(["飞行模式", "没插电"], ["flight mode", "unplugged"]), new("飞行模式开着吗？", "Is flight mode on?"), new("请关掉飞行模式", "switch flight mode off")),
    });

    [Theory]
    [InlineData("开着飞行模式呢")]
    [InlineData("開著飛行模式")]
    [InlineData("it says Flight Mode at the top")]
    [InlineData("好像没插电")]
    public void A_sign_in_the_answer_shows_a_misunderstanding_with_its_words(string answer) =>
        Assert.Equal((Cause.Misunderstanding, answer), CausePolicy.Judge(Book, Given.Case("test").With("use", answer), new Head { Category = "test", Words = "no signal" }));

    [Theory]
    [InlineData("没有开飞行模式")]
    [InlineData("no flight mode, nothing")]
    [InlineData("it was not unplugged")]
    [InlineData("just as always")]
    public void Without_a_sign_or_when_it_is_denied_the_presumed_cause_stands_with_the_grievance_as_evidence(string answer) =>
        Assert.Equal((Cause.Fault, "no signal"), CausePolicy.Judge(Book, Given.Case("test").With("use", answer), new Head { Category = "test", Words = "no signal" }));

    [Fact]
    public void An_answer_that_was_declined_shows_nothing()
    {
        var complaint = Given.Case("test");
        complaint.Facts.Add(new CaseFact { Name = "use", Text = "flight mode", Declined = true });

        Assert.Equal(Cause.Fault, CausePolicy.Judge(Book, complaint, complaint.Head!).Cause);
    }
}
