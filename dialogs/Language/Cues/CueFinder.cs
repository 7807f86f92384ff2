namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>Finds the phrases of the word lists in a normalized text, in one walk. Immutable and safe to share.</summary>
internal sealed class CueFinder
{
    private readonly Phrase[] phrases;

    // The pieces of all phrases, one phrase behind the other.
    private readonly Link[] links;
    private readonly PhraseTrie trie;

    /// <summary>Prepares the search.</summary>
    public CueFinder(IReadOnlyList<Phrase> phrases)
    {
        this.phrases = [.. phrases];
        trie = new PhraseTrie(this.phrases);
        links = [.. this.phrases.SelectMany(phrase => phrase.Pieces.Select((piece, at) => new Link(piece.Gap, piece.Optional, at == phrase.Pieces.Count - 1)))];
    }

    /// <summary>Every phrase found, by its start; longer ones of the same cue swallow those within them.</summary>
    public FoundCues Find(string text)
    {
        var hits = new List<Hit>(16);
        var exceptions = new List<Hit>();
        using var parts = new PartTable(links.Length);
        for (var at = 0; at < text.Length; at++)
            if (trie.CanStart(text[at]) && !(IsWord(text[at]) && at > 0 && IsWord(text[at - 1]))) Walk(text, at, hits, exceptions, parts);
        return new FoundCues(text, hits, exceptions);
    }

    private void Walk(string text, int start, List<Hit> hits, List<Hit> exceptions, PartTable parts)
    {
        var node = 0;
        for (var at = start; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\'' && at > start) continue;
            if (Breaks.IsSpace(c))
            {
                while (at + 1 < text.Length && Breaks.IsSpace(text[at + 1])) at++;
                var spaced = trie.Next(node, ' ');
                // A space inside a Chinese word is a slip of the thumb.
                if (spaced == 0 && at > start && !char.IsAscii(text[start])) continue;
                node = spaced;
            }
            else node = trie.Next(node, c);
            if (node == 0) return;
            foreach (ref readonly var ending in trie.At(node))
                if (ending.Reach == PhraseTrie.Anywhere || parts.EndsNear(ending.Slot - 1, start, ending.Reach)) Take(text, start, at + 1, ending, hits, exceptions, parts);
        }
    }

    private void Take(string text, int start, int end, PhraseTrie.Ending ending, List<Hit> hits, List<Hit> exceptions, PartTable parts)
    {
        if (IsWord(text[end - 1]) && end < text.Length && IsWord(text[end]))
        {
            if (!ending.Open) return;
            while (end < text.Length && IsWord(text[end])) end++;
        }
        if (!Joins(text, ending, start, parts, out var from)) return;
        if (!links[ending.Slot].Last)
        {
            parts.Add(ending.Slot, from, end);
            for (var slot = ending.Slot; !links[slot].Last; slot++)
                if (!links[slot + 1].Optional) return;
        }
        var phrase = phrases[ending.Phrase];
        if (Stands(text, phrase.Anchor, from, end)) (phrase.Except ? exceptions : hits).Add(new Hit(phrase.Cue, from, end, phrase.Weight));
    }

    // Looks for the piece before, past optional ones that are missing; a phrase may begin here when all before it are optional.
    private bool Joins(string text, PhraseTrie.Ending ending, int start, PartTable parts, out int from)
    {
        var gap = Gap.None;
        for (var slot = ending.Slot; slot > ending.Slot - ending.Piece; slot--)
        {
            if (links[slot].Gap > gap) gap = links[slot].Gap;
            if (parts.TryJoin(text, slot - 1, start, gap, out from)) return true;
            if (!links[slot - 1].Optional) return false;
        }
        from = start;
        return true;
    }

    private static bool Stands(string text, Anchor anchor, int start, int end)
    {
        if (anchor == Anchor.None) return true;
        var whole = anchor.HasFlag(Anchor.Whole);
        if ((whole || anchor.HasFlag(Anchor.ClauseStart)) && !Breaks.IsStart(text, start, whole)) return false;
        return !(whole || anchor.HasFlag(Anchor.ClauseEnd)) || Breaks.IsEnd(text, end, whole);
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);

    private readonly record struct Link(Gap Gap, bool Optional, bool Last);
}
