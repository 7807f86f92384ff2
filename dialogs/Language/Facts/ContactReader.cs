using System.Buffers;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads what the customer has tried before in the same matter, with how often.</summary>
internal static class ContactReader
{
    private static readonly string[] Often = ["twice", "several times", "multiple times", "many times", "again and again", "多次", "好几次", "好几遍", "好几趟", "数次", "无数次"];

    private static readonly string[] EnglishStops = [" regarding ", " about ", " because ", " on ", " and ", " but ", " when ", " after ", " since ", " that "];

    private static readonly SearchValues<char> DoneZh = SearchValues.Create("打投报提交找向反举立访拨诉警案过");

    /// <summary>Adds the earlier contact of a message; <c>no</c> when this is said to be the first.</summary>
    public static void Read(FactReading reading)
    {
        if ((Counted(reading) ?? Told(reading) ?? Office(reading)) is { } contact) reading.Add(FactNames.EarlierContact, contact);
        else if (reading.FindCue(CueKind.FirstTime, new Span(0, reading.Text.Length)) is { } first && (reading.Expects(FactNames.EarlierContact) || reading.Text[first.Start] is '没'))
            reading.Add(FactNames.EarlierContact, first, "no");
    }

    // 打了二十遍, 第三次投诉, 跑了三趟, "my 4th chat", "called twice"
    private static Span? Counted(FactReading reading)
    {
        foreach (var numeral in reading.Numerals)
        {
            var clause = reading.ClauseAt(numeral.Start);
            var end = TimesEnd(reading.Text, numeral);
            if (end == 0 || numeral.IsWhole(1, 1) && !numeral.Ordinal && !IsHan(reading.Text[numeral.Start])) continue;
            if (Contact(reading, clause, numeral, end) is { } contact) return contact;
        }
        foreach (var word in Often)
        {
            var at = reading.Text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0) continue;
            var clause = reading.ClauseAt(at);
            var times = new Span(at, at + word.Length);
            if ((IsHan(word[0]) ? ManyTimes(reading, clause, times) : Times(reading, clause, times)) is { } contact) return contact;
        }
        return null;
    }

    private static Span? Times(FactReading reading, Span clause, Span times)
    {
        var near = new Span(Math.Max(clause.Start, times.Start - 24), Math.Min(clause.End, times.End + 10));
        return reading.FindCue(CueKind.Contact, near) is { } cue ? new Span(Math.Min(cue.Start, times.Start), Math.Max(cue.End, times.End)) : null;
    }

    // 多次向物业反映, 打了好几次: the verb right before the count, or behind it with whom it was said to between.
    private static Span? ManyTimes(FactReading reading, Span clause, Span times)
    {
        var before = reading.CuesIn(CueKind.ContactWeak, new Span(Math.Max(clause.Start, times.Start - 8), times.Start));
        if (before.Length > 0 && (before[^1].Length > 1 || before[^1].End >= times.Start - 1) && reading.Text[before[^1].Start] is not '来') return new Span(before[^1].Start, times.End);
        foreach (var verb in reading.CuesIn(CueKind.ContactWeak, new Span(times.End, Math.Min(clause.End, times.End + 16))))
        {
            var whom = StartsAtAny(reading.Text, times.End, "向", "给", "跟", "和", "找", "到", "请", "去") > 0;
            if (reading.Text[verb.Start] is '来' or '问' && !whom || !whom && verb.Start > times.End + 1) continue;
            return reading.Trim(new Span(times.Start, Math.Min(clause.End, verb.End + StartsAtAny(reading.Text, verb.End, "警", "修", "了", "过"))));
        }
        return null;
    }

    private static int TimesEnd(string text, Numeral numeral)
    {
        var zh = StartsAtAny(text, numeral.End, "次", "遍", "趟", "回", "个电话", "通电话", "个部门");
        if (zh > 0) return numeral.End + zh;
        var at = SkipSpaces(text, numeral.End);
        var en = StartsAtAny(text, at, "times", "time", "chat", "call", "calls", "email", "emails", "complaint", "visit", "chats", "visits", "attempt", "ticket");
        return en > 0 ? at + en : 0;
    }

    private static Span? Contact(FactReading reading, Span clause, Numeral numeral, int end)
    {
        var start = numeral.Ordinal && numeral.Start > 0 && reading.Text[numeral.Start - 1] == '第' ? numeral.Start - 1 : numeral.Start;
        if (IsLatin(reading.Text[end - 1]))
        {
            var named = StartsAtAny(reading.Text, SkipSpaces(reading.Text, numeral.End), "times", "time") == 0;
            if (named) return new Span(start - EndsAtAny(reading.Text, start, "this is my", "my"), end);
            return reading.FindCue(CueKind.Contact, new Span(Math.Max(clause.Start, start - 30), Math.Min(clause.End, end + 20))) is { } cue ? new Span(Math.Min(cue.Start, start), Math.Max(cue.End, end)) : null;
        }
        if (StartsAt(reading.Text, end - 2, "电话"))
        {
            start -= EndsAtAny(reading.Text, start, "不下", "至少", "不少于");
            start = Whom(reading.Text, clause, start - EndsAtAny(reading.Text, start, "打了", "打过", "打"));
        }
        if (reading.FindCue(CueKind.ContactWeak, new Span(Math.Max(clause.Start, start - 8), start)) is { } before && IsLink(reading.Text.AsSpan(before.End, start - before.End))) return new Span(before.Start, end);
        if (numeral.Ordinal && reading.FindCue(CueKind.ContactWeak, new Span(end, Math.Min(clause.End, end + 4))) is { } after && after.Start - end <= 1) return new Span(start, after.End);
        return StartsAt(reading.Text, end - 2, "电话") ? new Span(start, end) : null;
    }

    // Between the verb and the count: 打了你们客服二十次, 投诉过三回.
    private static bool IsLink(ReadOnlySpan<char> between)
    {
        foreach (var unit in between)
        {
            if (!"了过转你您们有大概约都已快整去给客服电话".Contains(unit)) return false;
        }
        return between.Length <= 6;
    }

    // 找客服也没用, "filed a complaint with …": the clause from the word on, as far as it says what came of it.
    private static Span? Told(FactReading reading)
    {
        foreach (var cue in reading.Cues(CueKind.Contact))
        {
            if (EndsAtAny(reading.Text, cue.Start, "没", "没有", "还没", "想", "要", "never", "not", "haven't", "didn't", "别", "不", "get", "you", "they", "he", "she", "who", "was", "were", "being", "been", "为了", "请", "你们", "给我") > 0) continue;
            if (StartsAtAny(reading.Text, cue.Start, "打了", "转了", "跑了", "说过", "来过", "问过") > 0 && !reading.HasCue(CueKind.Authority, reading.ClauseAt(cue.Start)) && StartsAtAny(reading.Text, cue.Start, "说过", "来过", "问过") == 0) continue;
            var clause = reading.ClauseAt(cue.Start);
            if (StartsAt(reading.Text, cue.Start, "起诉状")) continue;
            if (StartsAtAny(reading.Text, cue.Start, "投了", "起诉", "立案", "信访") > 0 && reading.FindCue(CueKind.Authority, new Span(clause.Start, cue.Start)) is { } office) return new Span(office.Start, cue.End);
            if (IsLatin(reading.Text[cue.Start])) return reading.Trim(new Span(cue.Start, EnglishEnd(reading.Text, cue, clause)));
            var end = Math.Min(clause.End, cue.End + 14);
            return reading.Trim(new Span(Whom(reading.Text, clause, cue.Start), end));
        }
        return null;
    }

    private static Span? Office(FactReading reading)
    {
        foreach (var cue in reading.Cues(CueKind.Authority))
        {
            var clause = reading.ClauseAt(cue.Start);
            if (!IsDone(reading.Text.AsSpan(clause.Start, clause.Length)) || StartsAtAny(reading.Text, cue.End, "晚会", "活动", "促销", "状") > 0) continue;
            if (EndsAtAny(reading.Text, cue.Start, "要", "会", "再", "准备", "打算", "去", "找", "就", "只好", "只能", "马上", "马上打", "不得不", "要打", "会打", "will", "going to") > 0 || reading.Text[clause.End - 1] == '吧') continue;
            var start = cue.Start - EndsAtAny(reading.Text, cue.Start, "打了", "打给", "已经打了", "当场打的", "打电话给", "向", "找了", "去了", "打");
            return reading.Trim(new Span(start, Math.Min(clause.End, cue.End + (IsLatin(reading.Text[cue.Start]) ? 24 : 8))));
        }
        return null;
    }

    // Something must have been done there: an office that is only named is no contact.
    private static bool IsDone(ReadOnlySpan<char> clause) =>
        clause.ContainsAny(DoneZh) || clause.Contains("complaint", StringComparison.Ordinal) || clause.Contains("file", StringComparison.Ordinal) || clause.Contains("report", StringComparison.Ordinal) || clause.Contains("called", StringComparison.Ordinal) || clause.Contains("contacted", StringComparison.Ordinal);

    // 给店里打电话, 跟你们经理说过: to whom it was said stands before the verb.
    private static int Whom(string text, Span clause, int verb)
    {
        var from = Math.Max(clause.Start, verb - 10);
        var to = text.AsSpan(from, verb - from).LastIndexOfAny("给跟向找");
        return to >= 0 && verb - from - to >= 2 ? from + to : verb;
    }

    // What it was about, and when, comes behind.
    private static int EnglishEnd(string text, Span cue, Span clause)
    {
        var end = Math.Min(clause.End, cue.End + 45);
        foreach (var stop in EnglishStops)
        {
            var at = text.IndexOf(stop, cue.End, end - cue.End, StringComparison.Ordinal);
            if (at >= 0) end = at;
        }
        return end < clause.End ? WordEnd(text, end) : end;
    }
}
