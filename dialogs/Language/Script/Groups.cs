namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>Values of many groups in one array, those of a group beside each other in the order in which they came. Immutable.</summary>
internal sealed class Groups<T>
{
    // The values of a group stand from its start to the start of the next.
    private readonly int[] starts;
    private readonly T[] values;

    /// <summary>Sorts values by their group.</summary>
    /// <param name="count">How many groups there are.</param>
    /// <param name="groups">The number of each value's group.</param>
    /// <param name="values">As many values.</param>
    public Groups(int count, ReadOnlySpan<int> groups, ReadOnlySpan<T> values)
    {
        (starts, this.values) = (new int[count + 1], new T[values.Length]);
        foreach (var group in groups) starts[group + 1]++;
        for (var group = 1; group < starts.Length; group++) starts[group] += starts[group - 1];
        int[] next = [.. starts];
        for (var at = 0; at < values.Length; at++) this.values[next[groups[at]]++] = values[at];
    }

    /// <summary>The values of a group.</summary>
    public ReadOnlySpan<T> this[int group] => values.AsSpan(starts[group], starts[group + 1] - starts[group]);
}
