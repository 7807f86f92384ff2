namespace ComplaintBot.Desk;

/// <summary>Does from time to time what has come due; one round at a time, and one at once when it is rung.</summary>
internal sealed class DueWork : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task> round;
    private readonly Action<Exception> failed;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly ITimer timer;
    private int rings;
    private bool stopped;

    /// <summary>Begins.</summary>
    /// <param name="round">One round.</param>
    /// <param name="failed">Told why a round failed; the next one comes all the same.</param>
    /// <param name="every">How long between rounds.</param>
    /// <param name="clock">Measures it.</param>
    public DueWork(Func<CancellationToken, Task> round, Action<Exception> failed, TimeSpan every, TimeProvider clock)
    {
        (this.round, this.failed) = (round, failed);
        timer = clock.CreateTimer(_ => Ring(), null, every, every);
    }

    /// <summary>Does a round now, or right after the one under way.</summary>
    public void Ring()
    {
        Interlocked.Increment(ref rings);
        _ = Task.Run(DoAsync);
    }

    /// <summary>Stops after the round under way; once more does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref stopped, true)) return;
        await timer.DisposeAsync().ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task DoAsync()
    {
        while (Volatile.Read(ref rings) > 0 && oneAtATime.Wait(0))
        {
            try
            {
                if (stopping.IsCancellationRequested) return;
                Interlocked.Exchange(ref rings, 0);
                await round(stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                failed(failure);
            }
            finally
            {
                oneAtATime.Release();
            }
        }
    }
}
