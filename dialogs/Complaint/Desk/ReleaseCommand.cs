namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Puts the chat back to its old place in the queue.</summary>
/// <param name="Why">Why.</param>
public sealed record ReleaseCommand(ReleaseReason Why) : DeskCommand;
