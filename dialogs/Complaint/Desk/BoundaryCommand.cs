namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Sets the one calm boundary for abuse.</summary>
/// <param name="Text">The person's own words for it; without them a phrase is said.</param>
public sealed record BoundaryCommand(string? Text = null) : DeskCommand;
