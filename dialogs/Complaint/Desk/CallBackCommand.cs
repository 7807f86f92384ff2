namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Promises a call.</summary>
/// <param name="At">When.</param>
/// <param name="Number">The number; without it the one the customer gave.</param>
public sealed record CallBackCommand(DateTimeOffset At, string? Number = null) : DeskCommand;
