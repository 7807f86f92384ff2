using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Offers a remedy, or asks for the approval of one.</summary>
/// <param name="Kind">The remedy.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Amount">What it is worth.</param>
/// <param name="Currency">ISO 4217 currency of the amount; without it the playbook's.</param>
/// <param name="Rung">The rung of the ladder it came from.</param>
public sealed record OfferCommand(RemedyKind Kind, string Text, decimal? Amount = null, string? Currency = null, int? Rung = null) : DeskCommand;
