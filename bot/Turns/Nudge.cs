using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>The one gentle word after a silence, on a page that is still open.</summary>
internal static class Nudge
{
    /// <summary>How long a customer who was asked something may be silent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    /// <summary>When a conversation wants to be reminded after a turn: it was asked something, the bot has it, and this was no reminder.</summary>
    public static DateTimeOffset? After(ComplaintTurn turn) =>
        turn.State is { Owner: Owner.Bot, Over: false } state && state.Expects != Expects.None && turn.Activity.Type == ActivityTypes.Message ? turn.Now + Silence : null;

    /// <summary>The delivery that reminds a conversation. It comes from nobody, which no channel's activity does.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="last">The number of its last line: after each line it is reminded once at most.</param>
    /// <param name="now">The time.</param>
    public static Inbound Of(ConversationKey key, long last, DateTimeOffset now)
    {
        var activity = Activity.Event(DeskEvents.Clock);
        activity.Recipient = new() { Id = "bot", Role = RoleTypes.Bot };
        return new(key, $"silence {last}", activity, now);
    }
}
