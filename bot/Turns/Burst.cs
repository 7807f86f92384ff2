using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>Messages that come in quick succession while a customer is telling are one statement, so the bot never talks into a burst.</summary>
internal static class Burst
{
    /// <summary>How long a pause ends a statement.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    /// <summary>How long a customer who goes on typing is waited for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Whether the customer is still telling: heard once, not yet heard out, and asked nothing but to go on.</summary>
    public static bool MayGoOn(ConversationState state) => state is { Owner: Owner.Bot, Vent: { Over: false, Answered: true } } && state.Expects == Expects.Vent;

    /// <summary>How many of these deliveries, oldest first, make one statement: messages of words alone, up to the first that is anything else.</summary>
    public static int Length(IReadOnlyList<Inbound> waiting)
    {
        var count = 0;
        while (count < waiting.Count && IsWords(waiting[count].Activity)) count++;
        return count;
    }

    /// <summary>One delivery for several messages: the last of them, with the words of all.</summary>
    public static Inbound Join(IReadOnlyList<Inbound> statement)
    {
        var last = statement[^1];
        if (statement.Count == 1) return last;
        var activity = last.Activity.Copy();
        activity.Text = string.Join('\n', statement.Select(one => one.Activity.Text));
        return last with { Activity = activity, IsMasked = statement.Any(one => one.IsMasked), Before = [.. statement.SkipLast(1).Select(one => one.InboxId!.Value)] };
    }

    private static bool IsWords(Activity activity) => activity is { Type: ActivityTypes.Message, Value: null, Text.Length: > 0 } and not { Attachments.Count: > 0 };
}
