namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What stands in the transcript of a request for a remedy: the value of its <see cref="DeskEvents.Note"/>.</summary>
/// <param name="What"><c>asked</c>, <c>granted</c> or <c>declined</c>.</param>
/// <param name="Approval">The request.</param>
public sealed record ApprovalNote(string What, Approval Approval);
