namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Fills a playbook with what its parent says and it does not.</summary>
internal static class Inheritance
{
    private const string Categories = "categories";

    /// <summary>What a file says for itself alone.</summary>
    private static readonly string[] NeverInherited = ["playbook", "extends", "name"];

    /// <summary>
    /// Maps merge key by key, lists and single values are replaced. A text in both languages is one value: half of it would say one thing in
    /// Chinese and another in English. The categories a child names are all it has, since those of another industry would only mislead; one that its
    /// parent also has takes from it what it leaves out.
    /// </summary>
    public static MapNode Fill(MapNode child, MapNode parent)
    {
        var filled = Merge(child, parent);
        foreach (var key in NeverInherited)
            if (!child.Entries.ContainsKey(key))
                filled.Entries.Remove(key);
        if (child.Entries.GetValueOrDefault(Categories)?.Value is MapNode own && parent.Entries.GetValueOrDefault(Categories)?.Value is MapNode inherited)
        {
            var categories = new OrderedDictionary<string, MapEntry>(StringComparer.Ordinal);
            foreach (var (id, entry) in own.Entries)
                categories.Add(id, inherited.Entries.TryGetValue(id, out var below) ? entry with { Value = Merge(entry.Value, below.Value) } : entry);
            filled.Entries[Categories] = child.Entries[Categories] with { Value = new MapNode(own.File, own.Line, categories) };
        }
        return filled;
    }

    private static Node Merge(Node child, Node parent) =>
        child is MapNode own && parent is MapNode inherited && !IsText(own) ? Merge(own, inherited) : child;

    private static MapNode Merge(MapNode child, MapNode parent)
    {
        var entries = new OrderedDictionary<string, MapEntry>(StringComparer.Ordinal);
        foreach (var (key, entry) in parent.Entries)
            entries.Add(key, child.Entries.TryGetValue(key, out var own) ? own with { Value = Merge(own.Value, entry.Value) } : entry);
        foreach (var (key, entry) in child.Entries)
            entries.TryAdd(key, entry);
        return new MapNode(child.File, child.Line, entries);
    }

    private static bool IsText(MapNode map) => map.Entries.ContainsKey("zh") || map.Entries.ContainsKey("en");
}
