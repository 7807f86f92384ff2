namespace ComplaintBot.Turns;

/// <summary>What became of a commit.</summary>
internal enum CommitOutcome
{
    /// <summary>Written, all of it.</summary>
    Committed,

    /// <summary>Somebody else wrote first: load again and run the turn again.</summary>
    Stale,

    /// <summary>The same delivery was worked off before: nothing was written and nothing is to be sent.</summary>
    Duplicate,

    /// <summary>The case number is taken: run the turn again with another.</summary>
    CaseNumberTaken,
}
