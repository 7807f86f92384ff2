using ComplaintBot.Dialogs.Runtime;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class DeploymentTests
{
    [Fact]
    public void A_step_put_between_question_and_answer_does_not_swallow_the_answer()
    {
        var talk = new Talk(Shop("ask", "take"));
        talk.Say("hi");
        talk.Deploy(Shop("greet", "ask", "check", "take"));

        talk.Say("red");
        Assert.Equal("take got red", talk.Last.Result);
    }

    [Fact]
    public void Steps_put_in_another_order_are_found_by_name()
    {
        var talk = new Talk(Shop("ask", "take", "other"));
        talk.Say("hi");
        talk.Deploy(Shop("other", "take", "ask"));

        talk.Say("red");
        Assert.Equal("take got red", talk.Last.Result);
    }

    [Fact]
    public void A_removed_step_is_named_when_the_state_is_read()
    {
        var talk = new Talk(Shop("ask", "take"));
        talk.Say("hi");
        talk.Deploy(Shop("ask", "record"));

        var error = Assert.Throws<UnknownDialogException>(() => talk.Say("red"));
        Assert.Equal("Dialog 'shop' has no step 'take'. Known: ask, record.", error.Message);
        Assert.Equal(("shop", "take"), (error.DialogId, error.Step));
    }

    [Fact]
    public void A_removed_dialog_is_named_when_the_state_is_read()
    {
        var dialogs = new DialogSet().Add(Shop("ask", "take")).Add(new WaterfallDialog("help"));

        var error = Assert.Throws<UnknownDialogException>(() => Talk.Read("""[{"id":"market","step":"ask"}]""", dialogs));
        Assert.Equal("There is no dialog 'market'. Known: shop, help.", error.Message);
        Assert.Equal(("market", null), (error.DialogId, error.Step));
    }

    private static WaterfallDialog Shop(params string[] steps)
    {
        var waterfall = new WaterfallDialog("shop");
        foreach (string name in steps)
        {
            waterfall.Step(name, step => name == "ask" ? WaterfallTests.Answer(step, "Which?") : step.EndDialog($"{name} got {step.Result}"));
        }

        return waterfall;
    }
}
