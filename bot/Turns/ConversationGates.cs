namespace ComplaintBot.Turns;

/// <summary>Lets one turn at a time into a conversation within this process. Between processes the version of the commit does it.</summary>
internal sealed class ConversationGates : IDisposable
{
    /// <summary>How many conversations can be told apart; two that cannot wait for each other.</summary>
    public const int Count = 256;

    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the conversation's turn; dispose what it returns to let the next one in. First come, first served.</summary>
    public async Task<Entry> EnterAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var gate = gates[(uint)key.GetHashCode() % Count];
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(gate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var gate in gates) gate.Dispose();
    }

    /// <summary>A conversation's turn.</summary>
    public readonly struct Entry(SemaphoreSlim gate) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => gate.Release();
    }
}
