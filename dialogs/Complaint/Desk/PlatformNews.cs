namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>The value of a <see cref="DeskEvents.Platform"/> event.</summary>
/// <param name="Word">What is known.</param>
public sealed record PlatformNews(PlatformWord Word);
