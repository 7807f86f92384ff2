using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>How often each situation was spoken in: some twenty pairs, for which a list is smaller than a dictionary and found through as fast.</summary>
/// <param name="capacity">How many are expected.</param>
internal sealed class UseCounts(int capacity = 0) : IReadOnlyDictionary<Situation, int>
{
    private readonly List<KeyValuePair<Situation, int>> pairs = new(capacity);

    /// <summary>The situations and their counts, in the order of their first use.</summary>
    public List<KeyValuePair<Situation, int>> Pairs => pairs;

    /// <inheritdoc/>
    public int Count => pairs.Count;

    /// <inheritdoc/>
    public IEnumerable<Situation> Keys => pairs.Select(pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<int> Values => pairs.Select(pair => pair.Value);

    /// <inheritdoc/>
    public int this[Situation key] => TryGetValue(key, out var count) ? count : throw new KeyNotFoundException($"Nothing was said in '{key}'.");

    /// <summary>These counts; a copy when they are kept in another way.</summary>
    public static UseCounts Of(IReadOnlyDictionary<Situation, int> uses)
    {
        if (uses is UseCounts counts) return counts;
        var copy = new UseCounts();
        foreach (var (situation, count) in uses) copy.Set(situation, count);
        return copy;
    }

    /// <summary>How often a situation was spoken in.</summary>
    public int Of(Situation situation) => TryGetValue(situation, out var count) ? count : 0;

    /// <summary>Notes how often a situation was spoken in.</summary>
    public void Set(Situation situation, int count)
    {
        var place = PlaceOf(situation);
        if (place < 0) pairs.Add(new(situation, count));
        else pairs[place] = new(situation, count);
    }

    /// <inheritdoc/>
    public bool ContainsKey(Situation key) => PlaceOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(Situation key, [MaybeNullWhen(false)] out int value)
    {
        var place = PlaceOf(key);
        value = place < 0 ? 0 : pairs[place].Value;
        return place >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Situation, int>> GetEnumerator() => pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(Situation situation)
    {
        for (var place = 0; place < pairs.Count; place++)
            if (pairs[place].Key == situation) return place;
        return -1;
    }
}
