namespace ComplaintBot.Cases;

/// <summary>What one turn files with the ledger.</summary>
/// <param name="Id">The turn's own id: the same turn is filed once, however often it is brought.</param>
/// <param name="Conversation">The conversation, as it is stored.</param>
/// <param name="Opened">The case it opened, or null.</param>
/// <param name="At">The time of the turn.</param>
/// <param name="Events">Its events, in order.</param>
internal sealed record FiledTurn(string Id, string Conversation, string? Opened, DateTimeOffset At, IReadOnlyList<FiledEvent> Events);
