using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns;

/// <summary>
/// Works off what was accepted: in order within a conversation, side by side across them. A turn that fails is tried again; one that keeps
/// failing is given up with a word to the customer, so that it does not block what comes after it.
/// </summary>
/// <param name="store">Where the deliveries wait.</param>
/// <param name="runner">Runs the turns.</param>
/// <param name="owner">The channel they came by.</param>
/// <param name="pause">How long a pause ends a statement (<see cref="Burst.Pause"/>); zero waits for nothing.</param>
/// <param name="clock">Measures pauses.</param>
/// <param name="log">Told of failures.</param>
internal sealed class InboxWorker(IConversationStore store, TurnRunner runner, IInboxOwner owner, TimeSpan pause, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    /// <summary>
    /// How many turns run at a time. More of them would not be done sooner, and each has so long: with all at once none would be done in time, and
    /// all would begin again.
    /// </summary>
    public const int MostAtOnce = 64;

    private const int Portion = 100;
    private const int MostTries = 4;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ConversationKey, Lazy<Task>> running = new();
    private readonly ConcurrentDictionary<ConversationKey, DateTimeOffset> typing = new();
    private readonly ConcurrentDictionary<ConversationKey, Arrival?> rung = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim seats = new(MostAtOnce, MostAtOnce);
    private int failing;

    /// <summary>How many conversations have something that failed and waits to be tried again.</summary>
    public int Failing => failing;

    /// <summary>Says that something may be waiting for a conversation.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="arrival">What was told as it was accepted; null has the store asked.</param>
    /// <returns>Done when it has been worked off; it never fails.</returns>
    public Task Wake(ConversationKey key, Arrival? arrival = null)
    {
        if (stopping.IsCancellationRequested) return Task.CompletedTask;
        rung[key] = arrival;
        return running.GetOrAdd(key, one => new Lazy<Task>(() => Task.Run(() => WorkAsync(one)))).Value;
    }

    /// <summary>Notes that the customer is writing: what they are in the middle of is waited for.</summary>
    public void NoteTyping(ConversationKey key)
    {
        if (running.ContainsKey(key)) typing[key] = clock.GetUtcNow();
    }

    /// <summary>Takes up what an earlier process has left.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var inbound in await store.InboxAsync(null, int.MaxValue, cancellationToken).ConfigureAwait(false)) _ = Wake(inbound.Key);
    }

    /// <summary>Begins nothing more, and waits for the turns under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running.Values.Select(one => one.Value)).ConfigureAwait(false);
        seats.Dispose();
        stopping.Dispose();
    }

    private async Task WorkAsync(ConversationKey key)
    {
        while (rung.TryRemove(key, out var arrival))
        {
            try
            {
                await WorkOffAsync(key, arrival).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // What is left stays in the inbox for the next start.
            }
            catch (Exception failure)
            {
                TurnLog.InboxNotWorkedOff(log, key.Channel, LogText.Of(key.Conversation), failure);
                if (await RestAsync(StoreRetry).ConfigureAwait(false)) rung[key] = null;
            }
        }

        typing.TryRemove(key, out _);
        running.TryRemove(key, out _);

        // Somebody may have rung between the last look and leaving.
        if (rung.ContainsKey(key)) await Wake(key).ConfigureAwait(false);
    }

    private async Task WorkOffAsync(ConversationKey key, Arrival? arrival)
    {
        while (true)
        {
            // The time is taken before the look: what arrives after the look must not seem to have kept quiet.
            var now = clock.GetUtcNow();
            IReadOnlyList<Inbound> waiting = arrival is null ? await store.InboxAsync(key, Portion, stopping.Token).ConfigureAwait(false) : [arrival.Inbound];
            if (waiting.Count == 0) return;
            stopping.Token.ThrowIfCancellationRequested();
            var patience = owner.PauseOf(key) ?? pause;
            var words = patience > TimeSpan.Zero ? Burst.Length(waiting) : 0;
            var telling = words > 0 && await runner.IsTellingAsync(key, arrival, stopping.Token).ConfigureAwait(false);
            if (telling && arrival is not null)
            {
                // More may have come since, which belongs to it.
                arrival = null;
                continue;
            }

            if (telling && words == waiting.Count && Quiet(key, waiting, now, patience) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, clock, stopping.Token).ConfigureAwait(false);
                continue;
            }

            // Whatever came after the commit has rung.
            if (await RunAsync(telling ? [.. waiting.Take(words)] : [waiting[0]], arrival).ConfigureAwait(false)) return;
            arrival = null;
        }
    }

    /// <summary>How long it has to be quiet yet.</summary>
    private TimeSpan Quiet(ConversationKey key, IReadOnlyList<Inbound> waiting, DateTimeOffset now, TimeSpan patience)
    {
        var last = typing.TryGetValue(key, out var typed) && typed > waiting[^1].At ? typed : waiting[^1].At;
        var (quiet, longest) = (last + patience, waiting[0].At + Burst.Longest);
        return (quiet < longest ? quiet : longest) - now;
    }

    /// <returns>Whether nothing was left in the inbox; false also when that is not known.</returns>
    private async Task<bool> RunAsync(IReadOnlyList<Inbound> statement, Arrival? arrival)
    {
        var site = owner.SiteOf(statement[0]);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                foreach (var one in statement) await owner.PrepareAsync(one, stopping.Token).ConfigureAwait(false);
                var outcome = await RunSeatedAsync(statement, site, attempt == 1 ? arrival : null).ConfigureAwait(false);
                owner.Answered(statement[0].Key, outcome.Lines);
                return outcome.IsInboxEmpty;
            }
            catch (UnusableInboundException unusable)
            {
                await GiveUpAsync(statement, site, unusable.Apology).ConfigureAwait(false);
                return false;
            }
            catch (Exception failure) when (failure is not StoreException && !stopping.IsCancellationRequested)
            {
                var key = statement[0].Key;
                if (attempt < MostTries)
                {
                    TurnLog.TurnFailed(log, key.Channel, LogText.Of(key.Conversation), attempt, failure);
                    if (await RestAsync(FirstRetry * (1 << (attempt - 1))).ConfigureAwait(false)) continue;
                    throw new OperationCanceledException(stopping.Token);
                }

                TurnLog.TurnGivenUp(log, key.Channel, LogText.Of(key.Conversation), failure);
                await GiveUpAsync(statement, site, owner.ApologyFor(statement[^1])).ConfigureAwait(false);
                return false;
            }
        }
    }

    /// <summary>Runs a turn as soon as there is a place for it; its time begins then.</summary>
    private async Task<TurnOutcome> RunSeatedAsync(IReadOnlyList<Inbound> statement, Site site, Arrival? arrival)
    {
        await seats.WaitAsync(stopping.Token).ConfigureAwait(false);
        try
        {
            return await runner.RunAcceptedAsync(statement, site, arrival).ConfigureAwait(false);
        }
        finally
        {
            seats.Release();
        }
    }

    private async Task GiveUpAsync(IReadOnlyList<Inbound> statement, Site site, string apology)
    {
        var whole = Burst.Join(statement);
        await runner.GiveUpAsync(whole, site, apology, stopping.Token).ConfigureAwait(false);
        owner.Answered(whole.Key, []);
    }

    /// <summary>Waits before another try; false when there will be none because the process is being stopped.</summary>
    private async Task<bool> RestAsync(TimeSpan rest)
    {
        Interlocked.Increment(ref failing);
        try
        {
            await Task.Delay(rest, clock, stopping.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref failing);
        }
    }
}
