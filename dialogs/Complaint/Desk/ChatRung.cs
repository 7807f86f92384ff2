using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A rung of the remedy ladder, as the desk shows it.</summary>
/// <param name="Rung">Its place on the ladder, from 0.</param>
/// <param name="Kind">The remedy.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Text">The offer in the customer's language, filled in.</param>
/// <param name="Amount">What it is worth here; null when that is not known or it has no price.</param>
/// <param name="Currency">ISO 4217 currency of the amount.</param>
/// <param name="Allowed"><c>yes</c>, <c>approval</c>, or <c>no</c> where it does not fit: its worth is not known, it was refused, or it must not be raised again.</param>
public sealed record ChatRung(int Rung, RemedyKind Kind, string Label, string Text, decimal? Amount, string? Currency, string Allowed);
