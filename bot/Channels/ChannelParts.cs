using ComplaintBot.Turns;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Channels;

/// <summary>What every channel of a messenger is given.</summary>
internal sealed record ChannelParts
{
    public required IConversationStore Store { get; init; }

    public required IChannelNotes Notes { get; init; }

    public required TurnRunner Runner { get; init; }

    public required IIdSource Ids { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The customers' time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public required LimitSettings Limits { get; init; }

    /// <summary>Holds back addresses that send what is not signed.</summary>
    public required RequestLimits RequestLimits { get; init; }

    /// <summary>The ids of all playbooks there are right now.</summary>
    public required Func<IReadOnlyList<string>> Playbooks { get; init; }

    public required ILogger Log { get; init; }

    /// <summary>Told which conversation has something in its inbox; it must be set before the first request.</summary>
    public Func<ConversationKey, Arrival?, Task> Wake { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Told of which conversation something was committed to be sent; it must be set before the first request.</summary>
    public Action<ConversationKey> Committed { get; set; } = _ => { };

    /// <summary>The customers' time.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Zone);

    /// <summary>Accepts a delivery: masked, deduplicated and written into the inbox in one transaction. Its turn runs afterwards.</summary>
    /// <returns>Whether it was new.</returns>
    public async Task<bool> TakeAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        var accepted = await Runner.AcceptAsync(inbound, cancellationToken).ConfigureAwait(false);

        // One that is known may wait all the same: the answer to its acceptance was lost, and so nobody was told.
        _ = Wake(inbound.Key, accepted.Arrival);
        return accepted.IsNew;
    }
}
