namespace ComplaintBot.Turns.Redis;

/// <summary>A row of the desk as it was read.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Row">The row.</param>
/// <param name="TakenAt">When a person last took the chat, whoever has it now.</param>
/// <param name="UpdatedAt">When its last turn was.</param>
internal sealed record StoredChat(ConversationKey Key, ChatRow Row, DateTimeOffset? TakenAt, DateTimeOffset UpdatedAt);
