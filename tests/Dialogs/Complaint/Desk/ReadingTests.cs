using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Complaint.DeskWalk;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

/// <summary>What the desk reads of a chat: the row, the brief, the view, the phrases of the moment.</summary>
public sealed class ReadingTests
{
    private static readonly ChatPlace Place = new("web", "c-1", "shop", Talk.Noon, Talk.Noon, 7, new("好的", "customer", Talk.Noon));

    [Theory]
    [InlineData(Tongue.ZhHans)]
    [InlineData(Tongue.En)]
    public void The_brief_says_who_what_why_and_the_next_step_in_the_language_of_the_desk(Tongue tongue)
    {
        var talk = CommandTests.Given("mine");
        var brief = ChatBrief.Of(Read(talk, tongue, Role.Agent));

        Assert.Contains("馊", brief.What, StringComparison.Ordinal);
        Assert.Equal(Trigger.AsksForPerson, brief.Trigger);
        Assert.All((string[])[brief.Who, brief.Why, brief.Limits, brief.Next], line => Assert.True(line.Length is > 0 and < 120 && !line.Contains('{'), line));
        Assert.Equal(tongue == Tongue.En, brief.Next.All(c => c < 0x2E80 || !char.IsLetter(c)) && brief.Limits.Contains("grant", StringComparison.Ordinal));
        Assert.Equal(talk.State.Case.Anger, brief.AngerCurve);
    }

    [Fact]
    public void The_row_shows_who_has_it_and_since_when()
    {
        var talk = CommandTests.Given("mine");
        var row = ChatSummary.Of(talk.State, talk.Playbook, Place);

        Assert.Equal(("a-1", Owner.Person, 7L, talk.Now), (row.Agent!.Id, row.Owner, row.Sequence, row.TakenAt!.Value));
        Assert.Equal(talk.Playbook.CategoryOf(row.Category!).Name, row.CategoryName);
    }

    [Fact]
    public void The_ladder_says_what_a_role_may_grant_and_what_must_not_be_raised()
    {
        var talk = CommandTests.Given("mine");
        var view = ChatView.Of(Read(talk, Tongue.ZhHans, Role.Agent), Place);
        Assert.Equal(talk.Playbook.CategoryOf(view.Chat.Category!).Ladder.Count, view.Ladder.Count);
        Assert.All(view.Ladder, rung => Assert.Contains(rung.Allowed, (string[])[Ladder.Yes, Ladder.Approval, Ladder.No]));
        Assert.Contains(view.Ladder, rung => rung.Allowed == Ladder.Yes);

        var barred = view.Ladder.First(rung => rung.Allowed == Ladder.Yes).Kind;
        talk.Do(Agent, new HandBackCommand(Stage.Satisfaction, "重做", [barred.Id()]));
        Assert.All(ChatView.Of(Read(talk, Tongue.En, Role.Manager), Place).Ladder.Where(rung => rung.Kind == barred), rung => Assert.Equal(Ladder.No, rung.Allowed));
    }

    [Fact]
    public void A_fact_that_a_person_put_right_is_marked()
    {
        var talk = CommandTests.Given("mine");
        talk.Do(Agent, new CorrectFactCommand("amount", "298", "小票"));
        var fact = ChatView.Of(Read(talk, Tongue.En, Role.Agent), Place).Facts.Single(fact => fact.Name == "amount");

        Assert.Equal(("298", "a-1", true), (fact.Value, fact.Source, fact.Corrected));
    }

    [Theory]
    [InlineData(Stage.Vent)]
    [InlineData(Stage.Apology)]
    [InlineData(Stage.Facts)]
    [InlineData(Stage.Remedy)]
    [InlineData(Stage.Satisfaction)]
    public void The_phrases_of_the_moment_are_filled_in_and_claim_nothing(Stage stage)
    {
        var talk = CommandTests.Given("mine");
        var state = talk.State;
        state.Stage = stage;
        var before = RealBot.Conversation.Write(state);
        var phrases = Moment.Of(new DeskReading(state, talk.Playbook, RealBot.Book, Tongue.En, Role.Agent, talk.Now));

        Assert.InRange(phrases.Count, 3, 14);
        Assert.All(phrases, phrase => Assert.DoesNotContain('{', phrase.Text));
        Assert.Contains(phrases, phrase => phrase.Group == PhraseGroup.Warm);
        var groups = phrases.Select(phrase => phrase.Group).ToList();
        Assert.All(groups.Distinct(), group => Assert.Equal(groups.Count(one => one == group), groups.LastIndexOf(group) - groups.IndexOf(group) + 1));
        Assert.Equal(before, RealBot.Conversation.Write(state));
    }

    private static DeskReading Read(Talk talk, Tongue tongue, Role role) => new(talk.State, talk.Playbook, RealBot.Book, tongue, role, talk.Now);
}
