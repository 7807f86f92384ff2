using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>The look at a conversation that it asked for: a silence, a wait, a person who has gone.</summary>
internal static class ClockEvent
{
    /// <summary>The delivery of a look. It comes from nobody, which no channel's activity does.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="tick">What is known at that time.</param>
    /// <param name="now">The time; of one conversation each time is looked at once.</param>
    public static Inbound Of(ConversationKey key, ClockTick tick, DateTimeOffset now)
    {
        var activity = Activity.Event(DeskEvents.Clock);
        activity.Recipient = new() { Id = "bot", Role = RoleTypes.Bot };
        activity.Value = DeskCommandJson.ToElement(tick);
        return new(key, $"clock {now.UtcTicks}", activity, now);
    }
}
