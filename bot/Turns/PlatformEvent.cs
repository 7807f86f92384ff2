using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>What a channel knows of people of its platform and a conversation. It comes in their name, which no channel's activity does.</summary>
internal static class PlatformEvent
{
    /// <summary>They were asked to take it.</summary>
    public static Inbound Asked(ConversationKey key, string delivery, DateTimeOffset now) => Of(key, delivery, PlatformWord.Asked, now);

    /// <summary>They took it when they were asked.</summary>
    public static Inbound Accepted(ConversationKey key, string delivery, DateTimeOffset now) => Of(key, delivery, PlatformWord.Accepted, now);

    /// <summary>They took it of their own accord.</summary>
    public static Inbound Joined(ConversationKey key, string delivery, DateTimeOffset now) => Of(key, delivery, PlatformWord.Joined, now);

    /// <summary>They did not take it, or can't go on.</summary>
    public static Inbound Failed(ConversationKey key, string delivery, DateTimeOffset now) => Of(key, delivery, PlatformWord.Failed, now);

    /// <summary>They are done.</summary>
    public static Inbound Completed(ConversationKey key, string delivery, DateTimeOffset now) => Of(key, delivery, PlatformWord.Completed, now);

    private static Inbound Of(ConversationKey key, string delivery, PlatformWord word, DateTimeOffset now)
    {
        var activity = Activity.Event(DeskEvents.Platform, DeskCommandJson.ToElement(new PlatformNews(word)));
        (activity.From, activity.Recipient) = (DeskPerson.Platform.ToAccount(), new() { Id = "bot", Role = RoleTypes.Bot });
        (activity.ChannelId, activity.Conversation) = (key.Channel.Split('-')[0], new() { Id = key.Conversation });
        return new(key, $"platform {delivery}", activity, now);
    }
}
