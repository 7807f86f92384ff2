namespace ComplaintBot.Turns;

/// <summary>What became of a commit, and what is to be sent now that it is durable.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Lines">
/// The outgoing activities in order, with the id and time they were stored with; empty unless committed. A line of sequence 0
/// (typing) is passed on once and not kept; every other is sent from the outbox until it is marked. Events are lines of the transcript that
/// only the desk reads: they are not among them.
/// </param>
internal sealed record CommitResult(CommitOutcome Outcome, IReadOnlyList<OutboxLine> Lines)
{
    /// <summary>Whether nothing of the conversation was left to be worked off; false also where the store did not look.</summary>
    public bool IsInboxEmpty { get; init; }

    /// <summary>A commit that wrote nothing.</summary>
    public static CommitResult Nothing(CommitOutcome outcome) => new(outcome, []);
}
