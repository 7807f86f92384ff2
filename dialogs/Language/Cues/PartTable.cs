using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>The pieces of phrases found so far in one search, chained by the place they have in their phrase. Uses rented arrays.</summary>
internal sealed class PartTable : IDisposable
{
    private const int NearUnits = 8;
    private const int FarUnits = 24;
    private const int LongestGap = 160;

    private readonly Head[] heads;
    private Part[] parts = ArrayPool<Part>.Shared.Rent(128);
    private int count;

    /// <summary>A table for so many places.</summary>
    public PartTable(int slots)
    {
        heads = ArrayPool<Head>.Shared.Rent(slots + 1);
        heads.AsSpan(0, slots + 1).Clear();
    }

    /// <summary>Notes a piece.</summary>
    public void Add(int slot, int start, int end)
    {
        if (++count == parts.Length) Grow();
        ref var head = ref heads[slot];
        parts[count] = new Part(start, end, head.Last);
        head = new Head(count, Math.Max(head.End, end));
    }

    /// <summary>How far before the next piece a piece may end.</summary>
    public static int Reach(Gap gap) => gap == Gap.None ? 0 : LongestGap;

    /// <summary>Whether a piece at a place of its phrase was found that ends so near to a place, or behind it: most were not.</summary>
    public bool EndsNear(int slot, int start, int reach) => heads[slot] is { Last: > 0 } head && head.End >= start - reach;

    /// <summary>Finds a piece at a place of its phrase that ends where another may follow at <paramref name="start"/>.</summary>
    public bool TryJoin(string text, int slot, int start, Gap gap, out int from)
    {
        for (var i = heads[slot].Last; i != 0; i = parts[i].Previous)
        {
            var end = parts[i].End;
            if (end < start - LongestGap) break;
            if (end > start || gap == Gap.None && end != start || gap != Gap.None && !Bridges(text.AsSpan(end, start - end), gap)) continue;
            from = parts[i].Start;
            return true;
        }
        from = start;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<Head>.Shared.Return(heads);
        ArrayPool<Part>.Shared.Return(parts);
    }

    // Chinese characters count one, words two, so that one measure serves both languages.
    private static bool Bridges(ReadOnlySpan<char> between, Gap gap)
    {
        var (units, most) = (0, gap == Gap.Near ? NearUnits : FarUnits);
        for (var i = 0; i < between.Length && units <= most; i++)
        {
            if (gap == Gap.Near ? Breaks.EndsClause(between, i) : Breaks.EndsSentence(between, i)) return false;
            if (char.IsAsciiLetterOrDigit(between[i])) units += i == 0 || !char.IsAsciiLetterOrDigit(between[i - 1]) ? 2 : 0;
            else if (!Breaks.IsSpace(between[i])) units++;
        }
        return units <= most;
    }

    private void Grow()
    {
        var larger = ArrayPool<Part>.Shared.Rent(parts.Length * 2);
        parts.AsSpan().CopyTo(larger);
        ArrayPool<Part>.Shared.Return(parts);
        parts = larger;
    }

    // The piece that was found last at a place of its phrase, counted from 1, and where the one ends that reaches furthest.
    private readonly record struct Head(int Last, int End);

    private readonly record struct Part(int Start, int End, int Previous);
}
