using System.Collections.Concurrent;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels;

/// <summary>
/// Counts what platforms with reply windows still let us send, and remembers what waits for the customer's next message. What a process does not
/// know yet is found in the transcript; where that says nothing either, the platform is asked by trying.
/// </summary>
internal sealed class ReplyWindows(IConversationStore store, (int Most, TimeSpan Life) afterMessage, TimeProvider clock)
{
    private const int SweepAt = 10_000;

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

    /// <summary>Whether a message may be sent: false once the window is closed or used up.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="sequence">The line to be sent: what stands between it and the customer's last message has been sent.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    public async Task<bool> IsOpenAsync(ConversationKey key, long sequence, CancellationToken cancellationToken)
    {
        var window = Find(key) ?? await RecallAsync(key, sequence, cancellationToken).ConfigureAwait(false);
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

    private async Task<ReplyWindow?> RecallAsync(ConversationKey key, long sequence, CancellationToken cancellationToken)
    {
        var lines = await store.TranscriptAsync(key, 0, cancellationToken).ConfigureAwait(false);
        if (lines.LastOrDefault(line => !line.Outgoing) is not { } last) return null;
        var sent = lines.Count(line => line.Outgoing && line.Sequence > last.Sequence && line.Sequence < sequence);
        return windows.GetOrAdd(key, new ReplyWindow(Math.Max(0, afterMessage.Most - sent), last.At + afterMessage.Life));
    }

    private void Sweep(DateTimeOffset now)
    {
        if (windows.Count < SweepAt) return;
        foreach (var (key, window) in windows)
            if (window.Until <= now && !waiting.ContainsKey(key)) windows.TryRemove(new(key, window));
    }
}
