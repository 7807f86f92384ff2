using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels;

/// <summary>
/// Passes customers who wait for a person on to people of the platform. Whom, and what became of it, is part of the conversation's state: it
/// outlives the process and is known on every node.
/// </summary>
internal sealed class PassingOn(IChannel channel, ChannelParts parts)
{
    private const int MostNotNoted = 1_000;

    /// <summary>Conversations the platform was asked for while the store could not be told: it is not asked again for them.</summary>
    private readonly ConcurrentDictionary<ConversationKey, bool> notNoted = new();

    /// <summary>Asks the platform's people to take a conversation, where it waits for a person and they were not asked yet.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="after">The line that was just said: they are asked once nothing of ours is left to be said after it.</param>
    /// <param name="ask">Asks them, and says what came of it; null is for not done, and it is tried again with the next thing that is said.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    public async Task PassOnAsync(ConversationKey key, long after, Func<Task<Func<ConversationKey, string, DateTimeOffset, Inbound>?>> ask, CancellationToken cancellationToken)
    {
        if (await parts.Runner.HandsAsync(key, cancellationToken).ConfigureAwait(false) != Hands.Wanted)
        {
            notNoted.TryRemove(key, out _);
            return;
        }

        if ((await parts.Store.TranscriptAsync(key, after, cancellationToken).ConfigureAwait(false)).Any(line => line is { Outgoing: true, Activity.Type: ActivityTypes.Message })) return;
        if (!notNoted.ContainsKey(key) && await ask().ConfigureAwait(false) is { } news) await NoteAsync(news(key, parts.Ids.Delivery(), parts.Now)).ConfigureAwait(false);
    }

    /// <summary>Runs the turn of what is known of them at once. It never fails: where the store does, the chat goes on waiting at our desk.</summary>
    public async Task NoteAsync(Inbound news)
    {
        try
        {
            var outcome = await parts.Runner.HearAsync(news, channel.SiteOf(news)).ConfigureAwait(false);
            if (!outcome.IsDuplicate) channel.Answered(news.Key, outcome.Lines);
        }
        catch (Exception failure) when (failure is StoreException or OperationCanceledException)
        {
            if (notNoted.Count >= MostNotNoted) notNoted.Clear();
            notNoted[news.Key] = true;
            ChannelLog.NotDone(parts.Log, channel.Prefix.TrimEnd('-'), "noting that a customer was passed on", failure.Message);
        }
    }

    /// <summary>Accepts what the platform says of a conversation there is: it is durable when this returns, and its turn runs in order with what the customer says.</summary>
    public async Task TakeAsync(Inbound news, CancellationToken cancellationToken)
    {
        if (await parts.Store.LastSequenceAsync(news.Key, parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) is not null) await parts.TakeAsync(news, cancellationToken).ConfigureAwait(false);
    }
}
