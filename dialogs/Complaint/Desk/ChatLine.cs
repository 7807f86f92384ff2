using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>The last line of a chat, as a list shows it.</summary>
/// <param name="Text">At most 120 characters.</param>
/// <param name="From"><c>customer</c>, <c>bot</c> or <c>person</c>.</param>
/// <param name="At">When.</param>
public sealed record ChatLine(string Text, string From, DateTimeOffset At)
{
    private const int Longest = 120;

    /// <summary>The line of an activity; null when nobody outside the desk is shown it.</summary>
    /// <param name="activity">What was said.</param>
    /// <param name="isOutgoing">Whether it goes to the customer.</param>
    /// <param name="at">When.</param>
    public static ChatLine? Of(Activity activity, bool isOutgoing, DateTimeOffset at)
    {
        if (activity.Type != ActivityTypes.Message) return null;
        var text = activity.Text is { Length: > 0 } said ? said : activity.Attachments is [{ Name: { } name }, ..] ? name : "";
        return new(Cut(text.ReplaceLineEndings(" ")), !isOutgoing ? "customer" : TurnEntity.Read(activity, TurnEntity.By) is null ? "bot" : "person", at);
    }

    private static string Cut(string text)
    {
        if (text.Length <= Longest) return text;
        var end = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
