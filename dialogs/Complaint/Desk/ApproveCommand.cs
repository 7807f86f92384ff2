namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Answers a request for approval.</summary>
/// <param name="Approval">The request.</param>
/// <param name="Yes">Whether it is granted.</param>
/// <param name="Reason">Why, for colleagues.</param>
public sealed record ApproveCommand(string Approval, bool Yes, string? Reason = null) : DeskCommand;
