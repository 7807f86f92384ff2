using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Benchmarks.Waterfalls;

/// <summary>What both waterfalls ask and hear: five questions, so six turns, the first of which only asks.</summary>
internal static class FiveQuestions
{
    public const int Turns = 6;

    public static readonly string[] Questions =
    [
        "Please tell me what happened, I am listening.",
        "I am sorry. Is there anything I have misunderstood?",
        "When and where was it?",
        "We would bring you a new one by tomorrow noon. Is that all right?",
        "How well were you treated, from 1 to 5?",
    ];

    public const string Goodbye = "Thank you. Somebody will be in touch with you by tomorrow noon.";

    public static readonly Activity[] Answers =
    [
        Said("hello"),
        Said("The kettle I bought here leaks and nobody answers the phone."),
        Said("No, that is what happened."),
        Said("Last Saturday in the shop at the station."),
        Said("All right, do that."),
        Said("4"),
    ];

    private static Activity Said(string text)
    {
        var activity = Activity.Message(text);
        activity.Id = "m-1";
        activity.ChannelId = "web";
        activity.From = new ChannelAccount { Id = "customer" };
        activity.Recipient = new ChannelAccount { Id = "bot" };
        activity.Conversation = new ConversationAccount { Id = "talk" };
        return activity;
    }
}
