namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>A map that is being read. It learns its keys from what is asked of it, so that <see cref="Close"/> can tell the keys that nobody knows.</summary>
/// <param name="map">The map.</param>
/// <param name="path">Where it stands.</param>
/// <param name="findings">Where mistakes are told.</param>
/// <param name="isStandIn">Whether it stands for a value that was refused: then nothing is missing in it.</param>
internal sealed class MapView(MapNode map, string path, Findings findings, bool isStandIn = false)
{
    private readonly List<string> asked = [];

    public MapNode Node => map;

    /// <summary>The keys in the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => map.Entries.Keys;

    /// <summary>The value of a key that must be there; a quiet stand-in, once told, when it is not.</summary>
    public Cursor Need(string key, string expected)
    {
        if (Maybe(key) is { } cursor)
            return cursor;
        if (!isStandIn)
            findings.AddMissing(map, $"no '{PathOf(key)}'", expected);
        return new Cursor(new RefusedNode(map.File, map.Line), PathOf(key), findings);
    }

    /// <summary>The value of a key that may be left out.</summary>
    public Cursor? Maybe(string key)
    {
        asked.Add(key);
        return map.Entries.TryGetValue(key, out var entry) ? new Cursor(entry.Value, PathOf(key), findings) : null;
    }

    /// <summary>All entries of a map whose keys are names, each name checked.</summary>
    public IEnumerable<(string Key, Cursor Value)> Each(string expected, Func<string, bool> isName)
    {
        foreach (var (key, entry) in map.Entries)
        {
            if (!isName(key))
                RefuseKey(key, expected);
            yield return (key, new Cursor(entry.Value, PathOf(key), findings));
        }
    }

    /// <summary>Tells that a key is wrong.</summary>
    public void RefuseKey(string key, string expected)
    {
        var entry = map.Entries[key];
        var said = new ScalarNode(entry.File, entry.Line, key, plain: false).Said;
        findings.Add(entry.File, entry.Line, path.Length == 0 ? $"the key {said}" : $"the key {said} in {path}", expected);
    }

    /// <summary>Tells the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var key in map.Entries.Keys.Except(asked))
            RefuseKey(key, NearestWord.Expected(key, asked));
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
