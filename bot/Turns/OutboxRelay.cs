using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns.Watching;

namespace ComplaintBot.Turns;

/// <summary>
/// Delivers what was committed and has not left yet: in order within a conversation, side by side across them, so that a slow channel holds up
/// nobody else. What fails is tried again after 1 s, 2 s, 4 s and so on up to 5 min, or when the other side wants, and holds back what is behind
/// it; what can never be delivered is given up and blocks nothing.
/// </summary>
internal sealed class OutboxRelay(IConversationStore store, IActivitySender sender, TimeProvider clock)
{
    /// <summary>How many lines are taken from the store at a time.</summary>
    private const int Portion = 200;

    /// <summary>How many lines of a conversation that is being delivered may stand before those of others.</summary>
    private const int InFront = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<ConversationKey, Lazy<Task<int>>> busy = new();
    private readonly ConcurrentDictionary<ConversationKey, bool> rung = new();

    /// <summary>Delivers everything that is due. No line is sent by two.</summary>
    /// <returns>How many lines were delivered.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (await BeginDueAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } begun) delivered += (await Task.WhenAll(begun).ConfigureAwait(false)).Sum();
        return delivered;
    }

    /// <summary>Begins to deliver what is due in conversations that are not being delivered already, and does not wait for it.</summary>
    /// <returns>One task a conversation, with the number of its lines that were delivered.</returns>
    public async Task<IReadOnlyList<Task<int>>> BeginDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.OutboxAsync(clock.GetUtcNow(), Portion + (InFront * busy.Count), cancellationToken).ConfigureAwait(false);
        return [.. due.Select(line => line.Key).Distinct().Where(key => !busy.ContainsKey(key)).Select(key => BeginAsync(key, cancellationToken))];
    }

    /// <summary>Begins to deliver what is due in one conversation; one that is being delivered is looked at once more afterwards.</summary>
    /// <returns>The number of its lines that were delivered.</returns>
    public Task<int> BeginAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        rung[key] = true;
        return busy.GetOrAdd(key, one => new Lazy<Task<int>>(() => Task.Run(() => WorkAsync(one, cancellationToken), CancellationToken.None))).Value;
    }

    /// <summary>Waits for what is under way; it never fails.</summary>
    public Task DrainAsync() => Task.WhenAll(busy.Values.Select(one => one.Value)).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private async Task<int> WorkAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var delivered = 0;
        try
        {
            while (rung.TryRemove(key, out _))
            {
                var lines = await store.OutboxOfAsync(key, clock.GetUtcNow(), Portion, cancellationToken).ConfigureAwait(false);
                var (sent, isStuck) = await DeliverAsync(lines, cancellationToken).ConfigureAwait(false);
                delivered += sent;
                if (lines.Count == Portion && !isStuck) rung[key] = true;
            }
        }
        finally
        {
            busy.TryRemove(key, out _);
        }

        // Somebody may have rung between the last look and leaving.
        return rung.ContainsKey(key) ? delivered + await BeginAsync(key, cancellationToken).ConfigureAwait(false) : delivered;
    }

    /// <summary>Delivers lines of one conversation up to the first that has to wait.</summary>
    private async Task<(int Delivered, bool IsStuck)> DeliverAsync(IReadOnlyList<OutboxLine> lines, CancellationToken cancellationToken)
    {
        var delivered = 0;
        for (var at = 0; at < lines.Count;)
        {
            List<OutboxLine> rest = [.. lines.Skip(at)];
            var message = rest[..Math.Clamp(sender.Together(rest), 1, rest.Count)];
            at += message.Count;
            try
            {
                await sender.SendAsync(message.Count == 1 ? message[0] : JoinedLines.Of(message), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                var givenUp = failure is DeliveryException { IsPermanent: true };
                await FailAsync(message, failure, givenUp).ConfigureAwait(false);
                if (givenUp) continue;
                return (delivered, true);
            }

            // What has left is marked even while the process is being stopped.
            foreach (var line in message) await store.MarkSentAsync(line.Key, line.Sequence, CancellationToken.None).ConfigureAwait(false);
            delivered += message.Count;
        }

        return (delivered, false);
    }

    /// <summary>Notes a failure; the first line of a message that waits holds back its others.</summary>
    private async Task FailAsync(List<OutboxLine> message, Exception failure, bool givenUp)
    {
        DateTimeOffset? again = givenUp ? null : clock.GetUtcNow() + ((failure as DeliveryException)?.RetryAfter ?? Pause(message[0].Attempts));
        if (givenUp) Instruments.DeadLetters.Add(message.Count, new("channel", message[0].Key.Channel), new("trouble", Reason(failure).Split(':')[0]));
        foreach (var line in message.Take(givenUp ? message.Count : 1)) await store.MarkFailedAsync(line.Key, line.Sequence, again, Reason(failure), CancellationToken.None).ConfigureAwait(false);
    }

    private static TimeSpan Pause(int attempts)
    {
        var doublings = Math.Min(attempts, 16);
        var pause = FirstPause * (1 << doublings);
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>The words of a foreign exception may hold an address or a text; its name says enough.</summary>
    private static string Reason(Exception failure) => failure is DeliveryException known ? known.Reason : $"{DeliveryTrouble.Busy.Id()}: {failure.GetType().Name}";
}
