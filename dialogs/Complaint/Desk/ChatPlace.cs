namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Where a chat is kept and what its transcript says of it: what a list shows and the state does not hold.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Conversation">The conversation within its channel.</param>
/// <param name="Site">The site it came from, or null.</param>
/// <param name="StartedAt">The time of the first line.</param>
/// <param name="UpdatedAt">The time of the last turn.</param>
/// <param name="Sequence">The number of the last line.</param>
/// <param name="LastLine">The last line that somebody said, or null.</param>
public sealed record ChatPlace(string Channel, string Conversation, string? Site, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, long Sequence, ChatLine? LastLine);
