namespace ComplaintBot.Turns;

/// <summary>
/// Delivers what was committed and has not left yet: in order within a conversation, side by side across them. What fails is tried again
/// after 1 s, 2 s, 4 s and so on up to 5 min, and holds back what is behind it; what can never be delivered is given up and blocks nothing.
/// </summary>
internal sealed class OutboxRelay(IConversationStore store, IActivitySender sender, TimeProvider clock) : IDisposable
{
    /// <summary>How many lines are taken from the store at a time.</summary>
    private const int Portion = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim passes = new(1, 1);

    /// <summary>Delivers everything that is due. One pass runs at a time, so no line is sent by two.</summary>
    /// <returns>How many lines were delivered.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        await passes.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (now, delivered) = (clock.GetUtcNow(), 0);
            while (await store.OutboxAsync(now, Portion, cancellationToken).ConfigureAwait(false) is { Count: > 0 } due)
                delivered += (await Task.WhenAll(due.GroupBy(line => line.Key).Select(lines => DeliverAsync(lines, cancellationToken))).ConfigureAwait(false)).Sum();
            return delivered;
        }
        finally
        {
            passes.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => passes.Dispose();

    /// <summary>Delivers the lines of one conversation up to the first that has to wait.</summary>
    private async Task<int> DeliverAsync(IEnumerable<OutboxLine> lines, CancellationToken cancellationToken)
    {
        var delivered = 0;
        foreach (var line in lines)
        {
            try
            {
                await sender.SendAsync(line, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                var givenUp = failure is DeliveryException { IsPermanent: true };
                await store.MarkFailedAsync(line.Key, line.Sequence, givenUp ? null : clock.GetUtcNow() + Pause(line.Attempts), Reason(failure), CancellationToken.None).ConfigureAwait(false);
                if (givenUp) continue;
                return delivered;
            }

            // What has left is marked even while the process is being stopped.
            await store.MarkSentAsync(line.Key, line.Sequence, CancellationToken.None).ConfigureAwait(false);
            delivered++;
        }

        return delivered;
    }

    private static TimeSpan Pause(int attempts)
    {
        var doublings = Math.Min(attempts, 16);
        var pause = FirstPause * (1 << doublings);
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>The words of a foreign exception may hold an address or a text; its name says enough.</summary>
    private static string Reason(Exception failure) => failure is DeliveryException known ? known.Message : failure.GetType().Name;
}
