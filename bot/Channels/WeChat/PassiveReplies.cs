using System.Collections.Concurrent;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.WeChat;

/// <summary>
/// The calls that are waiting for their answers. WeChat gives up a call after 5 s and makes it again, up to three times: all tries of one
/// delivery share one answer.
/// </summary>
internal sealed class PassiveReplies(TimeProvider clock)
{
    /// <summary>How long an answer is waited for; WeChat hangs up after 5 s.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>How long the tries of a delivery may come in.</summary>
    private static readonly TimeSpan Tries = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(ConversationKey Key, string Delivery), Lazy<Task<PassiveReply>>> deliveries = new();
    private readonly Dictionary<ConversationKey, List<PassiveReply>> open = [];
    private readonly Lock guard = new();

    /// <summary>The reply of a delivery, once it is known what it says.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="delivery">The delivery: the same for every try.</param>
    /// <param name="accept">Accepts the delivery; false when it had been accepted before. Called once for all tries.</param>
    public async Task<PassiveReply> OfAsync(ConversationKey key, string delivery, Func<Task<bool>> accept)
    {
        var id = (key, delivery);
        try
        {
            return await deliveries.GetOrAdd(id, _ => new Lazy<Task<PassiveReply>>(() => RunAsync(key, accept))).Value.ConfigureAwait(false);
        }
        catch
        {
            deliveries.TryRemove(id, out _);
            throw;
        }
        finally
        {
            _ = ForgetAsync(id);
        }
    }

    /// <summary>Says something in the oldest call of a conversation that is still waiting.</summary>
    /// <returns>Whether it was said and the answer written.</returns>
    public async Task<bool> TrySayAsync(ConversationKey key, string text)
    {
        foreach (var reply in Waiting(key))
            if (await reply.TrySayAsync(text).ConfigureAwait(false)) return true;
        return false;
    }

    /// <summary>Nothing will be said: the calls of a conversation are answered at once.</summary>
    public void Close(ConversationKey key)
    {
        foreach (var reply in Waiting(key)) reply.Close();
    }

    private PassiveReply[] Waiting(ConversationKey key)
    {
        lock (guard) return open.TryGetValue(key, out var waiting) ? [.. waiting] : [];
    }

    private async Task<PassiveReply> RunAsync(ConversationKey key, Func<Task<bool>> accept)
    {
        var reply = new PassiveReply();
        lock (guard)
        {
            if (!open.TryGetValue(key, out var waiting)) open[key] = waiting = [];
            waiting.Add(reply);
        }

        using var late = new CancellationTokenSource(Longest, clock);
        using var closing = late.Token.Register(reply.Close);
        try
        {
            if (!await accept().ConfigureAwait(false)) reply.Close();
            await reply.Said.ConfigureAwait(false);
            return reply;
        }
        finally
        {
            reply.Close();
            lock (guard)
            {
                var waiting = open[key];
                waiting.Remove(reply);
                if (waiting.Count == 0) open.Remove(key);
            }
        }
    }

    private async Task ForgetAsync((ConversationKey Key, string Delivery) id)
    {
        await Task.Delay(Tries, clock, CancellationToken.None).ConfigureAwait(false);
        deliveries.TryRemove(id, out _);
    }
}
