using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;

namespace ComplaintBot.Turns;

/// <summary>What came of a delivery.</summary>
/// <param name="IsDuplicate">It had been worked off before; nothing happened.</param>
/// <param name="Lines">What is to be delivered, already committed.</param>
/// <param name="State">The conversation after it, or null for a duplicate.</param>
internal sealed record TurnOutcome(bool IsDuplicate, IReadOnlyList<OutboxLine> Lines, ConversationState? State)
{
    /// <summary>Why a command of the desk was not carried out; null when it was, or was none.</summary>
    public DeskRefusal? Refusal { get; init; }

    /// <summary>Whether nothing of the conversation was left to be worked off; false also where the store did not look.</summary>
    public bool IsInboxEmpty { get; init; }

    /// <summary>The outcome of a delivery that had been worked off before.</summary>
    public static TurnOutcome Duplicate { get; } = new(true, [], null);

    /// <summary>The outcome of a command that was not carried out; nothing was written.</summary>
    public static TurnOutcome Refused(DeskRefusal refusal) => new(false, [], null) { Refusal = refusal };
}
