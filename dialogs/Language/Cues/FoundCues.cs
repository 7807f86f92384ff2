using System.Runtime.InteropServices;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>What the word lists found in one message.</summary>
internal sealed class FoundCues
{
    private readonly List<Hit> hits;
    private readonly UInt128 present;

    /// <summary>Takes the hits; those inside a longer hit of the same cue are dropped.</summary>
    public FoundCues(string text, List<Hit> hits)
    {
        Text = text;
        this.hits = hits;
        DropSwallowed();
        foreach (var hit in hits) present |= UInt128.One << (int)hit.Cue;
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
        foreach (var hit in hits)
            if (hit.Cue == cue && !Scope.IsNegated(Text, hit) && !IsImagined(hit)) return hit;
        return null;
    }

    /// <summary>The first hit of a cue.</summary>
    public Hit? First(Cue cue)
    {
        if (!Has(cue)) return null;
        foreach (var hit in hits)
            if (hit.Cue == cue) return hit;
        return null;
    }

    /// <summary>The sum of the weights of a cue's hits.</summary>
    public float Weight(Cue cue)
    {
        var sum = 0f;
        if (!Has(cue)) return sum;
        foreach (var hit in hits)
            if (hit.Cue == cue) sum += hit.Weight;
        return sum;
    }

    /// <summary>The greatest weight of a cue's hits; 0 without one.</summary>
    public float Peak(Cue cue)
    {
        var peak = 0f;
        if (!Has(cue)) return peak;
        foreach (var hit in hits)
            if (hit.Cue == cue && hit.Weight > peak) peak = hit.Weight;
        return peak;
    }

    /// <summary>Whether a cue was found in the clause of a hit.</summary>
    public bool HasInClause(Cue cue, Hit around)
    {
        if (!Has(cue)) return false;
        var from = Breaks.ClauseStart(Text, around.Start);
        var to = Breaks.ClauseEnd(Text, around.End);
        foreach (var hit in hits)
            if (hit.Cue == cue && hit.Start >= from && hit.End <= to) return true;
        return false;
    }

    /// <summary>Whether a hit stands behind an "if", "almost" or "what if" of its clause.</summary>
    public bool IsImagined(Hit hit)
    {
        if (!Has(Cue.Hypothetical)) return false;
        var from = Breaks.ClauseStart(Text, hit.Start);
        foreach (var other in hits)
            if (other.Cue == Cue.Hypothetical && other.Start >= from && other.Start < hit.End) return true;
        return false;
    }

    private void DropSwallowed()
    {
        for (var i = hits.Count - 1; i >= 0; i--)
            for (var j = 0; j < hits.Count; j++)
                if (j != i && hits[j].Cue == hits[i].Cue && hits[j].Start <= hits[i].Start && hits[j].End >= hits[i].End && (hits[j].Length > hits[i].Length || j < i))
                {
                    hits.RemoveAt(i);
                    break;
                }
    }
}
