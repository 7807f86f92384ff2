using System.Runtime.InteropServices;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>What the word lists found in one message.</summary>
internal sealed class FoundCues
{
    // Phrases with gaps are the longest; none reaches further.
    private const int LongestHit = 400;

    private readonly List<Hit> hits;
    private readonly UInt128 present;

    /// <summary>Takes the hits; those that an exception of the same cue touches, and those inside a longer hit of it, are dropped.</summary>
    public FoundCues(string text, List<Hit> hits, List<Hit> exceptions)
    {
        Text = text;
        this.hits = hits;
        hits.Sort(InOrder);
        exceptions.Sort(InOrder);
        Drop(exceptions);
        foreach (var hit in All) present |= UInt128.One << (int)hit.Cue;
    }

    /// <summary>The normalized text that was searched.</summary>
    public string Text { get; }

    /// <summary>All hits, by their start.</summary>
    public ReadOnlySpan<Hit> All => CollectionsMarshal.AsSpan(hits);

    /// <summary>Whether a cue was found.</summary>
    public bool Has(Cue cue) => (present >> (int)cue & UInt128.One) != 0;

    /// <summary>The first hit of a cue that is neither negated nor merely imagined.</summary>
    public Hit? FirstMeant(Cue cue)
    {
        if (!Has(cue)) return null;
        foreach (var hit in All)
            if (hit.Cue == cue && !Scope.IsNegated(Text, hit) && !IsImagined(hit)) return hit;
        return null;
    }

    /// <summary>The first hit of a cue.</summary>
    public Hit? First(Cue cue)
    {
        if (!Has(cue)) return null;
        foreach (var hit in All)
            if (hit.Cue == cue) return hit;
        return null;
    }

    /// <summary>The greatest weight of a cue's hits; 0 without one.</summary>
    public float Peak(Cue cue)
    {
        var peak = 0f;
        if (!Has(cue)) return peak;
        foreach (var hit in All)
            if (hit.Cue == cue && hit.Weight > peak) peak = hit.Weight;
        return peak;
    }

    /// <summary>The first hit of a cue that begins and ends within a stretch of the text.</summary>
    public Hit? FirstWithin(Cue cue, int from, int to)
    {
        if (!Has(cue)) return null;
        for (var i = IndexFrom(from); i < hits.Count && hits[i].Start < to; i++)
            if (hits[i].Cue == cue && hits[i].End <= to) return hits[i];
        return null;
    }

    /// <summary>Where in a stretch of the text the next hit of a cue begins that is no longer than that; -1 when none does.</summary>
    public int NextStart(Cue cue, int from, int to, int longest)
    {
        if (!Has(cue)) return -1;
        for (var i = IndexFrom(from); i < hits.Count && hits[i].Start < to; i++)
            if (hits[i].Cue == cue && hits[i].Length <= longest) return hits[i].Start;
        return -1;
    }

    /// <summary>Whether a cue was found in the clause of a hit.</summary>
    public bool HasInClause(Cue cue, Hit around) =>
        Has(cue) && FirstWithin(cue, Breaks.ClauseStart(Text, around.Start), Breaks.ClauseEnd(Text, around.End)) is not null;

    /// <summary>Whether a hit stands behind an "if", "almost" or "what if" of its clause.</summary>
    public bool IsImagined(Hit hit) => Has(Cue.Hypothetical) && FirstWithin(Cue.Hypothetical, Breaks.ClauseStart(Text, hit.Start), hit.End) is not null;

    /// <summary>Index of the first hit that starts at a place or after it.</summary>
    private int IndexFrom(int place)
    {
        int low = 0, high = hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < place) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void Drop(List<Hit> exceptions)
    {
        Span<int> reach = stackalloc int[128];
        reach.Clear();
        int kept = 0, low = 0, longest = 0;
        foreach (var exception in exceptions) longest = Math.Max(longest, Math.Min(exception.Length, LongestHit));
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            while (low < exceptions.Count && exceptions[low].Start < hit.Start - longest) low++;
            if (IsExcepted(hit, exceptions, low) || hit.End <= reach[(int)hit.Cue]) continue;
            reach[(int)hit.Cue] = hit.End;
            hits[kept++] = hit;
        }
        hits.RemoveRange(kept, hits.Count - kept);
    }

    private static bool IsExcepted(Hit hit, List<Hit> exceptions, int low)
    {
        for (var i = low; i < exceptions.Count && exceptions[i].Start < hit.End; i++)
            if (exceptions[i].Cue == hit.Cue && exceptions[i].Overlaps(hit)) return true;
        return false;
    }

    private static int InOrder(Hit one, Hit other) =>
        one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.End != other.End ? other.End.CompareTo(one.End) : one.Cue.CompareTo(other.Cue);
}
