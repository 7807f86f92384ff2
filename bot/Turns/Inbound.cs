using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>Something that came in for a conversation.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="DedupeId">The channel's own id of the delivery: the same one within 8 days is the same message.</param>
/// <param name="Activity">What came, sensitive numbers masked.</param>
/// <param name="At">When it was received, by the customer's clock: its offset is the customer's.</param>
/// <param name="InboxId">Its place in the inbox when it was accepted before it was worked off; null when it goes straight into a turn.</param>
internal sealed record Inbound(ConversationKey Key, string DedupeId, Activity Activity, DateTimeOffset At, long? InboxId = null)
{
    /// <summary>Whether it is a line of the transcript. Messages are; a channel may want others shown to its clients too.</summary>
    public bool IsLine => IsShown || Activity.Type == ActivityTypes.Message;

    /// <summary>Whether the channel's clients want to see it although it is no message.</summary>
    public bool IsShown { get; init; }

    /// <summary>Whether something was masked before it was accepted; the customer is told.</summary>
    public bool IsMasked { get; init; }

    /// <summary>The number of its line in the transcript, when it got one as it was accepted.</summary>
    public long? Sequence { get; init; }

    /// <summary>Places in the inbox of earlier messages that make one statement with this one; they are taken out with it.</summary>
    public IReadOnlyList<long> Before { get; init; } = [];
}
