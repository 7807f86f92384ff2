namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What the clock knows when it looks at a conversation.</summary>
/// <param name="Open">Whether the customer's page is open.</param>
/// <param name="AgentOnline">Whether the person who has the chat is at the desk.</param>
/// <param name="AgentSeenAt">When that person last did anything about this chat (typing, looking at it) or was last online; null when that is not known.</param>
public sealed record ClockTick(bool Open = false, bool AgentOnline = false, DateTimeOffset? AgentSeenAt = null);
