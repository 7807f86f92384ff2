namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Somebody who was called to what can't wait has confirmed. Only the desk itself says so.</summary>
/// <param name="Name">Who.</param>
public sealed record ConfirmCallCommand(string Name) : DeskCommand;
