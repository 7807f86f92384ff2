namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>The cue words of a text, those of a kind beside each other in the order of the text.</summary>
internal sealed class CueHits
{
    private readonly Span[] spans;
    private readonly short[] ends;

    /// <summary>Sorts what was found in the order of the text by kind; of a kind the first at each place is kept, and none inside another.</summary>
    public CueHits(ReadOnlySpan<(CueKind Kind, Span Span)> found)
    {
        ends = new short[CueLexicon.Kinds + 1];
        Span<short> next = stackalloc short[CueLexicon.Kinds + 1];
        foreach (var (kind, _) in found) ends[(int)kind + 1]++;
        for (var kind = 1; kind < ends.Length; kind++) ends[kind] += ends[kind - 1];
        ends.CopyTo(next);
        spans = new Span[found.Length];
        foreach (var (kind, span) in found) spans[next[(int)kind]++] = span;
    }

    /// <summary>Those of a kind.</summary>
    public ReadOnlySpan<Span> Of(CueKind kind) => spans.AsSpan(ends[(int)kind], ends[(int)kind + 1] - ends[(int)kind]);
}
