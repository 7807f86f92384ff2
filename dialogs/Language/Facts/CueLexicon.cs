using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>The cue words of both languages, found in one pass over a text.</summary>
internal sealed class CueLexicon
{
    /// <summary>The lists that are embedded.</summary>
    public static CueLexicon Embedded { get; } = new("facts-zh.txt", "facts-en.txt");

    /// <summary>How many kinds there are.</summary>
    public static int Kinds { get; } = Enum.GetValues<CueKind>().Length;

    private const int OnStack = 96;

    // As many as the places of a hit have room for; a text of ten thousand characters has a third of it.
    private const int MostHits = short.MaxValue;

    private readonly FrozenDictionary<int, Entry[]> byStart;
    private readonly KeyFilter starts;

    private CueLexicon(params string[] files)
    {
        var entries = new List<Entry>();
        foreach (var (section, words) in files.SelectMany(Lexicon.Sections))
        {
            var kind = Enum.Parse<CueKind>(section.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            entries.AddRange(words.Select(word => new Entry(word, kind)));
        }
        byStart = entries.GroupBy(entry => entry.Word.Length == 1 ? entry.Word[0] : Start(entry.Word[0], entry.Word[1]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());
        starts = new KeyFilter(byStart.Count);
        foreach (var start in byStart.Keys) starts.Add((uint)start);
    }

    /// <summary>All cues of a text, by kind, each kind in the order of the text; within a kind the longest at each place, none inside another.</summary>
    public CueHits Find(string text)
    {
        // Where the last of each kind ends: within a kind none begins inside another.
        Span<int> last = stackalloc int[Kinds];
        var found = new HitBuffer(stackalloc (CueKind, Span)[OnStack]);
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && Characters.IsLatin(text[at]) && Characters.IsLatin(text[at - 1])) continue;
            // Longer words first: of those of a kind at one place the longest is kept.
            if (at + 1 < text.Length && StartsWith(Start(text[at], text[at + 1]), out var longer)) Note(text, at, longer, last, ref found);
            if (StartsWith(text[at], out var single)) Note(text, at, single, last, ref found);
        }
        return new CueHits(found.Written);
    }

    private bool StartsWith(int start, [NotNullWhen(true)] out Entry[]? entries)
    {
        entries = null;
        return starts.MayHold((uint)start) && byStart.TryGetValue(start, out entries);
    }

    // Two characters in one number; words of one character have none in the upper half.
    private static int Start(char first, char second) => second << 16 | first;

    private static void Note(string text, int at, Entry[] entries, Span<int> last, ref HitBuffer found)
    {
        foreach (var entry in entries)
        {
            if (!Characters.StartsAt(text, at, entry.Word)) continue;
            if (last[(int)entry.Kind] > at || found.Count == MostHits) continue;
            last[(int)entry.Kind] = at + entry.Word.Length;
            found.Add((entry.Kind, new Span(at, at + entry.Word.Length)));
        }
    }

    private readonly record struct Entry(string Word, CueKind Kind);

    /// <summary>A list that begins on the stack.</summary>
    private ref struct HitBuffer(Span<(CueKind, Span)> room)
    {
        private Span<(CueKind, Span)> hits = room;

        /// <summary>How many there are.</summary>
        public int Count { get; private set; }

        /// <summary>Those that were added.</summary>
        public readonly ReadOnlySpan<(CueKind, Span)> Written => hits[..Count];

        /// <summary>Adds one.</summary>
        public void Add((CueKind, Span) hit)
        {
            if (Count == hits.Length)
            {
                var wider = new (CueKind, Span)[hits.Length * 4];
                hits.CopyTo(wider);
                hits = wider;
            }
            hits[Count++] = hit;
        }
    }
}
