using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns.Watching;

namespace ComplaintBot.Turns;

/// <summary>
/// Delivers what was committed and has not left yet: in order within a conversation, side by side across them, so that a slow channel holds up
/// nobody else. What fails is tried again after 1 s, 2 s, 4 s and so on up to 5 min, or when the other side wants, and holds back what is behind
/// it; what can never be delivered is given up and blocks nothing.
/// </summary>
internal sealed class OutboxRelay(IConversationStore store, IActivitySender sender, TimeProvider clock) : IDisposable
{
    /// <summary>How many lines are taken from the store at a time.</summary>
    private const int Portion = 200;

    /// <summary>How many lines of a conversation that is being delivered may stand before those of others.</summary>
    private const int InFront = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim looks = new(1, 1);
    private readonly ConcurrentDictionary<ConversationKey, Lazy<Task<int>>> busy = new();
    private readonly ConcurrentDictionary<ConversationKey, bool> missed = new();

    /// <summary>Told that a conversation that was busy may have more to be delivered; set once, before the first look.</summary>
    public Action Again { get; set; } = () => { };

    /// <summary>Delivers everything that is due, but for conversations that are being delivered already. No line is sent by two.</summary>
    /// <returns>How many lines were delivered.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var (now, delivered) = (clock.GetUtcNow(), 0);
        while (await BeginDueAsync(now, cancellationToken).ConfigureAwait(false) is { Count: > 0 } begun) delivered += (await Task.WhenAll(begun).ConfigureAwait(false)).Sum();
        return delivered;
    }

    /// <summary>Begins to deliver what is due, and does not wait for it.</summary>
    /// <returns>One task a conversation, with the number of its lines that were delivered.</returns>
    public async Task<IReadOnlyList<Task<int>>> BeginDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await looks.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Who is busy is noted before the look: what was read of a conversation that ends its delivery meanwhile may have been sent.
            var underWay = busy.Keys.ToHashSet();
            var most = Portion + (InFront * underWay.Count);
            var due = await store.OutboxAsync(now, most, cancellationToken).ConfigureAwait(false);
            var begun = new List<Task<int>>();
            foreach (var lines in due.GroupBy(line => line.Key))
            {
                if (underWay.Contains(lines.Key))
                {
                    Miss(lines.Key);
                    continue;
                }

                if (due.Count == most) missed[lines.Key] = true;
                begun.Add(Begin(lines.Key, [.. lines], cancellationToken));
            }

            return begun;
        }
        finally
        {
            looks.Release();
        }
    }

    /// <summary>Waits for what is under way; it never fails.</summary>
    public Task DrainAsync() => Task.WhenAll(busy.Values.Select(one => one.Value)).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <inheritdoc/>
    public void Dispose() => looks.Dispose();

    private Task<int> Begin(ConversationKey key, List<OutboxLine> lines, CancellationToken cancellationToken)
    {
        var delivery = new Lazy<Task<int>>(() => RunAsync(key, lines, cancellationToken));
        busy[key] = delivery;
        return delivery.Value;
    }

    private void Miss(ConversationKey key)
    {
        missed[key] = true;
        if (!busy.ContainsKey(key) && missed.TryRemove(key, out _)) Again();
    }

    private async Task<int> RunAsync(ConversationKey key, List<OutboxLine> lines, CancellationToken cancellationToken)
    {
        try
        {
            return await DeliverAsync(lines, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            busy.TryRemove(key, out _);
            if (missed.TryRemove(key, out _)) Again();
        }
    }

    /// <summary>Delivers the lines of one conversation up to the first that has to wait.</summary>
    private async Task<int> DeliverAsync(List<OutboxLine> lines, CancellationToken cancellationToken)
    {
        var delivered = 0;
        for (var at = 0; at < lines.Count;)
        {
            var rest = lines[at..];
            var message = rest[..Math.Clamp(sender.Together(rest), 1, rest.Count)];
            try
            {
                await sender.SendAsync(message.Count == 1 ? message[0] : JoinedLines.Of(message), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                var givenUp = failure is DeliveryException { IsPermanent: true };
                await FailAsync(message, failure, givenUp).ConfigureAwait(false);
                if (!givenUp) return delivered;
                at += message.Count;
                continue;
            }

            // What has left is marked even while the process is being stopped.
            foreach (var line in message) await store.MarkSentAsync(line.Key, line.Sequence, CancellationToken.None).ConfigureAwait(false);
            delivered += message.Count;
            at += message.Count;
        }

        return delivered;
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
