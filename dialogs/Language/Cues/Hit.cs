namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>A phrase of the word lists found in a message.</summary>
/// <param name="Cue">What it is a sign of.</param>
/// <param name="Start">First character in the normalized text.</param>
/// <param name="End">One behind the last character.</param>
/// <param name="Weight">How strong a sign: 1 common, 2 strong, 3 extreme.</param>
internal readonly record struct Hit(Cue Cue, int Start, int End, float Weight)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>Whether two hits share a character.</summary>
    public bool Overlaps(Hit other) => Start < other.End && other.Start < End;
}
