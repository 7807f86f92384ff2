using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>An outgoing activity that has been committed and is to be delivered.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Sequence">Its line in the transcript; with the key it is the idempotency key of the delivery.</param>
/// <param name="Activity">What to send.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record OutboxLine(ConversationKey Key, long Sequence, Activity Activity, int Attempts)
{
    /// <summary>The last line that goes with it, where several go as one.</summary>
    public long Last { get; init; } = Sequence;
}
