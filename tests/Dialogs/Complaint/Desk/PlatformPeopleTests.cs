using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Complaint.DeskWalk;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

/// <summary>People of the platform a chat came by, who speak to the customer without us.</summary>
public sealed class PlatformPeopleTests
{
    [Fact]
    public void Who_is_taken_by_them_waits_no_more_hears_nothing_of_ours_and_is_nobodys_to_be_reminded_of()
    {
        var talk = CommandTests.Given("waiting");
        talk.Hear(PlatformWord.Asked);
        Assert.Equal((Owner.Waiting, PassedOn.Asked), (talk.State.Owner, talk.State.Desk!.PassedOn));
        Assert.NotNull(talk.NextLook);

        var taken = talk.Hear(PlatformWord.Accepted);

        Assert.Equal((Owner.Person, true, null), (taken.State.Owner, taken.State.Desk!.IsElsewhere, talk.NextLook));
        Assert.Empty(taken.Messages);
        Assert.Contains(talk.Events, entry => entry.Kind == CaseEventKind.TakenOver && entry.Actor == DeskPerson.PlatformId);
        Assert.Empty(talk.Say("有人吗？").Messages);
        Assert.Null(talk.State.Desk.UnansweredSince);
        Assert.Empty(talk.Tick(TimeSpan.FromHours(2), new ClockTick(AgentSeenAt: talk.Now)).Messages);
        Assert.Equal(Owner.Person, talk.State.Owner);
    }

    [Theory]
    [InlineData(Tongue.ZhHans)]
    [InlineData(Tongue.En)]
    public void When_they_are_done_the_bot_says_so_asks_how_it_was_and_quotes_nothing_it_does_not_know(Tongue tongue)
    {
        var talk = Waiting(tongue);
        talk.Hear(PlatformWord.Asked);
        talk.Hear(PlatformWord.Accepted);

        var back = talk.Hear(PlatformWord.Completed, TimeSpan.FromMinutes(20));

        Assert.Equal((Owner.Bot, Expects.Satisfaction, Stage.Satisfaction), (back.State.Owner, back.State.Expects, back.State.Stage));
        Assert.True(back.Said(Situation.BackFromElsewhere), talk.ToString());
        Assert.Equal((null, null), (back.State.Desk!.Agreed, back.State.Handover));
        talk.Say("5");
        Assert.Equal(5, talk.State.Case.Satisfaction);
    }

    [Fact]
    public void Who_was_never_theirs_keeps_the_place_in_our_queue_without_a_word_and_is_not_passed_on_again()
    {
        var talk = CommandTests.Given("waiting");
        var queued = talk.State.Desk!.QueuedAt;
        talk.Hear(PlatformWord.Asked);

        var failed = talk.Hear(PlatformWord.Failed, TimeSpan.FromSeconds(20));

        Assert.Empty(failed.Messages);
        Assert.Equal((Owner.Waiting, queued, PassedOn.Over), (talk.State.Owner, talk.State.Desk!.QueuedAt, talk.State.Desk.PassedOn));
        talk.Hear(PlatformWord.Asked);
        talk.Hear(PlatformWord.Accepted);
        Assert.Equal((Owner.Waiting, PassedOn.Over), (talk.State.Owner, talk.State.Desk.PassedOn));
        talk.Do(Agent, new TakeCommand());
        Assert.True(Ownership(talk, Agent), talk.ToString());
    }

    [Fact]
    public void Who_was_theirs_comes_back_to_the_old_place_and_hears_it_once()
    {
        var talk = CommandTests.Given("waiting");
        var queued = talk.State.Desk!.QueuedAt;
        talk.Hear(PlatformWord.Accepted);

        var back = talk.Hear(PlatformWord.Failed, TimeSpan.FromMinutes(3));

        Assert.True(back.Said(Situation.ReturnedToQueue), talk.ToString());
        Assert.Equal((Owner.Waiting, queued, null), (talk.State.Owner, talk.State.Desk!.QueuedAt, talk.State.Desk.LastAgent));
        Assert.Empty(talk.Hear(PlatformWord.Failed).Messages);
    }

