using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class TurnContextTests
{
    [Fact]
    public void An_answer_is_addressed_to_the_sender_in_the_same_conversation()
    {
        var incoming = Talk.Incoming(Activity.Message("hi"));
        incoming.Locale = "zh-CN";
        incoming.ServiceUrl = "https://channel.example/";
        var context = new TurnContext(incoming, Talk.Noon);
        context.SendActivity("hello", speak: "hello there", inputHint: InputHints.ExpectingInput);

        var answer = Assert.Single(context.Outgoing);
        Assert.Equal(("message", "hello", "hello there", "expectingInput"), (answer.Type, answer.Text, answer.Speak, answer.InputHint));
        Assert.Equal(("bot", "customer", "c-1"), (answer.From!.Id, answer.Recipient!.Id, answer.Conversation!.Id));
        Assert.Equal(("m-1", "test", "zh-CN", "https://channel.example/"), (answer.ReplyToId, answer.ChannelId, answer.Locale, answer.ServiceUrl));
        Assert.Null(answer.Id);
        Assert.True(context.Responded);
    }

    [Fact]
    public void An_answer_keeps_its_own_language_and_type()
    {
        var context = new TurnContext(Talk.Incoming(new Activity { Type = "message", Locale = "zh-CN" }), Talk.Noon);
        context.SendActivity(new Activity { Type = ActivityTypes.Typing, Locale = "en" });

        Assert.Equal(("typing", "en"), (context.Outgoing[0].Type, context.Outgoing[0].Locale));
    }

    [Fact]
    public void A_greeting_refers_to_no_activity_because_nobody_was_shown_the_joining()
    {
        var context = new TurnContext(Talk.Incoming(new Activity { Type = ActivityTypes.ConversationUpdate }), Talk.Noon);
        context.SendActivity("welcome");

        Assert.Null(context.Outgoing[0].ReplyToId);
    }

    [Fact]
    public void A_trace_is_sent_but_is_no_response()
    {
        var context = new TurnContext(Activity.Message("hi"), Talk.Noon);
        context.SendActivity(new Activity { Type = ActivityTypes.Trace });

        Assert.Single(context.Outgoing);
        Assert.False(context.Responded);
    }

    [Fact]
    public void One_activity_cannot_be_sent_to_two_customers()
    {
        var shared = Activity.Message("we are closed today");
        new TurnContext(Talk.Incoming(Activity.Message("hi")), Talk.Noon).SendActivity(shared);
        var other = new TurnContext(Talk.Incoming(Activity.Message("hi")), Talk.Noon);

        Assert.Throws<InvalidOperationException>(() => other.SendActivity(shared));
        other.SendActivity(shared.Copy());
        Assert.Single(other.Outgoing);
    }
}
