using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class WaterfallTests
{
    [Fact]
    public void Each_step_gets_the_answer_to_the_one_before_and_the_state_is_kept()
    {
        var talk = new Talk(OrderDialogs(), "order");

        Assert.Equal("Name?", talk.Say("hello"));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Last.Status);
        Assert.Equal("How many?", talk.Say("Ann"));
        Assert.Equal("3 for Ann.", talk.Say("3"));
        Assert.Equal(DialogTurnStatus.Complete, talk.Last.Status);
        Assert.Equal(3, Assert.IsType<Order>(talk.Last.Result).Count);
        Assert.Equal("[]", talk.Stored);
        Assert.Equal("Name?", talk.Say("again"));
    }

    [Fact]
    public void The_stored_stack_names_the_step_that_takes_the_answer_and_no_types()
    {
        var talk = new Talk(OrderDialogs(), "order");
        talk.Say("hello");
        talk.Say("安");

        Assert.Equal("""[{"id":"order","step":"done","state":{"name":"安","count":0}},{"id":"number","state":{"prompt":"How many?"}}]""", talk.Stored);
    }

    [Fact]
    public void A_step_that_waits_without_a_prompt_hands_the_text_to_the_next()
    {
        var talk = new Talk(new WaterfallDialog("listen")
            .Step("open", step => Answer(step, "Tell me."))
            .Step("heard", step => step.EndDialog(step.Result + "/" + step.Reason)));

        talk.Say("hi");
        Assert.Equal("""[{"id":"listen","step":"heard"}]""", talk.Stored);
        talk.Say("it broke");
        Assert.Equal("it broke/ContinueCalled", talk.Last.Result);
    }

    [Fact]
    public void A_waterfall_whose_last_step_waits_ends_with_what_comes_next()
    {
        var talk = new Talk(new WaterfallDialog("listen").Step("open", step => Answer(step, "Tell me.")));
        talk.Say("hi");
        talk.Say("that is all");

        Assert.Equal(DialogTurnStatus.Complete, talk.Last.Status);
        Assert.Equal("that is all", talk.Last.Result);
    }

    [Fact]
    public void Typing_does_not_answer_a_waiting_step()
    {
        var talk = new Talk(OrderDialogs(), "order");
        talk.Say("hello");
        string before = talk.Stored;

        Assert.Equal("", talk.Send(Talk.Incoming(new Activity { Type = ActivityTypes.Typing })));
        Assert.Equal(DialogTurnStatus.Waiting, talk.Last.Status);
        Assert.Equal(before, talk.Stored);
    }

    [Fact]
    public void Next_hands_on_its_result_and_ends_after_the_last_step()
    {
        var seen = new List<string>();
        var talk = new Talk(new WaterfallDialog("quick")
            .Step("one", step => Note(step, step.Next("a")))
            .Step("two", step => step.Next(step.Result + "b")));

        talk.Say("go");
        Assert.Equal("ab", talk.Last.Result);
        Assert.Equal(["one 0 BeginCalled"], seen);

        DialogTurnResult Note(WaterfallStepContext step, DialogTurnResult result)
        {
            seen.Add($"{step.StepName} {step.Index} {step.Reason}");
            return result;
        }
    }

    [Fact]
    public void GoTo_reaches_a_step_by_name_and_takes_a_result_along()
    {
        var talk = new Talk(new WaterfallDialog("jump")
            .Step("one", step => step.GoTo("three", 7))
            .Step("two", step => step.EndDialog("wrong"))
            .Step("three", step => step.EndDialog(step.ResultAs<int>() + 1)));

        talk.Say("go");
        Assert.Equal(8, talk.Last.Result);
    }

    [Fact]
    public void GoTo_a_missing_step_names_those_there_are()
    {
        var talk = new Talk(new WaterfallDialog("jump").Step("one", step => step.GoTo("four")).Step("two", step => step.EndDialog()));

        var error = Assert.Throws<UnknownDialogException>(() => talk.Say("go"));
        Assert.Equal(("jump", "four"), (error.DialogId, error.Step));
        Assert.Equal("Dialog 'jump' has no step 'four'. Known: one, two.", error.Message);
    }

    [Fact]
    public void A_child_is_resumed_into_the_step_after_the_one_that_began_it()
    {
        var dialogs = new DialogSet()
            .Add(new WaterfallDialog("parent").Step("ask", step => step.BeginDialog("child")).Step("take", step => step.EndDialog(step.Result + "/" + step.Reason)))
            .Add(new WaterfallDialog("child").Step("only", step => Answer(step, "Yes?")));
        var talk = new Talk(dialogs, "parent");

        Assert.Equal("Yes?", talk.Say("go"));
        Assert.Equal("""[{"id":"parent","step":"take"},{"id":"child"}]""", talk.Stored);
        talk.Say("done");
        Assert.Equal("done/EndCalled", talk.Last.Result);
    }

    [Fact]
    public void A_replaced_dialog_gives_its_place_and_its_parent_gets_the_others_result()
    {
        var dialogs = new DialogSet()
            .Add(new WaterfallDialog("parent").Step("ask", step => step.BeginDialog("first")).Step("take", step => step.EndDialog(step.Result)))
            .Add(new WaterfallDialog("first").Step("only", step => step.ReplaceDialog("second")))
            .Add(new WaterfallDialog("second").Step("open", step => Answer(step, "Second.")).Step("end", step => step.EndDialog("from second")));
        var talk = new Talk(dialogs, "parent");

        talk.Say("go");
        Assert.Equal("""[{"id":"parent","step":"take"},{"id":"second","step":"end"}]""", talk.Stored);
        talk.Say("on");
        Assert.Equal("from second", talk.Last.Result);
    }

    [Fact]
    public void State_given_at_the_beginning_is_the_one_the_steps_see()
    {
        var talk = new Talk(new WaterfallDialog<Sealed>("sealed", TestJson.Default.Sealed)
            .Step("show", step => Answer(step, step.State.Code))
            .Step("change", step => Changed(step)));

        Assert.Equal("x1", talk.Send(Talk.Incoming(Activity.Message("go")), new Sealed("x1")));
        talk.Say("on");
        Assert.Equal(new Sealed("x1!"), talk.Last.Result);

        static DialogTurnResult Changed(WaterfallStepContext<Sealed> step)
        {
            step.State = new Sealed(step.State.Code + "!");
            return step.EndDialog(step.State);
        }
    }

    [Fact]
    public void State_that_cannot_be_made_or_is_of_another_type_is_refused()
    {
        var typed = new Talk(new WaterfallDialog<Sealed>("sealed", TestJson.Default.Sealed).Step("end", step => step.EndDialog()));
        Assert.Contains("Give it one", Assert.Throws<ArgumentNullException>(() => typed.Say("go")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => typed.Send(Activity.Message("go"), new Order()));

        var untyped = new Talk(new WaterfallDialog("plain").Step("end", step => step.EndDialog()));
        Assert.Contains("WaterfallDialog<Order>", Assert.Throws<ArgumentException>(() => untyped.Send(Activity.Message("go"), new Order())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_does_nothing_is_told_so()
    {
        var talk = new Talk(new WaterfallDialog("idle").Step("nothing", step => default));

        Assert.StartsWith("Step 'nothing' of 'idle' neither waited", Assert.Throws<InvalidOperationException>(() => talk.Say("go")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_cannot_go_on_twice_nor_after_it_began_a_dialog()
    {
        var twice = new Talk(new WaterfallDialog("twice")
            .Step("one", step =>
            {
                step.Next();
                return step.Next();
            })
            .Step("two", step => Dialog.EndOfTurn));
        Assert.Throws<InvalidOperationException>(() => twice.Say("go"));

        var dialogs = new DialogSet()
            .Add(new WaterfallDialog("parent").Step("one", step =>
            {
                step.BeginDialog("child");
                return step.Next();
            }))
            .Add(new WaterfallDialog("child").Step("wait", step => Dialog.EndOfTurn));
        Assert.Throws<InvalidOperationException>(() => new Talk(dialogs, "parent").Say("go"));
    }

    [Fact]
    public void A_result_of_the_wrong_type_is_named()
    {
        var talk = new Talk(new WaterfallDialog("typed").Step("one", step => step.Next("text")).Step("two", step => step.EndDialog(step.ResultAs<int>())));

        Assert.Equal("Step 'two' of 'typed' needs a Int32 but was handed String.", Assert.Throws<InvalidOperationException>(() => talk.Say("go")).Message);
    }

    [Fact]
    public void Two_steps_of_one_name_are_refused() =>
        Assert.Contains("two steps 'ask'", Assert.Throws<ArgumentException>(() => new WaterfallDialog("facts").Step("ask", s => s.Next()).Step("ask", s => s.Next())).Message, StringComparison.Ordinal);

    [Fact]
    public void Dialogs_that_go_round_in_a_circle_are_stopped_and_named()
    {
        var dialogs = new DialogSet()
            .Add(new WaterfallDialog("a").Step("one", step => step.ReplaceDialog("b")))
            .Add(new WaterfallDialog("b").Step("two", step => step.ReplaceDialog("a")));
        var replace = Assert.Throws<InvalidOperationException>(() => new Talk(dialogs, "a").Say("go"));
        Assert.Contains("a/one → b → b/two → a", replace.Message, StringComparison.Ordinal);

        var next = new Talk(new WaterfallDialog("c").Step("x", step => step.Next()).Step("y", step => step.GoTo("x")));
        Assert.Contains("c/x → c/y → c/x", Assert.Throws<InvalidOperationException>(() => next.Say("go")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_waterfall_is_no_circle()
    {
        var waterfall = new WaterfallDialog("long");
        for (int i = 0; i < 99; i++)
        {
            waterfall.Step($"s{i}", step => step.Next(i));
        }

        var talk = new Talk(waterfall);
        talk.Say("go");
        Assert.Equal(DialogTurnStatus.Complete, talk.Last.Status);
    }

    internal static DialogTurnResult Answer(WaterfallStepContext step, string text)
    {
        step.Context.SendActivity(text);
        return Dialog.EndOfTurn;
    }

    private static DialogSet OrderDialogs() => new DialogSet()
        .Add(new WaterfallDialog<Order>("order", TestJson.Default.Order)
            .Step("name", step => step.Prompt("text", PromptOptions.Of("Name?")))
            .Step("count", step =>
            {
                step.State.Name = step.ResultAs<string>();
                return step.Prompt("number", PromptOptions.Of("How many?"));
            })
            .Step("done", step =>
            {
                step.State.Count = (int)step.ResultAs<decimal>();
                step.Context.SendActivity($"{step.State.Count} for {step.State.Name}.");
                return step.EndDialog(step.State);
            }))
        .Add(new TextPrompt("text"))
        .Add(new NumberPrompt("number"));
}
