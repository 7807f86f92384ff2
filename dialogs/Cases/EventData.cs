using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>What belongs to an event, by name: a handful of pairs in one array, for a dictionary would be five times their size.</summary>
internal sealed class EventData : IReadOnlyDictionary<string, string>
{
    private readonly KeyValuePair<string, string>[] pairs;

    /// <summary>Takes pairs; of several with the same name the last one counts.</summary>
    public EventData(params ReadOnlySpan<(string Name, string Value)> data)
    {
        var (taken, count) = (new KeyValuePair<string, string>[data.Length], 0);
        foreach (var (name, value) in data)
        {
            var place = 0;
            while (place < count && taken[place].Key != name) place++;
            taken[place] = new(name, value);
            if (place == count) count++;
        }

        pairs = count == taken.Length ? taken : taken[..count];
    }

    /// <inheritdoc/>
    public int Count => pairs.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => pairs.Select(pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => pairs.Select(pair => pair.Value);

    /// <inheritdoc/>
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The event has no '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key != key) continue;
            value = pair.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
