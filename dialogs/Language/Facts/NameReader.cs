using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads what the customer says about their own name.</summary>
internal static class NameReader
{
    private static readonly string[] FullCuesZh = ["我的名字叫", "我的名字是", "我名字叫", "名字叫", "名字是", "我叫", "本人叫", "本人", "联系人是", "联系人", "预订人", "预定人", "叫我", "我是", "姓名是", "姓名", "这边是"];
    private static readonly string[] FamilyCuesZh = ["免贵姓", "我姓", "本人姓", "姓"];
    private static readonly string[] CuesEn = ["my name is", "my name's", "name is", "name's", "the name is", "this is", "i am", "i'm", "call me", "booking under", "booked under", "reservation under", "under the name of", "under the name", "under", "name"];
    private static readonly string[] NoNameEndings = ["able", "ible", "ous", "ing", "ed", "ful", "less", "ive"];
    private static readonly string[] TitlesZh = ["先生", "女士", "小姐", "太太", "老师", "师傅", "阿姨", "大姐"];

    /// <summary>Adds the customer's name when a cue shows it, or when it was asked for and the answer has the shape of one.</summary>
    public static void Read(FactReading reading)
    {
        var asked = reading.Expects(FactType.Name);
        var name = asked ? reading.Context.ExpectedFact! : FactNames.Name;
        if (Chinese(reading) is { } chinese) reading.Add(name, chinese);
        else if (English(reading) is { } english) reading.Add(name, english);
        else if (asked && Answer(reading) is { } answer) reading.Add(name, answer);
    }

    /// <summary>Reads a Chinese name at a place: family name with given name or title; null when none stands there.</summary>
    public static Span? ChineseAt(string text, int at)
    {
        var family = Surnames.LengthAt(text, at);
        if (family == 0) return null;
        var end = at + family;
        if (StartsAtAny(text, end, TitlesZh) is > 0 and var title) return new Span(at, end + title);
        var given = 0;
        while (given < 2 && end + given < text.Length && IsHan(text[end + given]) && !IsAfterName(text, end + given)) given++;
        return new Span(at, end + given);
    }

    private static Span? Chinese(FactReading reading)
    {
        var text = reading.Text;
        foreach (var cue in FamilyCuesZh)
        {
            for (var at = text.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cue, at + 1, StringComparison.Ordinal))
            {
                var start = at + cue.Length;
                var length = Surnames.LengthAt(text, start);
                if (length == 0 || IsSomebodyElse(reading, at, start + length, cue)) continue;
                var title = StartsAtAny(text, start + length, TitlesZh);
                return new Span(start, start + length + title);
            }
        }
        foreach (var cue in FullCuesZh)
        {
            var at = text.IndexOf(cue, StringComparison.Ordinal);
            if (at < 0) continue;
            var start = at + cue.Length;
            if (start < text.Length && text[start] is ':' or ' ') start++;
            if (ChineseAt(text, start) is not { } name || name.Length < 2 || !EndsName(text, name.End)) continue;
            // 我是 and 本人 stand before much else: only a whole name or a title counts there.
            if (cue is "我是" or "这边是" && StartsAtAny(text, name.End - 2, TitlesZh) == 0 && name.End < reading.ClauseAt(at).End) continue;
            return name;
        }
        return null;
    }

    // 姓王的店员: the name of somebody else.
    private static bool IsSomebodyElse(FactReading reading, int cue, int end, string word)
    {
        var text = reading.Text;
        if (StartsAt(text, end, "的")) return true;
        return word == "姓" && !reading.Expects(FactType.Name) && cue > 0 && IsHan(text[cue - 1]) && text[cue - 1] is not ('我' or '人');
    }

    private static bool IsAfterName(string text, int at) =>
        "的是在住电手号要想给和跟有说刚昨今前就也都买来打这那你您他她我们到把被让对先女投找咨反".Contains(text[at]) || StartsAtAny(text, at, "小姐", "电话", "手机", "希望", "需要") > 0;

    private static bool EndsName(string text, int end) => end >= text.Length || !IsHan(text[end]) || IsAfterName(text, end);

    private static Span? English(FactReading reading)
    {
        var text = reading.Text;
        foreach (var cue in CuesEn)
        {
            for (var at = text.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cue, at + cue.Length, StringComparison.Ordinal))
            {
                if (CutsWord(text, at, at + cue.Length)) continue;
                var start = SkipSpaces(text, at + cue.Length);
                if (start < text.Length && text[start] == ':') start = SkipSpaces(text, start + 1);
                var plain = cue is "my name is" or "my name's" or "booking under" or "booked under" or "reservation under" or "under the name of" or "under the name";
                if (EnglishAt(reading, start, plain ? 3 : 2, !plain) is { } name && !(cue is "i am" or "i'm" or "this is" or "under" or "name" && IsOther(reading, name))) return name;
            }
        }
        return null;
    }

    // "this is Unacceptable", "I'm Sick": one capital proves nothing; two words, a title, or the end of the message do.
    private static bool IsOther(FactReading reading, Span name)
    {
        var text = reading.Text;
        if (text.AsSpan(name.Start, name.Length).Contains(' ')) return false;
        var next = SkipSpaces(text, name.End);
        var closed = next >= text.Length || text[next] is ',' or '.' or '\n' || StartsAtAny(text, next, "and", "from", "here") > 0;
        var word = text[name.Start..name.End];
        if (Array.Exists(NoNameEndings, ending => word.EndsWith(ending, StringComparison.Ordinal))) return true;
        return !closed || name.Length > 12 || reading.Source.Source.AsSpan(reading.Source.OriginalIndex(name.Start), name.Length).IndexOfAnyExceptInRange('A', 'Z') < 0;
    }

    private static Span? EnglishAt(FactReading reading, int start, int most, bool capitals)
    {
        var text = reading.Text;
        var end = start;
        var words = 0;
        for (var at = start; words < most + 1 && at < text.Length && IsLatin(text[at]); words++)
        {
            var stop = WordEnd(text, at);
            var title = text.AsSpan(at, stop - at) is "mr" or "mrs" or "ms" or "miss" or "dr";
            if (!reading.IsCapital(at) && !title && (capitals || words > 0)) break;
            if (words >= most && !title) break;
            end = stop;
            if (title && stop < text.Length && text[stop] == '.') stop++;
            at = SkipSpaces(text, stop);
            if (at > stop + 1) break;
        }
        return end > start && IsLatin(text[start]) ? new Span(start, end) : null;
    }

    private static Span? Answer(FactReading reading)
    {
        var text = reading.Text;
        foreach (var clause in reading.Clauses)
        {
            var span = AnswerWords.WithoutFillers(reading, clause);
            if (span.Length == 0 || reading.HasCue(CueKind.Decline, clause)) continue;
            if (ChineseAt(text, span.Start) is { } name && name.End == span.End) return name;
            if (EnglishAt(reading, span.Start, 4, capitals: false) is { } english && english.End == span.End && !reading.HasCue(CueKind.No, clause)) return english;
            if (span.Length is >= 2 and <= 24 && IsLatin(text[span.Start]) && text.AsSpan(span.Start, span.Length).Count(' ') <= 2 && !reading.HasCue(CueKind.No, clause) && !reading.HasCue(CueKind.DeclineShort, clause)) return span;
        }
        return null;
    }
}
