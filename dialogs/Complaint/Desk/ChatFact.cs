namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A fact of a case, as the desk shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Value">Its value in normal form; null when the customer would rather not say.</param>
/// <param name="Text">The value as it is said to people; empty when declined.</param>
/// <param name="Source"><c>customer</c>, or the id of the person who put it right.</param>
/// <param name="Corrected">Whether a person put it right.</param>
public sealed record ChatFact(string Name, string Label, string? Value, string Text, string Source, bool Corrected);
