using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class ComponentTests
{
    [Fact]
    public void A_component_ends_with_what_its_inner_dialogs_ended_with_and_its_parent_goes_on()
    {
        var talk = new Talk(Desk(new Journal()), "desk");

        Assert.Equal("Colour?", talk.Say("hello"));
        Assert.Equal(
            """[{"id":"desk","step":"paid"},{"id":"shop","inner":[{"id":"buy","step":"size"},{"id":"text","state":{"prompt":"Colour?"}}]}]""",
            talk.Stored);
        Assert.Equal("Size?", talk.Say("red"));
        talk.Say("9");
        Assert.Equal("red 9, paid", talk.Last.Result);
        Assert.Equal("[]", talk.Stored);
    }

    [Fact]
    public void Three_storeys_of_components_keep_their_stacks_apart()
    {
        var inner = new ComponentDialog("inner").AddDialog(new WaterfallDialog("main")
            .Step("ask", step => step.Prompt("text", PromptOptions.Of("Deep?")))
            .Step("end", step => step.EndDialog(step.Result + " deep")));
        var middle = new ComponentDialog("middle").AddDialog(new WaterfallDialog("main")
            .Step("down", step => step.BeginDialog("inner"))
            .Step("up", step => step.EndDialog(step.Result + " middle"))).AddDialog(inner);
        var outer = new ComponentDialog("outer").AddDialog(new WaterfallDialog("main")
            .Step("down", step => step.BeginDialog("middle"))
            .Step("up", step => step.EndDialog(step.Result + " outer"))).AddDialog(middle);
        var talk = new Talk(new DialogSet().Add(outer).Add(new TextPrompt("text")), "outer");

        talk.Say("go");
        Assert.Contains("""{"id":"middle","inner":[{"id":"main","step":"up"},{"id":"inner","inner":[{"id":"main","step":"end"},{"id":"text",""", talk.Stored, StringComparison.Ordinal);
        talk.Say("very");
        Assert.Equal("very deep middle outer", talk.Last.Result);
    }

    [Fact]
    public void An_interruption_that_answers_and_asks_again_leaves_the_stack_as_it_was()
    {
        var talk = new Talk(Desk(new Journal()), "desk");
        talk.Say("hello");
        string before = talk.Stored;

        Assert.Equal("We open at nine. | Colour?", talk.Say("hours"));
        Assert.Equal(before, talk.Stored);
        Assert.Equal("Size?", talk.Say("red"));
    }

    [Fact]
    public void An_interrupting_dialog_ends_with_the_open_question_asked_again()
    {
        var talk = new Talk(Desk(new Journal()), "desk");
        talk.Say("hello");

        Assert.Equal("Leave your number?", talk.Say("call me"));
        Assert.Contains("""{"id":"call","step":"thank","interrupts":true}""", talk.Stored, StringComparison.Ordinal);
        Assert.Equal("Noted 555. | Colour?", talk.Say("555"));
        Assert.Equal("Size?", talk.Say("red"));
        talk.Say("9");
        Assert.Equal("red 9, paid", talk.Last.Result);
    }

    [Fact]
    public void An_interruption_does_not_answer_a_step_that_listens_without_a_prompt()
    {
        var component = new Interruptible("root", new Journal());
        component.AddDialog(new WaterfallDialog("listen")
            .Step("open", step => WaterfallTests.Answer(step, "Tell me."))
            .Step("heard", step => step.EndDialog("heard " + step.Result)));
        component.AddDialog(Interruptible.Call());
        var talk = new Talk(component);
        talk.Say("hello");
        talk.Say("call me");

        Assert.Equal("Noted 555.", talk.Say("555"));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Last.Status);
        talk.Say("it leaks");
        Assert.Equal("heard it leaks", talk.Last.Result);
    }

    [Fact]
    public void An_interruption_replaced_by_another_is_still_one()
    {
        var component = new Interruptible("root", new Journal());
        component.AddDialog(new WaterfallDialog("listen")
            .Step("open", step => WaterfallTests.Answer(step, "Tell me."))
            .Step("heard", step => step.EndDialog("heard " + step.Result)));
        component.AddDialog(new WaterfallDialog("call").Step("switch", step => step.ReplaceDialog("mail")));
        component.AddDialog(new WaterfallDialog("mail").Step("ask", step => WaterfallTests.Answer(step, "Mail?")).Step("end", step => step.EndDialog("mailed")));
        var talk = new Talk(component);
        talk.Say("hello");
        Assert.Equal("Mail?", talk.Say("call me"));
        talk.Say("a@b");

        Assert.Equal(DialogTurnStatus.Waiting, talk.Last.Status);
        talk.Say("it leaks");
        Assert.Equal("heard it leaks", talk.Last.Result);
    }

    [Fact]
    public void A_component_can_end_itself_over_open_inner_dialogs()
    {
        var journal = new Journal();
        var talk = new Talk(Desk(journal), "desk");
        talk.Say("hello");

        talk.Say("enough");
        Assert.Equal("broken off, paid", talk.Last.Result);
        Assert.Equal("[]", talk.Stored);
        Assert.Equal(["shop EndCalled"], journal.Entries);
    }

    [Fact]
    public void Cancelling_inside_ends_the_component_without_a_result()
    {
        var talk = new Talk(Desk(new Journal()), "desk");
        talk.Say("hello");

        talk.Say("cancel");
        Assert.Equal(", paid", talk.Last.Result);
    }

    [Fact]
    public void Cancelling_with_parents_empties_every_stack_and_resumes_nobody()
    {
        var journal = new Journal();
        var talk = new Talk(Desk(journal), "desk");
        talk.Say("hello");

        talk.Say("cancel all");
        Assert.Equal(DialogTurnStatus.Cancelled, talk.Last.Status);
        Assert.Equal("[]", talk.Stored);
        Assert.Equal(["shop CancelCalled"], journal.Entries);
    }

    [Fact]
    public void The_end_of_the_conversation_cancels_all_and_tells_the_components()
    {
        var journal = new Journal();
        var talk = new Talk(Desk(journal), "desk");
        talk.Say("hello");

        talk.Send(new Activity { Type = ActivityTypes.EndOfConversation });
        Assert.Equal(DialogTurnStatus.Cancelled, talk.Last.Status);
        Assert.Equal("[]", talk.Stored);
        Assert.Equal(["shop CancelCalled"], journal.Entries);

        talk.Send(new Activity { Type = ActivityTypes.EndOfConversation });
        Assert.Equal(DialogTurnStatus.Empty, talk.Last.Status);
    }

    [Fact]
    public void The_reprompt_event_asks_the_open_question_again()
    {
        var talk = new Talk(Desk(new Journal()), "desk");
        Assert.Equal("", talk.Send(Activity.Event(DialogRunner.RepromptEvent)));
        Assert.Equal(DialogTurnStatus.Empty, talk.Last.Status);
        talk.Say("hello");

        Assert.Equal("Colour?", talk.Send(Activity.Event(DialogRunner.RepromptEvent)));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Last.Status);
    }

    [Fact]
    public void A_component_without_dialogs_says_what_is_missing() =>
        Assert.Contains("Call AddDialog", Assert.Throws<InvalidOperationException>(() => new Talk(new ComponentDialog("empty")).Say("go")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_dialog_begun_first_can_be_another_than_the_one_added_first()
    {
        var component = new ComponentDialog("both") { InitialDialogId = "b" }
            .AddDialog(new WaterfallDialog("a").Step("end", step => step.EndDialog("a")))
            .AddDialog(new WaterfallDialog("b").Step("end", step => step.EndDialog("b")));
        var talk = new Talk(component);
        talk.Say("go");

        Assert.Equal("b", talk.Last.Result);
    }

    private static DialogSet Desk(Journal journal)
    {
        var shop = new Interruptible("shop", journal);
        shop.AddDialog(new WaterfallDialog("buy")
            .Step("colour", step => step.Prompt("text", PromptOptions.Of("Colour?")))
            .Step("size", step => step.BeginDialog("sized", new Order { Name = step.ResultAs<string>() }))
            .Step("end", step => step.EndDialog(step.Result)));
        shop.AddDialog(new WaterfallDialog<Order>("sized", TestJson.Default.Order)
            .Step("ask", step => step.Prompt("text", PromptOptions.Of("Size?")))
            .Step("end", step => step.EndDialog($"{step.State.Name} {step.Result}")));
        shop.AddDialog(Interruptible.Call());
        return new DialogSet()
            .Add(new WaterfallDialog("desk").Step("shop", step => step.BeginDialog("shop")).Step("paid", step => step.EndDialog(step.Result + ", paid")))
            .Add(shop)
            .Add(new TextPrompt("text"));
    }

    private sealed class Journal
    {
        public List<string> Entries { get; } = [];
    }

    private sealed class Interruptible(string id, Journal journal) : ComponentDialog(id)
    {
        public static WaterfallDialog Call() => new WaterfallDialog("call")
            .Step("ask", step => WaterfallTests.Answer(step, "Leave your number?"))
            .Step("thank", step =>
            {
                step.Context.SendActivity($"Noted {step.Result}.");
                return step.EndDialog("a number");
            });

        protected override DialogTurnResult OnContinueDialog(DialogContext innerDc)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "hours":
                    innerDc.Context.SendActivity("We open at nine.");
                    innerDc.RepromptDialog();
                    return EndOfTurn;
                case "call me":
                    return innerDc.InterruptWith("call");
                case "cancel":
                    return innerDc.CancelAllDialogs();
                case "cancel all":
                    return innerDc.CancelAllDialogs(cancelParents: true);
                case "enough":
                    return EndComponent(innerDc.Parent!, "broken off");
                default:
                    return base.OnContinueDialog(innerDc);
            }
        }

        protected override void OnEndDialog(TurnContext context, DialogInstance instance, DialogReason reason) => journal.Entries.Add($"{Id} {reason}");
    }
}
