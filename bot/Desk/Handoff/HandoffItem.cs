using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Handoff;

/// <summary>A handoff as it is kept.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Context">What it is about, as JSON.</param>
/// <param name="State"><c>asked</c>, <c>sent</c>, <c>unreachable</c>, or what the contact centre said last: <c>accepted</c>, <c>failed</c>, <c>completed</c>.</param>
/// <param name="Attempts">How often it was tried to send.</param>
internal sealed record HandoffItem(ConversationKey Key, string Context, string State, int Attempts);
