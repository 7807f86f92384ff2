using System.Text.Json;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Complaint.DeskWalk;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

/// <summary>Each command: what it does, and when it is refused.</summary>
public sealed class CommandTests
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    public static TheoryData<string, DeskCommand, string> Refused => new()
    {
        { "bot", new ReleaseCommand(ReleaseReason.Wish), DeskRefusal.NotWaiting },
        { "bot", new TransferCommand(Person: "a-2"), DeskRefusal.NotWaiting },
        { "bot", new SettleCommand("好了"), DeskRefusal.NotYours },
        { "mine", new ReplyCommand("  "), DeskRefusal.Empty },
        { "mine", new ReplyCommand(new string('长', 4_001)), DeskRefusal.TooLong },
        { "mine", new NoteCommand(""), DeskRefusal.Empty },
        { "mine", new WhisperCommand("hello"), DeskRefusal.NotAllowed },
        { "mine", new HoldCommand(Talk.Noon.AddDays(-1)), DeskRefusal.NotYet },
        { "mine", new TransferCommand(), DeskRefusal.Empty },
        { "mine", new TransferCommand(Person: "a-1"), DeskRefusal.NotAllowed },
        { "mine", new OfferCommand(RemedyKind.Refund, "退款"), DeskRefusal.UnknownRemedy },
        { "mine", new OfferCommand(RemedyKind.Refund, "退款", -1), DeskRefusal.UnknownRemedy },
        { "mine", new OfferCommand(RemedyKind.Refund, "退款", 1, "yuan"), DeskRefusal.UnknownRemedy },
        { "mine", new OfferCommand(RemedyKind.Refund, "退款", 1, Rung: 77), DeskRefusal.UnknownRemedy },
        { "mine", new OfferCommand(RemedyKind.Refund, "退款", 60_000), DeskRefusal.NotAllowed },
        { "mine", new AnswerOfferCommand(true), DeskRefusal.NoOffer },
        { "mine", new ApproveCommand("1", true), DeskRefusal.UnknownApproval },
        { "mine", new CorrectFactCommand("shoe_size", "44", "asked"), DeskRefusal.UnknownFact },
        { "mine", new CorrectFactCommand("amount", "viel", "asked"), DeskRefusal.UnknownFact },
        { "mine", new CorrectFactCommand("amount", "12", ""), DeskRefusal.Empty },
        { "mine", new ClassifyCommand(Reason: "why not"), DeskRefusal.Empty },
        { "mine", new ClassifyCommand("weather", null, "rain"), DeskRefusal.UnknownFact },
        { "mine", new HandBackCommand(Stage.Satisfaction), DeskRefusal.Empty },
        { "mine", new HandBackCommand(Stage.Vent, "全退"), DeskRefusal.NotAllowed },
        { "mine", new HandBackCommand(Stage.Remedy, "全退", ["moonlight"]), DeskRefusal.UnknownFact },
        { "mine", new EndChatCommand("rude"), DeskRefusal.NotYet },
        { "mine", new CallBackCommand(Talk.Noon.AddDays(1)), DeskRefusal.Empty },
        { "mine", new CallBackCommand(Talk.Noon.AddDays(1), "call me"), DeskRefusal.Malformed },
        { "theirs", new TakeCommand(), DeskRefusal.Taken },
        { "theirs", new ReplyCommand("您好"), DeskRefusal.NotYours },
        { "theirs", new HandBackCommand(Stage.Satisfaction, "全退"), DeskRefusal.NotYours },
        { "theirs", new OfferCommand(RemedyKind.Refund, "退款", 5), DeskRefusal.NotYours },
        { "theirs", new ReleaseCommand(ReleaseReason.Wish), DeskRefusal.NotYours },
        { "settled", new ReplyCommand("还有一句"), DeskRefusal.Over },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_may_not_be_done_is_refused_with_its_code_and_changes_nothing(string whose, DeskCommand command, string code)
    {
        var talk = Given(whose);
        var turns = talk.Turns.Count;

        Assert.Equal(code, talk.Try(Agent, command)?.Code);
        Assert.Equal(turns, talk.Turns.Count);
    }

    [Theory]
    [InlineData("""{"do":"fly"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"do":"reply"}""")]
    [InlineData("""{"do":"reply","text":null}""")]
    [InlineData("""{"do":"offer","kind":"gold","text":"x"}""")]
    [InlineData("""{"do":"offer","kind":"refund","text":"x","amount":1e400}""")]
    [InlineData("""{"do":{"do":"take"}}""")]
    [InlineData("""{"do":"hold","until":"tomorrow"}""")]
    [InlineData("""[1,2]""")]
    [InlineData("\"take\"")]
    public void Hostile_input_is_refused_and_never_thrown(string json)
    {
        using var value = JsonDocument.Parse(json);

        Assert.Equal(DeskRefusal.Malformed, Given("waiting").Try(Agent.ToAccount(), value.RootElement)?.Code);
    }

    [Fact]
    public void An_agent_without_a_role_of_the_desk_is_refused_and_a_customer_who_writes_commands_is_not_heard()
    {
        var talk = Given("waiting");

        Assert.Equal(DeskRefusal.NotAllowed, talk.Try(new ChannelAccount { Id = "x", Role = DeskPerson.RoleType }, DeskCommandJson.ToElement(new TakeCommand()))?.Code);
        Assert.Null(talk.Try(new ChannelAccount { Id = "customer", Role = RoleTypes.User }, DeskCommandJson.ToElement(new TakeCommand())));
        Assert.Equal(Owner.Waiting, talk.State.Owner);
        Assert.Equal(DeskRefusal.Malformed, talk.Try(Agent.ToAccount(), Nothing)?.Code);
    }

    [Fact]
    public void Who_takes_the_chat_is_named_once_and_taking_it_again_says_nothing()
    {
        var talk = Given("waiting");
        var taken = talk.Do(Agent, new TakeCommand());

        Assert.Contains("Zhou Ning", Assert.Single(taken.Texts), StringComparison.Ordinal);
        Assert.Equal(("a-1", "bot"), (taken.Messages[0].From!.Id!, taken.Messages[0].From!.Role!));
        Assert.Equal("person", TurnEntity.Read(taken.Messages[0], "owner"));
        Assert.Empty(talk.Do(Agent, new TakeCommand()).Messages);
        Assert.Equal(DeskRefusal.Taken, talk.Try(Other, new TakeCommand())?.Code);
        talk.Do(Supervisor, new TakeCommand());
        Assert.Equal(("s-1", "a-1"), (talk.State.Desk!.Agent!.Id, talk.State.Desk.LastAgent!.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_takes_the_chat_is_named_however_often_it_changes_hands(bool inEnglish)
    {
        var talk = Given("waiting");
        if (inEnglish) talk.Say("Please let's speak English, I want to talk to a real person.");
        var lines = new List<string>();
        for (var time = 0; time < 20; time++)
        {
            lines.Add(Assert.Single(talk.Do(Agent, new TakeCommand()).Texts));
            talk.Do(Agent, new ReleaseCommand(ReleaseReason.Disconnected));
        }

        Assert.All(lines, line => Assert.Contains(Agent.Name, line, StringComparison.Ordinal));
        var forms = lines.Distinct().Count();
        Assert.InRange(forms, 6, 20);
        for (var time = forms; time < lines.Count; time++) Assert.Equal(lines[time - forms], lines[time]);
    }

    [Fact]
    public void Any_message_from_a_person_takes_ownership()
    {
        var talk = Given("bot");
        var reply = talk.Do(Agent, new ReplyCommand("您好，我来看看。"));

        Assert.Equal((Owner.Person, "您好，我来看看。"), (reply.State.Owner, reply.Texts.Last()));
        Assert.Empty(talk.Say("那你们打算怎么办？").Messages);
    }

    [Fact]
    public void Notes_and_whispers_are_lines_that_never_go_to_the_customer()
    {
        var talk = Given("mine");
        var (note, whisper) = (talk.Do(Other, new NoteCommand("她上周也来过")), talk.Do(Supervisor, new WhisperCommand("先道歉")));

        Assert.Empty(note.Messages.Concat(whisper.Messages));
        Assert.Equal(([DeskEvents.Note, DeskEvents.Whisper]), new[] { note.Notes[0].Name!, whisper.Notes[0].Name! });
        Assert.All(talk.Turns.SelectMany(turn => turn.Notes), line => Assert.Equal(ActivityTypes.Event, line.Type));
    }

    [Fact]
    public void A_hold_tells_the_customer_until_when_and_is_a_promise()
    {
        var talk = Given("mine");
        var held = talk.Do(Agent, new HoldCommand(talk.Now.AddMinutes(20)));

        Assert.Single(held.Messages);
        Assert.Contains(held.Events, entry => entry.Kind == CaseEventKind.PromiseMade && entry.Actor == "a-1");
        Assert.Equal(talk.Now.AddMinutes(20), held.State.Desk!.HeldUntil);
    }

    [Fact]
    public void An_offer_within_authority_goes_out_and_one_above_waits_for_somebody_else_who_may()
    {
        var talk = Given("mine");
        var within = talk.Do(Agent, new OfferCommand(RemedyKind.Refund, "给您退500元", 500));
        Assert.Equal("offer", TurnEntity.Read(Assert.Single(within.Messages), "expects"));

        var above = talk.Do(Agent, new OfferCommand(RemedyKind.Refund, "给您退3000元", 3_000));
        var request = Assert.Single(above.State.Desk!.Approvals!);
        Assert.Empty(above.Messages);
        Assert.Equal(Role.Supervisor, request.Needs);
        Assert.Equal(DeskRefusal.NotAllowed, talk.Try(Agent, new ApproveCommand(request.Id, true))?.Code);
        Assert.Equal(DeskRefusal.NotAllowed, talk.Try(Other, new ApproveCommand(request.Id, true))?.Code);

        var granted = talk.Do(Supervisor, new ApproveCommand(request.Id, true, "老顾客"));
        Assert.Equal(("给您退3000元", "a-1"), (Assert.Single(granted.Messages).Text!, granted.Messages[0].From!.Id!));
        Assert.Null(granted.State.Desk!.Approvals);
        var accepted = talk.Do(Agent, new AnswerOfferCommand(true));
        Assert.Equal(RemedyState.Accepted, accepted.State.Case.LastOffer!.State);
        Assert.Contains(accepted.Events, entry => entry.Kind == CaseEventKind.TaskOpened && entry.Data["kind"] == "carry-out");
        Assert.Equal(DeskRefusal.NoOffer, talk.Try(Agent, new AnswerOfferCommand(true))?.Code);
    }

    [Fact]
    public void A_declined_request_is_told_to_colleagues_only()
    {
        var talk = Given("mine");
        talk.Do(Agent, new OfferCommand(RemedyKind.Refund, "给您退3000元", 3_000));
        var declined = talk.Do(Supervisor, new ApproveCommand("1", false, "先查清楚"));

        Assert.Empty(declined.Messages);
        Assert.Equal("先查清楚", Assert.Single(declined.Notes).Text);
    }

    [Fact]
    public void A_fact_put_right_keeps_its_old_value_on_the_timeline()
    {
        var talk = Given("mine");
        talk.Do(Agent, new CorrectFactCommand("amount", "88", "小票上写的"));
        var again = talk.Do(Agent, new CorrectFactCommand("amount", "98", "看错了"));

        Assert.Contains(again.Events, entry => entry.Kind == CaseEventKind.FactRecorded && entry.Data["old"] == "88" && entry.Data["value"] == "98" && entry.Actor == "a-1");
    }

    [Fact]
    public void A_person_may_lower_the_severity_and_something_new_raises_it_again()
    {
        var talk = Given("mine");
        talk.Do(Agent, new ClassifyCommand(null, Severity.Minor, "没有人受伤"));
        talk.Say("就是味道不对");
        Assert.Equal(Severity.Minor, talk.State.Case.Severity);
        talk.Say("我妈吃了以后上吐下泻，现在在医院");
        Assert.Equal(Severity.Major, talk.State.Case.Severity);
        Assert.Empty(talk.Last.Messages);
    }

    [Fact]
    public void A_chat_ends_for_abuse_only_after_a_boundary_and_one_more_insult()
    {
        var talk = Given("mine");
        talk.Say("你们都是一群废物，混蛋");
        talk.Do(Agent, new BoundaryCommand());
        Assert.Equal(DeskRefusal.NotYet, talk.Try(Agent, new EndChatCommand("abuse"))?.Code);
        talk.Say("混蛋，去死吧废物");

        var ended = talk.Do(Agent, new EndChatCommand("abuse"));
        Assert.True(ended.State.Over);
        Assert.Single(ended.Messages);
    }

    [Fact]
    public void Who_comes_back_after_it_was_settled_comes_back_to_the_same_person()
    {
        var talk = Given("mine");
        talk.Do(Agent, new SettleCommand("那就这样办，今天退给您。", "refund"));
        Assert.Equal((CaseState.Settled, true), (talk.State.Case.State, talk.State.Over));
        talk.Say("昨天答应退的钱还是没到账，说话不算数", TimeSpan.FromDays(2));

        Assert.True(talk.State.Owner == Owner.Waiting, talk.ToString());
        Assert.Equal("a-1", talk.State.Desk!.LastAgent!.Id);
        Assert.Equal(CaseState.Reopened, talk.State.Case.State);
    }

    internal static Talk Given(string whose)
    {
        var talk = new Talk("catering");
        talk.Say("昨晚在城东店吃的水煮鱼是馊的，288块，太差了");
        if (whose == "bot") return talk;
        talk.Say("我不跟机器人说，转人工");
        Assert.Equal(Owner.Waiting, talk.State.Owner);
        if (whose == "waiting") return talk;
        talk.Do(whose == "theirs" ? Other : Agent, new TakeCommand());
        if (whose == "settled") talk.Do(Agent, new SettleCommand("办好了，谢谢您告诉我们。"));
        return talk;
    }
}
