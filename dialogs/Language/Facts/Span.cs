namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A stretch of the normalised text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
internal readonly record struct Span(int Start, int End)
{
    /// <summary>The number of characters.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two share a character.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>Whether the other lies wholly within.</summary>
    public bool Holds(Span other) => Start <= other.Start && other.End <= End;
}
