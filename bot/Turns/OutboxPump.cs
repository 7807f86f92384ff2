using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns;

/// <summary>Keeps the outbox moving: at once when it is rung, and every few seconds for what waits for its next try.</summary>
internal sealed class OutboxPump : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
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
        relay.Again = Ring;
        working = Task.Run(WorkAsync);
    }

    /// <summary>Whether the last pass failed: the store can't be read or written.</summary>
    public bool Failing => failing;

    /// <summary>Says that something was committed to be sent. Returns at once.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

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
                var begun = await relay.BeginDueAsync(clock.GetUtcNow(), stopping.Token).ConfigureAwait(false);
                if (begun.Count == 0) failing = false;
                foreach (var delivery in begun) _ = WatchAsync(delivery);
                await RestAsync().ConfigureAwait(false);
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

    private async Task RestAsync()
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var late = Task.Delay(Between, clock, rest.Token);
        await Task.WhenAny(bell.Reader.ReadAsync(rest.Token).AsTask(), late).ConfigureAwait(false);
        await rest.CancelAsync().ConfigureAwait(false);
    }
}
