using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Handoff;

/// <summary>A conversation the contact centre is asked to take.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Context">What it is about, as JSON: an object of the shape of the desk's row of the chat.</param>
internal sealed record HandoffCall(ConversationKey Key, string Context);
