using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns;

/// <summary>Takes over, every two seconds, what nodes that died have accepted and not worked off.</summary>
internal sealed class Takeover : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly ISharedStore store;
    private readonly Action<ConversationKey> wake;
    private readonly ILogger log;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ITimer timer;

    /// <summary>Begins to look.</summary>
    /// <param name="store">Knows who died.</param>
    /// <param name="wake">Told which conversation has something in its inbox.</param>
    /// <param name="clock">Measures the pauses.</param>
    /// <param name="log">Told of failures.</param>
    public Takeover(ISharedStore store, Action<ConversationKey> wake, TimeProvider clock, ILogger log)
    {
        (this.store, this.wake, this.log) = (store, wake, log);
        timer = clock.CreateTimer(_ => _ = LookAsync(), null, Between, Between);
    }

    /// <summary>Stops after the look under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync().ConfigureAwait(false);
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        oneAtATime.Dispose();
    }

    private async Task LookAsync()
    {
        if (!oneAtATime.Wait(0)) return;
        try
        {
            foreach (var key in await store.TakeOverAsync(CancellationToken.None).ConfigureAwait(false)) wake(key);
        }
        catch (Exception failure)
        {
            TurnLog.NotTakenOver(log, failure);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
