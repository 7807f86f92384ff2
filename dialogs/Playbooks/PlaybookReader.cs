using ComplaintBot.Dialogs.Playbooks.Reading;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>
/// Reads playbooks: text, then inheritance, then every rule of the format. It never stops at the first mistake, since whoever writes a playbook
/// has no compiler and should not mend it by trial and error.
/// </summary>
public static class PlaybookReader
{
    private const int MostAncestors = 8;

    /// <summary>Reads all files together, since they inherit from each other.</summary>
    /// <param name="sources">The files, in any order. Each is read whatever the others hold; at most 512 kB and 16 levels a file.</param>
    /// <param name="situations">The identifiers under which <c>phrases</c> may stand; null accepts any, for whoever does not know the phrases.</param>
    /// <returns>The playbooks when nothing is wrong in any file, else every mistake, by file and line.</returns>
    public static PlaybookReading Read(IReadOnlyList<PlaybookSource> sources, IReadOnlyCollection<string>? situations = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0)
            return new PlaybookReading(null, [new PlaybookError("playbooks", 1, "no file", "at least one playbook")]);

        var errors = new List<PlaybookError>();
        var drafts = new List<Draft>();
        foreach (var source in sources)
        {
            var findings = new Findings();
            if (YamlText.Read(source, findings) is { } root)
                drafts.Add(new Draft(source, root, findings));
            else
                errors.AddRange(findings.Errors);
        }

        Link(drafts, hasAll: drafts.Count == sources.Count);
        var read = drafts.Where(draft => draft.HasWholeChain)
            .Select(draft => (Draft: draft, Playbook: PlaybookBuilder.Build(draft.Filled(), draft.Fingerprint(), situations, draft.Findings)))
            .ToList();
        errors.AddRange(drafts.SelectMany(draft => draft.Findings.Without(draft.Ancestors.Select(parent => parent.Findings))).Distinct());
        if (errors.Count > 0)
            return new PlaybookReading(null, [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)]);
        return new PlaybookReading(
            new PlaybookSet(read.Select(pair => (pair.Playbook, Sources: (IReadOnlyList<PlaybookSource>)[pair.Draft.Source, .. pair.Draft.Ancestors.Select(parent => parent.Source)]))),
            []);
    }

    private static void Link(List<Draft> drafts, bool hasAll)
    {
        var byId = new Dictionary<string, Draft>(StringComparer.Ordinal);
        foreach (var draft in drafts)
            if (draft.TextOf("playbook") is { } id && !byId.TryAdd(id, draft))
                Refuse(draft, "playbook", $"an id that {byId[id].Source.File} has not too");
        foreach (var draft in drafts)
            LinkOne(draft, byId, hasAll);
    }

    private static void LinkOne(Draft draft, Dictionary<string, Draft> byId, bool hasAll)
    {
        var ancestors = new List<Draft>();
        for (var at = draft; at.TextOf("extends") is { } parentId;)
        {
            if (!byId.TryGetValue(parentId, out var parent))
            {
                // With a file that could not be read the parent may be there all the same.
                if (at == draft && hasAll)
                    Refuse(draft, "extends", $"a playbook that is there: {NearestWord.Expected(parentId, byId.Keys)}");
                return;
            }
            if (parent == draft || ancestors.Contains(parent))
            {
                if (parent == draft)
                    Refuse(draft, "extends", $"a chain that does not come back: {string.Join(" → ", ancestors.Prepend(draft).Append(parent).Select(one => one.TextOf("playbook")))}");
                return;
            }
            if (ancestors.Count == MostAncestors)
            {
                Refuse(draft, "extends", $"at most {MostAncestors} parents in a row");
                return;
            }
            ancestors.Add(at = parent);
        }
        draft.Ancestors = ancestors;
        draft.HasWholeChain = true;
    }

    private static void Refuse(Draft draft, string key, string expected)
    {
        var value = draft.Root.Entries[key].Value;
        draft.Findings.Add(value, $"{value.Said} at {key}", expected);
    }
}
