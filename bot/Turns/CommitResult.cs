namespace ComplaintBot.Turns;

/// <summary>What became of a commit, and what is now to be delivered.</summary>
/// <param name="Outcome">Whether it was written.</param>
/// <param name="Lines">The outgoing activities with the ids and timestamps they were stored with; empty unless committed.</param>
internal sealed record CommitResult(CommitOutcome Outcome, IReadOnlyList<OutboxLine> Lines)
{
    /// <summary>A commit that wrote nothing.</summary>
    public static CommitResult Nothing(CommitOutcome outcome) => new(outcome, []);
}
