using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Complaint.DeskWalk;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

/// <summary>What time does to a chat: notices, calls, silence, and the way back to the queue.</summary>
public sealed class ChatClockTests
{
    private static readonly ClockTick Here = new(Open: true, AgentOnline: true);

    [Fact]
    public void Nobody_free_and_the_customer_does_not_wait_for_ever()
    {
        var talk = CommandTests.Given("waiting");
        var queued = talk.Now;
        Assert.Equal(queued.AddSeconds(60), talk.NextLook);
        Assert.Empty(talk.Tick(TimeSpan.FromSeconds(30)).Messages);
        Assert.True(talk.Tick(TimeSpan.FromSeconds(30)).Said(Situation.StillWaiting));
        Assert.Equal(queued.AddMinutes(5), talk.NextLook);
        Assert.Empty(talk.Tick(TimeSpan.FromMinutes(2)).Messages);

        var offered = talk.Tick(TimeSpan.FromMinutes(2));
        Assert.Equal([Expects.Fact(FactNames.ContactPhone)], offered.Asked);
        Assert.Null(talk.NextLook);
        var taken = talk.Say("13800138000");
        Assert.True(taken.Said(Situation.CallBackNoted), talk.ToString());
        Assert.Contains(taken.Events, entry => entry.Kind == CaseEventKind.PromiseMade);
        Assert.Empty(talk.Tick(TimeSpan.FromMinutes(30)).Messages);
    }

    [Fact]
    public void A_handoff_message_does_not_reset_a_waiting_clock()
    {
        var talk = CommandTests.Given("waiting");
        var queued = talk.Now;
        talk.Say("还在吗？", TimeSpan.FromSeconds(40));
        Assert.Equal(queued.AddSeconds(60), talk.NextLook);
        talk.Do(Agent, new TakeCommand(), TimeSpan.FromMinutes(3));
        talk.Do(Agent, new TransferCommand(Person: "a-2", PersonName: "Lin Hao", Reason: "knows it"));
        Assert.Equal((queued, "a-2"), (talk.State.Desk!.QueuedAt!.Value, talk.State.Desk.AddressedTo!.Id));
        Assert.Equal(queued.AddMinutes(5), talk.NextLook);
        talk.Do(Other, new TakeCommand());
        talk.Do(Other, new ReleaseCommand(ReleaseReason.ShiftEnd));
        Assert.Equal(queued, talk.State.Desk!.QueuedAt);
    }

    [Fact]
    public void Without_a_known_time_none_is_told()
    {
        var talk = CommandTests.Given("waiting");
        talk.People = DeskStatus.Nobody;

        Assert.True(talk.Tick(TimeSpan.FromSeconds(60)).Said(Situation.StillSearching));
    }

    [Fact]
    public void A_silent_person_loses_the_chat_after_ten_minutes_and_the_customer_hears_of_it_at_five()
    {
        var talk = CommandTests.Given("mine");
        talk.Do(Agent, new ReplyCommand("我看一下"));
        Assert.Null(talk.NextLook);
        talk.Say("好，快点");
        Assert.Equal(talk.Now.AddMinutes(5), talk.NextLook);

        var silent = talk.Tick(TimeSpan.FromMinutes(5), Here);
        Assert.Single(silent.Messages);
        Assert.Empty(silent.FromBot);
        Assert.True(silent.State.Desk!.IsSilent);
        var released = talk.Tick(TimeSpan.FromMinutes(5), Here);
        Assert.Equal(Owner.Waiting, released.State.Owner);
        Assert.True(released.Said(Situation.ReturnedToQueue));
        Assert.Contains(released.Events, entry => entry.Kind == CaseEventKind.Released && entry.Data["why"] == "silent" && entry.Actor == "system");
    }

    [Theory]
    [InlineData("好的，谢谢您", false)]
    [InlineData("谢谢", false)]
    [InlineData("Okay, thank you!", false)]
    [InlineData("谢谢，那钱什么时候到账？", true)]
    [InlineData("好的，可是菜还是馊的", true)]
    public void A_waiting_clock_does_not_run_on_after_thanks(string line, bool waits)
    {
        var talk = CommandTests.Given("mine");
        talk.Do(Agent, new ReplyCommand("今天就给您退。"));
        talk.Say(line);

        Assert.Equal((waits, waits), (talk.State.Desk!.UnansweredSince is not null, talk.NextLook is not null));
    }

    [Fact]
    public void A_hold_counts_as_present_until_it_ends()
    {
        var talk = CommandTests.Given("mine");
        talk.Do(Agent, new HoldCommand(talk.Now.AddMinutes(30)));
        talk.Say("知道了");
        Assert.Equal(talk.State.Desk!.HeldUntil!.Value.AddMinutes(5), talk.NextLook);
        Assert.Empty(talk.Tick(TimeSpan.FromMinutes(20), new ClockTick(true, false, talk.Now)).Messages);
        Assert.Single(talk.Tick(TimeSpan.FromMinutes(15), Here).Messages);
    }

    [Fact]
    public void An_offline_person_s_chat_returns_after_two_minutes_to_its_old_place()
    {
        var talk = CommandTests.Given("mine");
        var (queued, seen) = (talk.State.Desk!.QueuedAt, talk.Now);
        Assert.Empty(talk.Tick(TimeSpan.FromMinutes(1), new ClockTick(true, false, seen)).Messages);
        Assert.Equal(seen.AddMinutes(2), talk.NextLook);
        talk.Tick(TimeSpan.FromMinutes(1), new ClockTick(true, false, seen));

        Assert.Equal((Owner.Waiting, queued, "a-1"), (talk.State.Owner, talk.State.Desk!.QueuedAt, talk.State.Desk.LastAgent!.Id));
    }

    [Fact]
    public void The_bot_asks_once_whether_the_customer_is_still_there_and_only_on_an_open_page()
    {
        var talk = CommandTests.Given("bot");
        Assert.Equal(talk.Now.AddMinutes(10), talk.NextLook);
        Assert.Empty(talk.Tick(TimeSpan.FromMinutes(10), new ClockTick(Open: false)).Messages);
        Assert.Null(talk.NextLook);
        Assert.True(talk.Tick(TimeSpan.FromMinutes(1)).Said(Situation.StillThere));
    }
}
