using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A remedy that waits for somebody with more authority.</summary>
/// <param name="Id">The request, within its conversation.</param>
/// <param name="Kind">The remedy.</param>
/// <param name="Text">What the customer will read.</param>
/// <param name="Amount">What it is worth; null for what has no price.</param>
/// <param name="Currency">ISO 4217 currency of the amount.</param>
/// <param name="Rung">The rung of the category's ladder; null where it is on none.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">Since when.</param>
/// <param name="Needs">The smallest role that may say yes.</param>
public sealed record Approval(string Id, RemedyKind Kind, string Text, decimal? Amount, string? Currency, int? Rung, DeskName By, DateTimeOffset At, Role Needs);
