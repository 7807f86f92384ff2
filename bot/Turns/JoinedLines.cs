using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>Several lines as one message, for channels on which messages are scarce.</summary>
internal static class JoinedLines
{
    /// <summary>The words of all messages among them, a blank line between, with the answers to choose from that were offered last; it goes by the number of the first.</summary>
    public static OutboxLine Of(IReadOnlyList<OutboxLine> lines)
    {
        var messages = lines.Where(line => line.Activity.Type == ActivityTypes.Message).ToList();
        if (messages.Count == 0) return lines[0];
        var whole = messages[^1].Activity.Copy();
        whole.Text = string.Join("\n\n", messages.Select(line => line.Activity.Text));
        whole.SuggestedActions = messages.FindLast(line => line.Activity.SuggestedActions is { Actions.Count: > 0 })?.Activity.SuggestedActions;
        return lines[0] with { Activity = whole, Last = lines[^1].Sequence };
    }
}
