using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class DialogSetTests
{
    [Fact]
    public void Two_dialogs_of_one_name_are_refused() =>
        Assert.Contains("two dialogs 'ask'", Assert.Throws<ArgumentException>(() => new DialogSet().Add(new TextPrompt("ask")).Add(new NumberPrompt("ask"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_dialog_belongs_to_one_set()
    {
        var ask = new TextPrompt("ask");
        _ = new DialogSet().Add(ask);

        Assert.Contains("another set already", Assert.Throws<ArgumentException>(() => new DialogSet().Add(ask)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_sees_the_dialogs_around_it_but_not_the_other_way()
    {
        var component = new ComponentDialog("box").AddDialog(new TextPrompt("inside"));
        var outside = new TextPrompt("outside");
        var dialogs = new DialogSet().Add(component).Add(outside);

        Assert.Same(outside, component.Dialogs.Find("outside"));
        Assert.Null(dialogs.Find("inside"));
        Assert.Equal("There is no dialog 'none'. Known: inside, box, outside.", Assert.Throws<UnknownDialogException>(() => component.Dialogs.Get("none")).Message);
    }

    [Fact]
    public void An_inner_dialog_hides_one_of_the_same_name_outside()
    {
        var inside = new TextPrompt("ask");
        var component = new ComponentDialog("box").AddDialog(inside);
        _ = new DialogSet().Add(component).Add(new TextPrompt("ask"));

        Assert.Same(inside, component.Dialogs.Find("ask"));
    }

    [Fact]
    public void Beginning_a_missing_dialog_lists_those_there_are()
    {
        var talk = new Talk(new WaterfallDialog("root").Step("go", step => step.BeginDialog("rooot")));

        Assert.Equal("There is no dialog 'rooot'. Known: root.", Assert.Throws<UnknownDialogException>(() => talk.Say("hi")).Message);
    }

    [Fact]
    public void A_dialog_without_a_set_can_be_run_all_the_same()
    {
        var root = new WaterfallDialog("root").Step("ask", step => WaterfallTests.Answer(step, "Well?")).Step("end", step => step.EndDialog(step.Result));
        var stack = new DialogStack();
        DialogRunner.Run(root, new TurnContext(Activity.Message("hi"), Talk.Noon), stack);

        Assert.Equal("end", stack.Active!.Step);
        Assert.Equal("yes", DialogRunner.Run(root, new TurnContext(Activity.Message("yes"), Talk.Noon), stack).Result);
    }
}
