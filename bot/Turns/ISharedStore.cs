namespace ComplaintBot.Turns;

/// <summary>What a store that several nodes share has to say to each of them.</summary>
internal interface ISharedStore
{
    /// <summary>Why the store can't be used right now, or null.</summary>
    string? Trouble { get; }

    /// <summary>Takes over the conversations whose deliveries a dead node accepted and did not work off; each is handed to one node.</summary>
    Task<IReadOnlyList<ConversationKey>> TakeOverAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Listens to which conversation has which last line. It is only a hint: one may be lost or late, and whoever hears it reads on from
    /// where it was.
    /// </summary>
    Task ListenAsync(Action<ConversationKey, long> changed, CancellationToken cancellationToken);
}
