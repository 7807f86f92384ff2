namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Ends an abusive chat; the case goes on.</summary>
/// <param name="Reason">Why, for the case.</param>
public sealed record EndChatCommand(string? Reason = null) : DeskCommand;
