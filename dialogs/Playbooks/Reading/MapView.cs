namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>A map that is being read. It learns its keys from what is asked of it, so that <see cref="Close"/> can tell the keys that nobody knows.</summary>
/// <param name="cursor">Where it stands.</param>
/// <param name="map">The map.</param>
/// <param name="isStandIn">Whether it stands for a value that was refused: then nothing is missing in it.</param>
internal sealed class MapView(Cursor cursor, MapNode map, bool isStandIn = false)
{
    private readonly List<string> asked = [];

    /// <summary>The keys in the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => map.Entries.Keys;

    /// <summary>The value of a key that must be there; a quiet stand-in, once told, when it is not.</summary>
    public Cursor Need(string key, string expected)
    {
        if (Maybe(key) is { } value)
            return value;
        if (!isStandIn)
            cursor.Findings.AddMissing(map, $"no '{Cursor.PathOf(cursor, key)}'", expected);
        return Below(key, new RefusedNode(map.File, map.Line));
    }

    /// <summary>The value of a key that may be left out.</summary>
    public Cursor? Maybe(string key)
    {
        asked.Add(key);
        return map.Entries.TryGetValue(key, out var entry) ? Below(key, entry.Value) : null;
    }

    /// <summary>All entries of a map whose keys are names, each name checked.</summary>
    public IEnumerable<(string Key, Cursor Value)> Each(string expected, Func<string, bool> isName)
    {
        foreach (var (key, entry) in map.Entries)
        {
            if (!isName(key))
                RefuseKey(key, expected);
            yield return (key, Below(key, entry.Value));
        }
    }

    /// <summary>Tells that a key is wrong.</summary>
    public void RefuseKey(string key, string expected)
    {
        var entry = map.Entries[key];
        var said = new ScalarNode(entry.File, entry.Line, key, plain: false).Said;
        cursor.Findings.Add(entry.File, entry.Line, cursor.Path.Length == 0 ? $"the key {said}" : $"the key {said} in {cursor.Path}", expected);
    }

    /// <summary>Tells the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var key in map.Entries.Keys)
            if (!asked.Contains(key))
                RefuseKey(key, NearestWord.Expected(key, asked));
    }

    private Cursor Below(string key, Node value) => new(value, cursor.Findings, cursor, key);
}
