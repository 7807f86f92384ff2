namespace ComplaintBot.Turns;

/// <summary>A conversation as loaded.</summary>
/// <param name="Version">Grows by one with every commit; a commit on an older one is refused.</param>
/// <param name="State">The state as it was written.</param>
internal sealed record StoredConversation(long Version, byte[] State)
{
    /// <summary>Which of the turns that filed for cases was its last, where the ledger may get to know of them later; 0 when there is none, or the ledger knows.</summary>
    public long Filed { get; init; }
}
