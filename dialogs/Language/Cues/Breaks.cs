namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>Where clauses and sentences end in a normalized text, and what may be skipped at their edges.</summary>
internal static class Breaks
{
    private const int LongestClause = 80;
    private const string Fillers = "嗯恩啊哦噢喔呃额唉哎诶欸嘿喂那就也哈呀咦呦哟";
    private const string Particles = "了吧啊呀呢哦噢喔哈的啦喽嘛咯呗滴哒么哟耶嘞哇呐捏额呃嗯~～";
    private static readonly string[] EnglishFillers = ["oh", "well", "um", "uh", "erm", "so", "and", "hmm", "ah", "ok", "okay", "just", "hi", "hey", "sorry", "look"];
    private static readonly string[] EnglishTails = ["please", "pls", "plz", "then", "thanks", "thank you", "mate", "thx", "cheers", "sir", "now", "really", "i guess", "i think", "anyway", "lol", "ty"];

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
    public static int ClauseStart(ReadOnlySpan<char> text, int at)
    {
        var least = Math.Max(0, at - LongestClause);
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

    /// <summary>Whether only fillers stand between the start of the clause (or of the message) and this place.</summary>
    public static bool IsStart(ReadOnlySpan<char> text, int at, bool ofMessage)
    {
        while (at > 0)
        {
            var before = text[at - 1];
            if (!ofMessage && EndsClause(text, at - 1)) return true;
            if (char.IsAsciiLetter(before))
            {
                var from = at;
                while (from > 0 && char.IsAsciiLetter(text[from - 1])) from--;
                if (!IsOneOf(text[from..at], EnglishFillers)) return false;
                at = from;
                continue;
            }
            if (!IsBlank(before) && !Fillers.Contains(before)) return false;
            at--;
        }
        return true;
    }

    /// <summary>Whether only particles stand between this place and the end of the clause (or of the message).</summary>
    public static bool IsEnd(ReadOnlySpan<char> text, int at, bool ofMessage)
    {
        while (at < text.Length)
        {
            if (!ofMessage && EndsClause(text, at)) return true;
            if (IsBlank(text[at]) || Particles.Contains(text[at])) { at++; continue; }
            var tail = EnglishTailAt(text, at);
            if (tail == 0) return false;
            at += tail;
        }
        return true;
    }

    private static int EnglishTailAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var tail in EnglishTails)
            if (text[at..].StartsWith(tail, StringComparison.Ordinal) && (at + tail.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + tail.Length]))) return tail.Length;
        return 0;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
            if (word.SequenceEqual(candidate)) return true;
        return false;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.IsSymbol(c) || char.IsSurrogate(c);
}
