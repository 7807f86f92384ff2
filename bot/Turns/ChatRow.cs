using ComplaintBot.Dialogs.Complaint.Desk;

namespace ComplaintBot.Turns;

/// <summary>What the desk shows of a conversation without opening it. It is written by the commit of each turn, so it is never behind.</summary>
/// <param name="Summary">
/// The row. When it was written, its first and last line and their numbers are the store's to know: <see cref="ChatSummary.StartedAt"/>,
/// <see cref="ChatSummary.UpdatedAt"/>, <see cref="ChatSummary.LastLine"/> and <see cref="ChatSummary.Sequence"/> are filled in when it is read.
/// </param>
/// <param name="About">Whom the complaint is about, as the customer named them; null when they did not. That person must not be shown it.</param>
internal sealed record ChatRow(ChatSummary Summary, string? About);
