namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A supervisor's line to the agent who has the chat.</summary>
/// <param name="Text">The line.</param>
public sealed record WhisperCommand(string Text) : DeskCommand;
