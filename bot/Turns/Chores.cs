using ComplaintBot.Dialogs.Complaint.Desk;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns;

/// <summary>What has to be looked after from time to time: silences, and conversations whose time has come.</summary>
internal sealed class Chores : IAsyncDisposable
{
    private const int Portion = 200;

    private static readonly TimeSpan BetweenReminders = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenExpiries = TimeSpan.FromHours(1);

    private readonly IConversationStore store;
    private readonly TurnRunner runner;
    private readonly Func<ConversationKey, bool> isOpen;
    private readonly Action<ConversationKey> wake;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ITimer timer;
    private DateTimeOffset nextExpiry = DateTimeOffset.MinValue;

    /// <summary>Begins to look after them.</summary>
    /// <param name="parts">Where conversations are kept, and what runs their turns.</param>
    /// <param name="isOpen">Whether the customer still has the page of a conversation open.</param>
    /// <param name="wake">Told which conversation has something in its inbox.</param>
    /// <param name="clock">Measures silences.</param>
    /// <param name="log">Told of failures.</param>
    public Chores((IConversationStore Store, TurnRunner Runner) parts, Func<ConversationKey, bool> isOpen, Action<ConversationKey> wake, TimeProvider clock, ILogger log)
    {
        ((store, runner), this.isOpen, this.wake, this.clock, this.log) = (parts, isOpen, wake, clock, log);
        timer = clock.CreateTimer(_ => _ = DoAsync(), null, BetweenReminders, BetweenReminders);
    }

    /// <summary>Stops after the round under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync().ConfigureAwait(false);
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        oneAtATime.Dispose();
    }

    private async Task DoAsync()
    {
        if (!oneAtATime.Wait(0)) return;
        try
        {
            var now = clock.GetUtcNow();
            foreach (var key in await store.RemindersAsync(now, Portion, CancellationToken.None).ConfigureAwait(false)) await RemindAsync(key, now).ConfigureAwait(false);
            if (now < nextExpiry) return;
            nextExpiry = now + BetweenExpiries;
            await store.ExpireAsync(now, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            TurnLog.ChoresNotDone(log, failure);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task RemindAsync(ConversationKey key, DateTimeOffset now)
    {
        var (online, seen) = await runner.Desk.AgentAsync(key, CancellationToken.None).ConfigureAwait(false);
        await runner.AcceptAsync(ClockEvent.Of(key, new ClockTick(isOpen(key), online, seen), now), CancellationToken.None).ConfigureAwait(false);
        wake(key);
    }
}
