using System.Collections.Concurrent;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Channels;

/// <summary>
/// Counts what platforms with reply windows still let us send, and remembers what waits for the customer's next message. What a process does not
/// know yet is found in the transcript; where that says nothing either, the platform is asked by trying.
/// </summary>
internal sealed class ReplyWindows(IConversationStore store, (int Most, TimeSpan Life) afterMessage, TimeProvider clock)
{
    private const int SweepAt = 10_000;

    /// <summary>How far apart lines are that were said one after the other; a turn says its own within one message.</summary>
    private static readonly TimeSpan OneTurn = TimeSpan.FromSeconds(1);

    /// <summary>How far ahead the next try of anything can lie.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<ConversationKey, ReplyWindow> windows = new();
    private readonly ConcurrentDictionary<ConversationKey, long> waiting = new();

    /// <summary>A window opens; a better one that is open stays.</summary>
    public void Open(ConversationKey key, int most, TimeSpan life)
    {
        var now = clock.GetUtcNow();
        Sweep(now);
        var fresh = new ReplyWindow(most, now + life);
        windows.AddOrUpdate(key, fresh, (_, open) => open.Until > now && open.Left >= most && open.Until > fresh.Until ? open : fresh);
    }

    /// <summary>What was opened was no new message after all: the window is as it was.</summary>
    public void PutBack(ConversationKey key, ReplyWindow? before)
    {
        if (before is null) windows.TryRemove(key, out _);
        else windows[key] = before;
    }

    /// <summary>What is left; null when nothing is known.</summary>
    public ReplyWindow? Find(ConversationKey key) => windows.TryGetValue(key, out var window) ? window : null;

    /// <summary>What is left as far as anything says so: what was counted, or what the transcript lets suppose.</summary>
    public async ValueTask<ReplyWindow?> LookAsync(ConversationKey key, CancellationToken cancellationToken) =>
        Find(key) ?? await SupposeAsync(key, long.MaxValue, cancellationToken).ConfigureAwait(false);

    /// <summary>Remembers what an earlier process left waiting for the next message of its customer.</summary>
    /// <param name="channel">How the channel part of the keys begins.</param>
    /// <param name="log">Told when the store fails; what waits is due by itself within minutes then.</param>
    public async Task ResumeAsync(string channel, ILogger log)
    {
        try
        {
            foreach (var line in await store.OutboxAsync(clock.GetUtcNow() + Farthest, SweepAt, CancellationToken.None).ConfigureAwait(false))
                if (line.Attempts > 0 && line.Key.Channel.StartsWith(channel, StringComparison.Ordinal)) waiting.TryAdd(line.Key, line.Sequence);
        }
        catch (StoreException failure)
        {
            ChannelLog.NotDone(log, channel, "resuming", failure.Message);
        }
    }

    /// <summary>Whether a message may be sent: false once the window is closed or used up.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="sequence">The line to be sent: what stands between it and the customer's last message has been sent.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    public async Task<bool> IsOpenAsync(ConversationKey key, long sequence, CancellationToken cancellationToken)
    {
        var window = Find(key) ?? (await SupposeAsync(key, sequence, cancellationToken).ConfigureAwait(false) is { } supposed ? windows.GetOrAdd(key, supposed) : null);
        return window is null || (window.Left > 0 && clock.GetUtcNow() < window.Until);
    }

    /// <summary>One message was sent.</summary>
    public void Use(ConversationKey key)
    {
        if (Find(key) is { } window) windows.TryUpdate(key, window with { Left = Math.Max(0, window.Left - 1) }, window);
    }

    /// <summary>The platform says that there is none left.</summary>
    public void Close(ConversationKey key) => windows[key] = new(0, Find(key)?.Until ?? clock.GetUtcNow());

    /// <summary>A line waits for the customer's next message.</summary>
    public void Wait(ConversationKey key, long sequence) => waiting[key] = sequence;

    /// <summary>Lets go of the line that waits in a conversation, if one does.</summary>
    /// <returns>Whether one did; it is due now.</returns>
    public async Task<bool> ReleaseAsync(ConversationKey key)
    {
        if (!waiting.TryRemove(key, out var sequence)) return false;
        await store.MarkFailedAsync(key, sequence, clock.GetUtcNow(), "The customer has written again.", CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// What the transcript lets suppose. Answers that went with their call cost nothing, and the transcript does not tell which did: so one more
    /// is always supposed to be left. Too many are put right by the platform's refusal; too few would silence us.
    /// </summary>
    private async Task<ReplyWindow?> SupposeAsync(ConversationKey key, long sequence, CancellationToken cancellationToken)
    {
        var lines = await store.TranscriptAsync(key, 0, cancellationToken).ConfigureAwait(false);
        if (lines.LastOrDefault(line => !line.Outgoing) is not { } last) return null;
        var (turns, before) = (0, last.At);
        foreach (var line in lines.Where(line => line.Outgoing && line.Sequence > last.Sequence && line.Sequence < sequence))
        {
            if (turns == 0 || line.At - before > OneTurn) turns++;
            before = line.At;
        }

        return new(Math.Max(1, afterMessage.Most - turns), last.At + afterMessage.Life);
    }

    private void Sweep(DateTimeOffset now)
    {
        if (windows.Count < SweepAt) return;
        foreach (var (key, window) in windows)
            if (window.Until <= now && !waiting.ContainsKey(key)) windows.TryRemove(new(key, window));
    }
}
