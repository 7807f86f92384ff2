using System.Collections.Frozen;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>The words by which a playbook's own facts are found: labels and words of choices, cues of yes/no facts and of texts. Made once for a playbook.</summary>
internal sealed class PlaybookWords
{
    private readonly FrozenDictionary<int, Entry[]> byStart;

    /// <summary>Collects the words of a playbook, in the order in which they are written there.</summary>
    public PlaybookWords(Playbook playbook)
    {
        Facts = [.. playbook.Facts.Values];
        var entries = Facts.SelectMany(Words).Where(entry => entry.Word.Length > 0).Select((entry, order) => entry with { Order = order });
        byStart = entries.GroupBy(entry => Start(entry.Word, 0)).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The definitions of the playbook.</summary>
    public FactDefinition[] Facts { get; }

    /// <summary>Where words of the playbook stand free in a text: of each the first place, in the order of the text; null when there is none.</summary>
    public List<WordHit>? Find(string text)
    {
        List<WordHit>? hits = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && Characters.IsLatin(text[at]) && Characters.IsLatin(text[at - 1])) continue;
            if (at + 1 < text.Length && byStart.TryGetValue(Start(text, at), out var longer)) Note(text, at, longer, ref hits);
            if (byStart.TryGetValue(text[at], out var single)) Note(text, at, single, ref hits);
        }
        return hits;
    }

    private static int Start(string text, int at) => at + 1 < text.Length ? text[at + 1] << 16 | text[at] : text[at];

    private static void Note(string text, int at, Entry[] entries, ref List<WordHit>? hits)
    {
        foreach (var entry in entries)
        {
            if (!text.AsSpan(at).StartsWith(entry.Word, StringComparison.Ordinal)) continue;
            var end = at + entry.Word.Length;
            // A thing may be named in the plural.
            var plural = entry.Fact.Type == FactType.Text && Characters.StartsAtAny(text, end, "s", "es") > 0 && !Characters.CutsWord(text, at, at);
            if (!plural && Characters.CutsWord(text, at, end) || hits is not null && Has(hits, entry.Order)) continue;
            (hits ??= []).Add(new WordHit(entry.Fact, entry.Choice, new Span(at, end), entry.Order));
        }
    }

    private static bool Has(List<WordHit> hits, int order)
    {
        foreach (var hit in hits)
        {
            if (hit.Order == order) return true;
        }
        return false;
    }

    private static IEnumerable<Entry> Words(FactDefinition fact) => fact.Type switch
    {
        FactType.Choice => fact.Choices.SelectMany(choice => choice.Words.Zh.Concat(choice.Words.En).Append(choice.Label.Zh).Append(choice.Label.En).Select(word => new Entry(word.ToLowerInvariant(), fact, choice, 0))),
        FactType.YesNo or FactType.Text => fact.Cues.Zh.Concat(fact.Cues.En).Select(word => new Entry(word.ToLowerInvariant(), fact, null, 0)),
        _ => [],
    };

    private readonly record struct Entry(string Word, FactDefinition Fact, FactChoice? Choice, int Order);
}
