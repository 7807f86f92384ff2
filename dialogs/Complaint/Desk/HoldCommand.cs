namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Lets the customer wait, with a time.</summary>
/// <param name="Until">When the person is back at the latest.</param>
/// <param name="Text">The person's own words for it; without them a phrase is said.</param>
public sealed record HoldCommand(DateTimeOffset Until, string? Text = null) : DeskCommand;
