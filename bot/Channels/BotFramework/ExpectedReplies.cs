using System.Collections.Concurrent;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>
/// Calls that want what is said in their answer (<c>expectReplies</c>). As long as one is open, the lines of its conversation wait: what went
/// with the answer has left, what did not is sent.
/// </summary>
internal sealed class ExpectedReplies
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<ConversationKey, TaskCompletionSource> open = new();

    /// <summary>The last line that has left with an answer.</summary>
    private readonly ConcurrentDictionary<ConversationKey, long> taken = new();

    /// <summary>Holds the lines of a conversation until the answer is written.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="answer">Writes the answer, and says which line was the last in it; 0 for none.</param>
    public async Task HoldAsync(ConversationKey key, Func<Task<long>> answer)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (!open.TryAdd(key, mine))
            if (open.TryGetValue(key, out var other)) await other.Task.ConfigureAwait(false);
        try
        {
            if (taken.Count >= MostKept) taken.Clear();
            var last = await answer().ConfigureAwait(false);
            taken.AddOrUpdate(key, last, (_, before) => Math.Max(before, last));
        }
        finally
        {
            open.TryRemove(key, out _);
            mine.SetResult();
        }
    }

    /// <summary>Whether a line has left with an answer; it is waited for while one is open.</summary>
    public async Task<bool> TookAsync(ConversationKey key, long line)
    {
        if (open.TryGetValue(key, out var call)) await call.Task.ConfigureAwait(false);
        return taken.TryGetValue(key, out var last) && line <= last;
    }
}
