using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>
/// What the examples of the labels taught about grams: how rare each is, and how much it speaks for the few labels in whose examples it
/// occurs. Only those are kept: nearly all grams occur in one or two labels of a hundred. Immutable.
/// </summary>
internal sealed class GramWeights
{
    private readonly float unknown;

    // Most grams of a message are known to no example, and need not be looked up.
    private readonly KeyFilter filter;

    // Open addressing: a gram's row and rarity stand beside its key, and its shares beside each other.
    private readonly Gram[] slots;
    private readonly Groups<Share> shares;

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">The examples, each with its label, those of a label beside each other.</param>
    public GramWeights(IReadOnlyList<(int Label, string Text)> examples)
    {
        var rows = new Dictionary<ulong, int>();
        var grams = new List<(int Label, int[] Rows)>(examples.Count);
        foreach (var (label, text) in examples) grams.Add((label, RowsOf(text, rows)));
        var rarity = Rarity(grams, rows.Count);
        unknown = MathF.Log((examples.Count + 1) / 0.5f);
        shares = Centroids(grams, rarity);
        filter = new KeyFilter(rows.Count);
        slots = new Gram[BitOperations.RoundUpToPowerOf2((uint)rows.Count * 2 + 1)];
        foreach (var (key, row) in rows)
        {
            filter.Add(key);
            slots[Slot(key)] = new Gram(key, row, rarity[row]);
        }
    }

    /// <summary>Adds what the grams of a text say for each label.</summary>
    /// <param name="text">The normalized text.</param>
    /// <param name="scores">Takes it, a number for each label.</param>
    /// <returns>How much all its grams weigh together; 0 when none of them is known.</returns>
    public float AddTo(Span<float> scores, ReadOnlySpan<char> text)
    {
        var rented = ArrayPool<ulong>.Shared.Rent(text.Length * 3);
        var squares = 0f;
        var known = false;
        foreach (var key in Grams.Collect(text, rented))
        {
            var slot = filter.MayHold(key) ? Slot(key) : -1;
            if (slot < 0 || slots[slot].Key == 0) { squares += unknown * unknown; continue; }
            ref readonly var gram = ref slots[slot];
            known = true;
            squares += gram.Rarity * gram.Rarity;
            foreach (var share in shares[gram.Row]) scores[share.Label] += share.Weight;
        }
        ArrayPool<ulong>.Shared.Return(rented);
        return known ? MathF.Sqrt(squares) : 0;
    }

    // Where a key stands, or the empty slot that ends the search for it. No key is 0.
    private int Slot(ulong key)
    {
        var at = KeySpread.Place(key, slots.Length);
        while (slots[at].Key != key && slots[at].Key != 0) at = at + 1 & slots.Length - 1;
        return at;
    }

    private static int[] RowsOf(string text, Dictionary<ulong, int> rows)
    {
        var keys = Grams.Collect(text, new ulong[text.Length * 3]);
        var found = new int[keys.Length];
        for (var at = 0; at < found.Length; at++)
            if (!rows.TryGetValue(keys[at], out found[at])) rows.Add(keys[at], found[at] = rows.Count);
        return found;
    }

    private static float[] Rarity(List<(int Label, int[] Rows)> examples, int rows)
    {
        var rare = new float[rows];
        foreach (var (_, grams) in examples)
            foreach (var row in grams) rare[row]++;
        for (var row = 0; row < rare.Length; row++) rare[row] = MathF.Log((examples.Count + 1) / (rare[row] + 0.5f));
        return rare;
    }

    // The mean of the normalised examples of each label, itself normalised, times the rarity with which a text is weighed.
    private static Groups<Share> Centroids(List<(int Label, int[] Rows)> examples, float[] rarity)
    {
        var (rows, found) = (new List<int>(), new List<Share>());
        var mean = new float[rarity.Length];
        for (int first = 0, end; first < examples.Count; first = end)
        {
            var label = examples[first].Label;
            Array.Clear(mean);
            for (end = first; end < examples.Count && examples[end].Label == label; end++) AddExample(examples[end].Rows, rarity, mean);
            var squares = 0f;
            foreach (var weight in mean) squares += weight * weight;
            for (var row = 0; row < mean.Length; row++)
                if (mean[row] > 0)
                {
                    rows.Add(row);
                    found.Add(new Share(label, mean[row] * (rarity[row] / MathF.Sqrt(squares))));
                }
        }
        return new Groups<Share>(rarity.Length, CollectionsMarshal.AsSpan(rows), CollectionsMarshal.AsSpan(found));
    }

    private static void AddExample(int[] grams, float[] rarity, float[] mean)
    {
        var squares = 0.0;
        foreach (var row in grams) squares += rarity[row] * rarity[row];
        var length = MathF.Sqrt((float)squares);
        foreach (var row in grams) mean[row] += rarity[row] / length;
    }

    private readonly record struct Gram(ulong Key, int Row, float Rarity);

    private readonly record struct Share(int Label, float Weight);
}
