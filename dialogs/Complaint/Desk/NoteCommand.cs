namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Writes a line that colleagues read and the customer never does.</summary>
/// <param name="Text">The line.</param>
public sealed record NoteCommand(string Text) : DeskCommand;
