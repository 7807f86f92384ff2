namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Puts a fact right.</summary>
/// <param name="Name">The fact.</param>
/// <param name="Value">Its value in normal form.</param>
/// <param name="Reason">Why it is changed.</param>
public sealed record CorrectFactCommand(string Name, string Value, string Reason) : DeskCommand;
