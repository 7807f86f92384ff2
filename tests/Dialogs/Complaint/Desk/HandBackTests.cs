using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Complaint.DeskWalk;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

/// <summary>What comes after a person: the bot goes on, knows what was agreed, and does not call for a person again by itself.</summary>
public sealed class HandBackTests
{
    [Fact]
    public void The_bot_is_not_mute_after_a_hand_back_and_does_not_forget_what_the_person_agreed()
    {
        var talk = CommandTests.Given("mine");
        talk.Do(Agent, new OfferCommand(RemedyKind.Refund, "给您退288元", 288));
        talk.Do(Agent, new AnswerOfferCommand(true));
        var back = talk.Do(Agent, new HandBackCommand(Stage.Satisfaction, "今天退288元到原账户"));

        Assert.Contains("今天退288元到原账户", back.Texts.First(), StringComparison.Ordinal);
        Assert.Equal((Owner.Bot, Expects.Satisfaction), (back.State.Owner, back.State.Expects));
        Assert.Contains(talk.Say("我的投诉办到哪一步了？").Texts, text => text.Contains("今天退288元到原账户", StringComparison.Ordinal));
        talk.Say("5");
        Assert.Equal(5, talk.State.Case.Satisfaction);
        Assert.True(talk.Say("没有了，谢谢").State.Over, talk.ToString());
    }

    [Theory]
    [InlineData(Stage.Apology)]
    [InlineData(Stage.Facts)]
    [InlineData(Stage.Remedy)]
    [InlineData(Stage.Satisfaction)]
    public void The_waterfalls_begin_at_the_stage_that_is_given(Stage stage)
    {
        var talk = CommandTests.Given("mine");
        var back = talk.Do(Agent, new HandBackCommand(stage, "后厨重做一份"));

        Assert.Equal(Owner.Bot, back.State.Owner);
        Assert.True(back.Messages.Count > 1, talk.ToString());
        Assert.True(back.State.Stage >= stage, talk.ToString());
        Assert.NotEmpty(talk.Say("好的").Messages);
    }

    [Fact]
    public void What_must_not_be_raised_again_is_neither_asked_nor_offered_even_when_it_is_wished()
    {
        var talk = CommandTests.Given("mine");
        talk.Do(Agent, new HandBackCommand(Stage.Remedy, "重做一份", ["refund", "partial-refund", "discount", "place"]));
        talk.Say("我要退款");
        talk.Say("打折也行");

        Assert.DoesNotContain(talk.State.Case.Offers, offer => offer.Kind is RemedyKind.Refund or RemedyKind.PartialRefund or RemedyKind.Discount);
        Assert.DoesNotContain(talk.Turns.SelectMany(turn => turn.Asked), expects => expects == Expects.Fact("place"));
    }

    [Fact]
    public void Triggers_are_consumed_once()
    {
        var talk = new Talk("catering");
        talk.Say("你们店的汤里有只蟑螂，我已经找了律师，要起诉你们");
        if (talk.State.Owner == Owner.Bot) talk.Say("律师函已经发了，等着吧");
        Assert.Equal(Owner.Waiting, talk.State.Owner);
        talk.Do(Agent, new TakeCommand());
        talk.Do(Agent, new HandBackCommand(Stage.Satisfaction, "全额退款"));

        talk.Say("律师函的事先放着吧");
        Assert.Equal(Owner.Bot, talk.State.Owner);
    }

    [Fact]
    public void Asking_for_a_person_again_hands_over_again_to_the_one_who_had_it()
    {
        var talk = CommandTests.Given("mine");
        talk.Do(Agent, new HandBackCommand(Stage.Satisfaction, "全额退款"));
        talk.Say("还是让我跟真人说吧，转人工");

        Assert.Equal((Owner.Waiting, "a-1"), (talk.State.Owner, talk.State.Desk!.LastAgent!.Id));
        Assert.Equal(talk.Now, talk.State.Desk.QueuedAt);
        Assert.True(talk.Last.Said(Situation.BringInPerson), talk.ToString());
    }

    [Fact]
    public void A_grave_matter_that_a_person_settled_may_end_with_a_score_and_one_that_hurt_somebody_may_not()
    {
        foreach (var (line, asked) in (ReadOnlySpan<(string, bool)>)[("菜里吃出一块玻璃，气死我了，转人工", true), ("菜里的玻璃把我嘴割破了，流血了", false)])
        {
            var talk = new Talk("catering");
            talk.Say(line);
            Assert.Equal(Owner.Waiting, talk.State.Owner);
            talk.Do(Agent, new TakeCommand());
            talk.Do(Agent, new ClassifyCommand(null, Severity.Major, "玻璃"));
            talk.Do(Agent, new HandBackCommand(Stage.Satisfaction, "退全款"));
            Assert.Equal(asked, talk.State.Expects == Expects.Satisfaction);
        }
    }

    [Fact]
    public void An_old_stored_conversation_still_loads_and_goes_on()
    {
        var talk = CommandTests.Given("waiting");
        var old = System.Text.Json.Nodes.JsonNode.Parse(RealBot.Conversation.Write(talk.State))!.AsObject();
        old.Remove("desk");
        var state = RealBot.Conversation.Read(System.Text.Encoding.UTF8.GetBytes(old.ToJsonString()));

        Assert.Null(state.Desk);
        var command = Activity.Event(DeskEvents.Command, DeskCommandJson.ToElement(new TakeCommand()));
        command.From = Agent.ToAccount();
        var turn = RealBot.Conversation.OnTurn(state, command, talk.Now, talk.Playbook, new TurnAnswers { FreshCaseNumber = "C-1" });
        Assert.Null(turn.Refusal);
        Assert.Equal((Owner.Person, state.Handover!.At), (state.Owner, state.Desk!.QueuedAt!.Value));
    }

    [Fact]
    public void A_conversation_that_never_saw_the_desk_stores_nothing_of_it() =>
        Assert.DoesNotContain("\"desk\"", System.Text.Encoding.UTF8.GetString(RealBot.Conversation.Write(CommandTests.Given("bot").State)), StringComparison.Ordinal);
}
