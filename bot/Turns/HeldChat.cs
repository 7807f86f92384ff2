namespace ComplaintBot.Turns;

/// <summary>A chat that a person has.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Agent">The id of the person.</param>
/// <param name="HeldUntil">Until when the customer was asked to wait; null when they were not.</param>
/// <param name="UnansweredSince">Since when the customer has had no answer of a person; null when they have it.</param>
internal sealed record HeldChat(ConversationKey Key, string Agent, DateTimeOffset? HeldUntil, DateTimeOffset? UnansweredSince);
