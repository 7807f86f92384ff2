using System.Collections.Frozen;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>Where clauses and sentences end in a normalized text, and what may be skipped at their edges.</summary>
internal static class Breaks
{
    private const int LongestClause = 80;

    // So many characters of fillers are passed over, looking for an edge. Without an end to it, a text of nothing but "ok" would be walked through once for each of them.
    private const int LongestFilling = 40;
    private const string Fillers = "嗯恩啊哦噢喔呃额唉哎诶欸嘿喂那就也哈呀咦呦哟";
    private const string Particles = "了吧啊呀呢哦噢喔哈的啦喽嘛咯呗滴哒么哟耶嘞哇呐捏额呃嗯~～";
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishFillers =
        FrozenSet.Create(StringComparer.Ordinal, "oh", "well", "um", "uh", "erm", "so", "and", "hmm", "ah", "ok", "okay", "just", "hi", "hey", "sorry", "look").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestFiller = EnglishFillers.Set.Max(filler => filler.Length);
    private static readonly string[] ChineseTails = ["谢谢您", "谢谢你", "谢谢", "多谢", "感谢", "辛苦了", "麻烦了", "宝贝", "亲"];
    private static readonly string[] EnglishTails = ["please", "pls", "plz", "then", "thanks", "thank you", "mate", "thx", "cheers", "sir", "now", "really", "i guess", "i think", "anyway", "lol", "ty"];

    /// <summary>Whether a character is white space: none is behind the ideographic one, as nearly all Chinese is.</summary>
    public static bool IsSpace(char c) => c <= '\u3000' && char.IsWhiteSpace(c);

    /// <summary>Whether a clause ends at this place.</summary>
    public static bool EndsClause(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ',' or ';' or '，' or '；' or '：' or '…' or '—' => true,
        // People part clauses with a blank where a comma belongs.
        ' ' => at > 0 && at + 1 < text.Length && !char.IsAscii(text[at - 1]) && !char.IsAscii(text[at + 1]),
        ':' => at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]),
        _ => EndsSentence(text, at),
    };

    /// <summary>Whether a sentence ends at this place. A point between two digits ends none.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '!' or '?' or '\n' or '｡' => true,
        '.' => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] == '.',
        _ => false,
    };

    /// <summary>The start of the clause that holds a place; of a clause without an end, the last 80 characters before the place.</summary>
    public static int ClauseStart(ReadOnlySpan<char> text, int at) => ClauseStart(text, at, LongestClause);

    /// <summary>The start of the clause that holds a place, looked for in so many characters before it.</summary>
    public static int ClauseStart(ReadOnlySpan<char> text, int at, int reach)
    {
        var least = Math.Max(0, at - reach);
        while (at > least && !EndsClause(text, at - 1)) at--;
        return at;
    }

    /// <summary>The end (exclusive) of the clause that holds a place, at most 80 characters on.</summary>
    public static int ClauseEnd(ReadOnlySpan<char> text, int at)
    {
        var most = Math.Min(text.Length, at + LongestClause);
        while (at < most && !EndsClause(text, at)) at++;
        return at;
    }

    /// <summary>Whether only fillers, at most 40 characters of them, stand between the start of the clause (or of the message) and this place.</summary>
    public static bool IsStart(ReadOnlySpan<char> text, int at, bool ofMessage)
    {
        var least = at - LongestFilling;
        while (at > 0)
        {
            if (at < least) return false;
            var before = text[at - 1];
            if (!ofMessage && EndsClause(text, at - 1)) return true;
            if (char.IsAsciiLetter(before))
            {
                var from = at;
                while (from > 0 && at - from <= LongestFiller && char.IsAsciiLetter(text[from - 1])) from--;
                if (!EnglishFillers.Contains(text[from..at])) return false;
                at = from;
                continue;
            }
            if (!IsBlank(before) && !Fillers.Contains(before)) return false;
            at--;
        }
        return true;
    }

    /// <summary>Whether only particles, at most 40 characters of them, stand between this place and the end of the clause (or of the message).</summary>
    public static bool IsEnd(ReadOnlySpan<char> text, int at, bool ofMessage)
    {
        var most = at + LongestFilling;
        while (at < text.Length)
        {
            if (at > most) return false;
            if (!ofMessage && EndsClause(text, at)) return true;
            if (IsBlank(text[at]) || Particles.Contains(text[at])) { at++; continue; }
            var tail = TailAt(text, at);
            if (tail == 0) return false;
            at += tail;
        }
        return true;
    }

    private static int TailAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var tail in ChineseTails)
            if (text[at..].StartsWith(tail, StringComparison.Ordinal)) return tail.Length;
        foreach (var tail in EnglishTails)
            if (text[at..].StartsWith(tail, StringComparison.Ordinal) && (at + tail.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + tail.Length]))) return tail.Length;
        return 0;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.IsSymbol(c) || char.IsSurrogate(c);
}
