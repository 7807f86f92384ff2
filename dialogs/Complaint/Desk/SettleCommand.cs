namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Settles the matter and ends the conversation.</summary>
/// <param name="Text">The closing line.</param>
/// <param name="Outcome">What came of it, for the case.</param>
public sealed record SettleCommand(string Text, string? Outcome = null) : DeskCommand;
