using ComplaintBot.Dialogs.Complaint;

namespace ComplaintBot.Turns;

/// <summary>What came of a delivery.</summary>
/// <param name="IsDuplicate">It had been worked off before; nothing happened.</param>
/// <param name="Lines">What is to be delivered, already committed.</param>
/// <param name="State">The conversation after it, or null for a duplicate.</param>
internal sealed record TurnOutcome(bool IsDuplicate, IReadOnlyList<OutboxLine> Lines, ConversationState? State)
{
    /// <summary>The outcome of a delivery that had been worked off before.</summary>
    public static TurnOutcome Duplicate { get; } = new(true, [], null);
}
