namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>Finds the phrases of the word lists in a normalized text, in one walk. Immutable and safe to share.</summary>
internal sealed class CueFinder
{
    private const int NearUnits = 8;
    private const int FarUnits = 24;
    private const int LongestGapCharacters = 160;

    private readonly Phrase[] phrases;
    private readonly PhraseTrie trie;

    /// <summary>Prepares the search.</summary>
    public CueFinder(IReadOnlyList<Phrase> phrases)
    {
        this.phrases = [.. phrases];
        trie = new PhraseTrie(this.phrases);
    }

    /// <summary>Every phrase found, by its start; longer ones of the same cue swallow those within them.</summary>
    public FoundCues Find(string text)
    {
        var hits = new List<Hit>(24);
        var exceptions = new List<Hit>();
        var parts = new List<Part>();
        for (var at = 0; at < text.Length; at++)
            if (trie.CanStart(text[at]) && !(IsWord(text[at]) && at > 0 && IsWord(text[at - 1]))) Walk(text, at, hits, exceptions, parts);
        if (exceptions.Count > 0) hits.RemoveAll(hit => exceptions.Exists(exception => exception.Cue == hit.Cue && exception.Overlaps(hit)));
        return new FoundCues(text, hits);
    }

    private void Walk(string text, int start, List<Hit> hits, List<Hit> exceptions, List<Part> parts)
    {
        var node = 0;
        for (var at = start; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '\'' or '’' or '‘') continue;
            if (char.IsWhiteSpace(c))
            {
                while (at + 1 < text.Length && char.IsWhiteSpace(text[at + 1])) at++;
                var spaced = trie.Next(node, ' ');
                // A space inside a Chinese word is a slip of the thumb.
                if (spaced == 0 && !IsWord(text[start])) continue;
                node = spaced;
            }
            else node = trie.Next(node, c);
            if (node == 0) return;
            foreach (var ending in trie.At(node)) Take(text, start, at + 1, ending, hits, exceptions, parts);
        }
    }

    private void Take(string text, int start, int end, PhraseTrie.Ending ending, List<Hit> hits, List<Hit> exceptions, List<Part> parts)
    {
        if (IsWord(text[end - 1]) && end < text.Length && IsWord(text[end]))
        {
            if (!ending.Open) return;
            while (end < text.Length && IsWord(text[end])) end++;
        }
        var phrase = phrases[ending.Phrase];
        var from = start;
        if (ending.Piece > 0 && !Joins(text, ending.Phrase, ending.Piece, start, parts, out from)) return;
        if (ending.Piece < phrase.Pieces.Count - 1) { parts.Add(new Part(ending.Phrase, ending.Piece, from, end)); return; }
        if (!Stands(text, phrase.Anchor, from, end)) return;
        (phrase.Except ? exceptions : hits).Add(new Hit(phrase.Cue, from, end, phrase.Weight));
    }

    private bool Joins(string text, int phrase, int piece, int start, List<Part> parts, out int from)
    {
        from = start;
        var gap = phrases[phrase].Pieces[piece].Gap;
        for (var i = parts.Count - 1; i >= 0 && parts[i].End > start - LongestGapCharacters; i--)
        {
            var part = parts[i];
            if (part.Phrase != phrase || part.Piece != piece - 1 || part.End > start || !Bridges(text.AsSpan(part.End, start - part.End), gap)) continue;
            from = part.Start;
            return true;
        }
        return false;
    }

    // Chinese characters count one, words two, so that one measure serves both languages.
    private static bool Bridges(ReadOnlySpan<char> between, Gap gap)
    {
        var units = 0;
        for (var i = 0; i < between.Length; i++)
        {
            if (gap == Gap.Near ? Breaks.EndsClause(between, i) : Breaks.EndsSentence(between, i)) return false;
            if (IsWord(between[i])) units += i == 0 || !IsWord(between[i - 1]) ? 2 : 0;
            else if (!char.IsWhiteSpace(between[i])) units++;
        }
        return units <= (gap == Gap.Near ? NearUnits : FarUnits);
    }

    private static bool Stands(string text, Anchor anchor, int start, int end)
    {
        if (anchor == Anchor.None) return true;
        var whole = anchor.HasFlag(Anchor.Whole);
        if ((whole || anchor.HasFlag(Anchor.ClauseStart)) && !Breaks.IsStart(text, start, whole)) return false;
        return !(whole || anchor.HasFlag(Anchor.ClauseEnd)) || Breaks.IsEnd(text, end, whole);
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);

    private readonly record struct Part(int Phrase, int Piece, int Start, int End);
}
