namespace ComplaintBot.Turns;

/// <summary>
/// A delivery that waits alone in the inbox of its conversation, as it was when it was accepted. What came since makes it stale and does no harm: a turn
/// on an older version is refused at its commit, and whatever arrives later rings again.
/// </summary>
/// <param name="Inbound">The delivery, with its place in the inbox.</param>
/// <param name="Stored">The conversation; null when no turn has been run on it yet.</param>
internal sealed record Arrival(Inbound Inbound, StoredConversation? Stored);