    /// <summary>The words in every order they may come in, each twice: the end is the same, and nothing is said or filed twice.</summary>
    [Theory]
    [InlineData(Owner.Bot, PlatformWord.Asked, PlatformWord.Accepted, PlatformWord.Completed)]
    [InlineData(Owner.Bot, PlatformWord.Accepted, PlatformWord.Asked, PlatformWord.Completed)]
    [InlineData(Owner.Bot, PlatformWord.Asked, PlatformWord.Completed, PlatformWord.Accepted)]
    [InlineData(Owner.Bot, PlatformWord.Completed, PlatformWord.Asked, PlatformWord.Accepted)]
    [InlineData(Owner.Waiting, PlatformWord.Asked, PlatformWord.Failed, PlatformWord.Accepted)]
    [InlineData(Owner.Waiting, PlatformWord.Asked, PlatformWord.Accepted, PlatformWord.Failed)]
    [InlineData(Owner.Waiting, PlatformWord.Failed, PlatformWord.Completed, PlatformWord.Asked)]
    public void What_comes_twice_or_out_of_order_changes_nothing_twice(Owner end, params PlatformWord[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (once, twice) = (Waiting(Tongue.ZhHans), Waiting(Tongue.ZhHans));
        foreach (var word in words)
        {
            once.Hear(word);
            twice.Hear(word);
            Assert.Empty(twice.Hear(word).Messages);
        }

        Assert.Equal((end, end), (once.State.Owner, twice.State.Owner));
        Assert.Equal(once.Events.Select(entry => entry.Kind), twice.Events.Select(entry => entry.Kind));
    }

    [Fact]
    public void A_person_of_ours_who_was_faster_keeps_the_chat_and_a_supervisor_takes_it_back_for_good()
    {
        var talk = CommandTests.Given("waiting");
        talk.Hear(PlatformWord.Asked);
        talk.Do(Agent, new TakeCommand());
        talk.Hear(PlatformWord.Accepted);
        talk.Hear(PlatformWord.Completed);
        Assert.True(Ownership(talk, Agent), talk.ToString());

        talk.Do(Agent, new ReleaseCommand(ReleaseReason.Wish));
        talk.Hear(PlatformWord.Accepted);
        Assert.Equal(DeskRefusal.WithPlatform, talk.Try(Other, new TakeCommand())?.Code);
        talk.Do(Supervisor, new TakeCommand());
        talk.Hear(PlatformWord.Completed);
        talk.Hear(PlatformWord.Accepted);
        Assert.True(Ownership(talk, Supervisor), talk.ToString());
    }

    [Fact]
    public void A_new_handover_asks_them_anew_and_who_joins_unasked_silences_the_bot()
    {
        var talk = Waiting(Tongue.ZhHans);
        talk.Hear(PlatformWord.Asked);
        talk.Hear(PlatformWord.Completed);
        Assert.Equal(Owner.Bot, talk.State.Owner);
        talk.Say("还是让我跟真人说吧，转人工");
        Assert.Equal((Owner.Waiting, null), (talk.State.Owner, talk.State.Desk!.PassedOn));

        var alone = new Talk("catering");
        alone.Say("汤里有根头发");
        alone.Hear(PlatformWord.Joined);
        Assert.Equal(Owner.Person, alone.State.Owner);
        Assert.Empty(alone.Say("你好").Messages);
    }

    [Fact]
    public void What_does_not_come_in_their_name_is_nothing()
    {
        var talk = CommandTests.Given("waiting");
        foreach (var sender in (ChannelAccount[])[new() { Id = DeskPerson.PlatformId, Role = RoleTypes.User }, Agent.ToAccount(), DeskPerson.System.ToAccount()])
            Assert.Equal(Owner.Waiting, talk.Hear(PlatformWord.Accepted, sender).State.Owner);
    }

    private static Talk Waiting(Tongue tongue)
    {
        var talk = new Talk("retail", tongue);
        foreach (var line in tongue == Tongue.En ? (string[])["Your cashier was rude to me.", "I want to talk to a real person.", "A human being, please. Now."] : ["你们收银员态度很差", "我要找真人客服。", "转人工，马上。"]) talk.Say(line);
        Assert.Equal(Owner.Waiting, talk.State.Owner);
        return talk;
    }

    private static bool Ownership(Talk talk, DeskPerson person) => talk.State is { Owner: Owner.Person, Desk.Agent: { } agent } && agent.Id == person.Id;
}
