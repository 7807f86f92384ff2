using System.Globalization;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>
/// Reads a word list. A file has sections named after a <see cref="Cue"/>; each line is a phrase. <c>{a/b}</c> are alternatives,
/// <c>{/a}</c> an optional part, <c>$name = a/b</c> names alternatives for use as <c>{$name}</c>, <c>~</c> and <c>~~</c> are gaps,
/// <c>^ $ =</c> anchors, <c>phrase = 2</c> a weight, a leading <c>-</c> an exception that cancels what it overlaps, <c>#</c> a comment.
/// </summary>
internal static class PhraseReader
{
    private const int MostSpellings = 40;

    /// <summary>The phrases of one file.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message names the file and the line.</exception>
    public static List<Phrase> Read(string file, string text)
    {
        var phrases = new List<Phrase>();
        var sets = new Dictionary<string, string>(StringComparer.Ordinal);
        Cue? section = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = NormalizedText.From(raw).Text.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            try
            {
                if (line[0] == '[') section = Identifiers.Parse<Cue>(line.Trim('[', ']'));
                else if (line[0] == '$' && line.IndexOf('=') is > 0 and var at) sets[line[1..at].Trim()] = line[(at + 1)..].Trim();
                else phrases.Add(ReadPhrase(section ?? throw new FormatException("a phrase before the first section"), line, sets));
            }
            catch (FormatException error)
            {
                throw new FormatException($"{file}:{number}: {error.Message}", error);
            }
        }
        return phrases;
    }

    private static Phrase ReadPhrase(Cue cue, string line, Dictionary<string, string> sets)
    {
        var weight = 1f;
        var except = line.StartsWith("- ", StringComparison.Ordinal);
        if (except) line = line[2..].Trim();
        if (line.LastIndexOf(" = ", StringComparison.Ordinal) is > 0 and var at)
        {
            weight = float.Parse(line[(at + 3)..], CultureInfo.InvariantCulture);
            line = line[..at].Trim();
        }
        var anchor = Anchor.None;
        if (line[0] == '=') { anchor = Anchor.Whole; line = line[1..]; }
        if (line[0] == '^') { anchor |= Anchor.ClauseStart; line = line[1..]; }
        if (line[^1] == '$') { anchor |= Anchor.ClauseEnd; line = line[..^1]; }
        return new Phrase(cue, weight, except, anchor, ReadPieces(line, sets));
    }

    private static List<Piece> ReadPieces(string line, Dictionary<string, string> sets)
    {
        var pieces = new List<Piece>();
        var gap = Gap.None;
        foreach (var part in line.Split('~'))
        {
            // Two gap signs in a row leave an empty part between them.
            if (part.Length == 0) { gap = Gap.Far; continue; }
            AddPieces(part.Trim(), gap, sets, pieces);
            gap = Gap.Near;
        }
        if (pieces.TrueForAll(piece => piece.Optional)) throw new FormatException($"'{line}' may be empty");
        return pieces;
    }

    // Neighbouring alternatives become one piece while they have few spellings together, else pieces without a gap.
    private static void AddPieces(string part, Gap gap, Dictionary<string, string> sets, List<Piece> pieces)
    {
        List<string> spellings = [""];
        foreach (var choices in Groups(part, sets))
        {
            if (spellings.Count * choices.Length > MostSpellings && !(spellings.Count == 1 && spellings[0].Length == 0))
            {
                Add(spellings);
                spellings = [""];
            }
            spellings = [.. from spelling in spellings from choice in choices select spelling + choice];
        }
        Add(spellings);

        void Add(List<string> found)
        {
            var written = found.Where(spelling => spelling.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (written.Count == 0) return;
            pieces.Add(new Piece(written, gap, written.Count < found.Distinct(StringComparer.Ordinal).Count()));
            gap = Gap.None;
        }
    }

    private static IEnumerable<string[]> Groups(string part, Dictionary<string, string> sets)
    {
        while (part.Length > 0)
        {
            var open = part.IndexOf('{', StringComparison.Ordinal);
            if (open != 0)
            {
                var to = open < 0 ? part.Length : open;
                yield return [Fold(part[..to])];
                part = part[to..];
                continue;
            }
            var close = part.IndexOf('}', StringComparison.Ordinal);
            if (close < 0) throw new FormatException($"'{part}' has no closing bracket");
            var inner = part[1..close];
            if (inner.StartsWith('$')) inner = sets.TryGetValue(inner[1..], out var set) ? set : throw new FormatException($"no set '{inner}'");
            yield return [.. inner.Split('/').Select(Fold)];
            part = part[(close + 1)..];
        }
    }

    private static string Fold(string spelling) => spelling.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
}
