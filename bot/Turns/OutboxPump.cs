using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns;

/// <summary>Keeps the outbox moving: a conversation at once when it is rung, and every few seconds whatever waits for its next try or was left behind.</summary>
internal sealed class OutboxPump : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource stopping = new();
    private readonly OutboxRelay relay;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Task working;
    private volatile bool failing;

    /// <summary>Begins to work.</summary>
    public OutboxPump(OutboxRelay relay, TimeProvider clock, ILogger log)
    {
        (this.relay, this.clock, this.log) = (relay, clock, log);
        working = Task.Run(WorkAsync);
    }

    /// <summary>Whether the last pass failed: the store can't be read or written.</summary>
    public bool Failing => failing;

    /// <summary>Says that something was committed to be sent in a conversation. Returns at once.</summary>
    public void Ring(ConversationKey key)
    {
        if (!stopping.IsCancellationRequested) _ = WatchAsync(relay.BeginAsync(key, stopping.Token));
    }

    /// <summary>Stops after the deliveries under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await working.ConfigureAwait(false);
        await relay.DrainAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var begun = await relay.BeginDueAsync(stopping.Token).ConfigureAwait(false);
                if (begun.Count == 0) failing = false;
                foreach (var delivery in begun) _ = WatchAsync(delivery);
                await Task.Delay(Between, clock, stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                failing = true;
                TurnLog.OutboxNotWorkedOff(log, failure);
                await Task.Delay(Between, clock, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A delivery fails only when the store does; what a channel refuses is noted with the line.</summary>
    private async Task WatchAsync(Task<int> delivery)
    {
        try
        {
            await delivery.ConfigureAwait(false);
            failing = false;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is left stays in the outbox for the next start.
        }
        catch (Exception failure)
        {
            failing = true;
            TurnLog.OutboxNotWorkedOff(log, failure);
        }
    }
}
