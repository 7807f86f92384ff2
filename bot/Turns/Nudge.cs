using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>The delivery by which a conversation is looked at when the time it asked for has come.</summary>
internal static class Nudge
{
    /// <summary>The delivery that has a conversation look at the clock. It comes from nobody, which no channel's activity does.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="last">The number of its last line.</param>
    /// <param name="tick">What is known of who is there.</param>
    /// <param name="now">The time; with <paramref name="last"/> it makes the delivery one of its own.</param>
    public static Inbound Of(ConversationKey key, long last, ClockTick tick, DateTimeOffset now)
    {
        var activity = Activity.Event(DeskEvents.Clock, DeskCommandJson.ToElement(tick));
        activity.Recipient = new() { Id = "bot", Role = RoleTypes.Bot };
        return new(key, $"clock {last} {now.ToUnixTimeMilliseconds()}", activity, now);
    }
}
