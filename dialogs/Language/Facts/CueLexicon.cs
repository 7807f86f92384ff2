using System.Collections.Frozen;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>The cue words of both languages, found in one pass over a text.</summary>
internal sealed class CueLexicon
{
    /// <summary>The lists that are embedded.</summary>
    public static CueLexicon Embedded { get; } = new("facts-zh.txt", "facts-en.txt");

    /// <summary>How many kinds there are.</summary>
    public static int Kinds { get; } = Enum.GetValues<CueKind>().Length;

    private readonly FrozenDictionary<char, Entry[]> byFirst;

    private CueLexicon(params string[] files)
    {
        var entries = new List<Entry>();
        foreach (var (section, words) in files.SelectMany(Lexicon.Sections))
        {
            var kind = Enum.Parse<CueKind>(section.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            entries.AddRange(words.Select(word => new Entry(word, kind)));
        }
        byFirst = entries.GroupBy(entry => entry.Word[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());
    }

    /// <summary>All cues of a text, by kind, each kind in the order of the text; within a kind the longest at each place, none inside another.</summary>
    public List<Span>?[] Find(string text)
    {
        var found = new List<Span>?[Kinds];
        for (var at = 0; at < text.Length; at++)
        {
            if (!byFirst.TryGetValue(text[at], out var entries)) continue;
            foreach (var entry in entries)
            {
                if (!Characters.StartsAt(text, at, entry.Word)) continue;
                var list = found[(int)entry.Kind] ??= [];
                if (list.Count == 0 || list[^1].End <= at) list.Add(new Span(at, at + entry.Word.Length));
            }
        }
        return found;
    }

    private readonly record struct Entry(string Word, CueKind Kind);
}
