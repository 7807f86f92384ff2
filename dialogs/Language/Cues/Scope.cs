using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>How far a "not" reaches.</summary>
internal static class Scope
{
    private const int ChineseReach = 5;
    private const int EnglishReach = 4;
    private static readonly string[] ChineseNegators = ["不", "没", "无", "未", "别", "冇", "勿", "甭", "唔", "木有", "免"];
    private static readonly SearchValues<char> ChineseStarts = SearchValues.Create([.. ChineseNegators.Select(negator => negator[0])]);
    private static readonly string[] ChineseShams = ["不仅", "不但", "不光", "不止", "不得不", "没想到", "不料", "无比", "特别", "分别", "别人", "无缘无故", "莫名", "别的", "没完", "无语", "要不是", "不是说", "不小心", "区别", "不断", "不停", "不一会", "没多久", "没一会", "没几天", "别提", "不知道", "不知", "没吃几", "没法", "不管", "无论", "说不定", "个别", "级别", "差别", "再不", "不退", "不给", "不赔", "不还", "不解决", "不处理", "不修", "不换"];
    private static readonly string[] EnglishNegators = ["not", "no", "never", "dont", "didnt", "isnt", "wasnt", "arent", "werent", "cant", "cannot", "wont", "wouldnt", "hasnt", "havent", "without", "nobody", "none", "hardly", "nothing", "aint", "doesnt", "neither", "nor", "couldnt"];

    /// <summary>Whether a "not" of the same clause reaches a hit: up to 5 characters or 4 words before it.</summary>
    public static bool IsNegated(string text, Hit hit)
    {
        var start = hit.Start;
        return char.IsAsciiLetter(text[start]) ? EnglishNegated(text, Breaks.ClauseStart(text, start), start) : ChineseNegated(text, Breaks.ClauseStart(text, start, ChineseReach), start);
    }

    private static bool ChineseNegated(string text, int from, int start)
    {
        var window = text.AsSpan(from, start - from);
        if (!window.ContainsAny(ChineseStarts)) return false;
        foreach (var negator in ChineseNegators)
        {
            var at = window.LastIndexOf(negator, StringComparison.Ordinal);
            if (at >= 0 && !IsSham(text, start - window.Length + at, start)) return true;
        }
        return false;
    }

    // "没想到这么差" and "特别差" hold a negator that negates nothing.
    private static bool IsSham(string text, int at, int start)
    {
        foreach (var sham in ChineseShams)
            for (var offset = 0; offset < sham.Length; offset++)
                if (sham[offset] == text[at] && at - offset >= 0 && at - offset + sham.Length <= Math.Max(start, at + 2) && at - offset + sham.Length <= text.Length
                    && text.AsSpan(at - offset, sham.Length).SequenceEqual(sham)) return true;
        return false;
    }

    private static bool EnglishNegated(string text, int from, int start)
    {
        Span<char> word = stackalloc char[12];
        var end = start;
        for (var words = 0; words < EnglishReach && end > from; words++)
        {
            while (end > from && !char.IsAsciiLetterOrDigit(text[end - 1])) end--;
            var length = 0;
            var begin = end;
            while (begin > from && (char.IsAsciiLetterOrDigit(text[begin - 1]) || text[begin - 1] is '\'' or '’')) begin--;
            for (var i = begin; i < end && length < word.Length; i++)
                if (char.IsAsciiLetterOrDigit(text[i])) word[length++] = text[i];
            if (word[..length].SequenceEqual("only")) return false;
            foreach (var negator in EnglishNegators)
                if (word[..length].SequenceEqual(negator)) return true;
            end = begin;
        }
        return false;
    }
}
