using System.Text.Json;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class DialogStackConverterTests
{
    private static readonly DialogSet Dialogs = new DialogSet()
        .Add(new WaterfallDialog<Order>("order", TestJson.Default.Order).Step("ask", step => step.Prompt("text", PromptOptions.Of("Which?"))).Step("end", step => step.EndDialog()))
        .Add(new ComponentDialog("box").AddDialog(new TextPrompt("inside")))
        .Add(new TextPrompt("text"))
        .Add(new Liar());

    [Fact]
    public void It_serves_inside_a_generated_context()
    {
        var json = new TestJson(new JsonSerializerOptions(TestJson.Default.Options) { Converters = { new DialogStackConverter(Dialogs) } });
        var conversation = new Conversation { Owner = "bot" };
        DialogRunner.Run(Dialogs.Get("order"), new TurnContext(Activity.Message("hi"), Talk.Noon), conversation.Stack);

        string text = JsonSerializer.Serialize(conversation, json.Conversation);
        Assert.Equal("""{"owner":"bot","stack":[{"id":"order","step":"end","state":{"count":0}},{"id":"text","state":{"prompt":"Which?"}}]}""", text);
        var back = JsonSerializer.Deserialize(text, json.Conversation)!;
        Assert.IsType<Order>(back.Stack[0].State);
        Assert.Equal(text, JsonSerializer.Serialize(back, json.Conversation));
    }

    [Fact]
    public void Without_it_a_stack_says_what_is_missing()
    {
        var error = Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Conversation(), TestJson.Default.Conversation));
        Assert.Contains("Add new DialogStackConverter(dialogs)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("""[{"step":"ask","id":"order"}]""")]
    [InlineData("""[{"id":7}]""")]
    [InlineData("""[{"id":"order","step":null}]""")]
    [InlineData("""[{"id":"order","colour":1}]""")]
    [InlineData("""[{"id":"order","inner":[]}]""")]
    [InlineData("""[{"id":"box","state":{}}]""")]
    [InlineData("""[{"id":"order","state":{"count":"many"}}]""")]
    public void What_is_no_stack_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Talk.Read(json, Dialogs));

    [Fact]
    public void A_missing_dialog_inside_a_component_is_named() =>
        Assert.Equal("gone", Assert.Throws<UnknownDialogException>(() => Talk.Read("""[{"id":"box","inner":[{"id":"gone"}]}]""", Dialogs)).DialogId);

    [Fact]
    public void State_of_another_type_than_declared_is_refused_when_written()
    {
        var stack = new DialogStack();
        Dialogs.CreateContext(new TurnContext(Activity.Message("hi"), Talk.Noon), stack).BeginDialog("liar");

        Assert.StartsWith("Dialog 'liar' holds a Order but declares no state", Assert.Throws<InvalidOperationException>(() => Talk.Write(stack, Dialogs)).Message, StringComparison.Ordinal);
    }

    private sealed class Liar() : Dialog("liar")
    {
        public override DialogTurnResult BeginDialog(DialogContext dc, object? state)
        {
            dc.ActiveDialog!.State = new Order();
            return EndOfTurn;
        }
    }
}
