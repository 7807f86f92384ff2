namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Notes what the customer said to the last offer.</summary>
/// <param name="Accepted">Whether it was a yes.</param>
public sealed record AnswerOfferCommand(bool Accepted) : DeskCommand;
