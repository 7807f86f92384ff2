namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What the channel of a chat still lets us say, where it counts messages.</summary>
/// <param name="Left">How many messages.</param>
/// <param name="Until">Until when.</param>
public sealed record ChatWindow(int Left, DateTimeOffset Until);
