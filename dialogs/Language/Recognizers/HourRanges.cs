using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads hours from one bare number to another (between 3 and 8, 8-9am, Monday 6-8), which only their surroundings make a time.</summary>
internal static class HourRanges
{
    private static readonly string[] Links = ["-", "~", "--", "to", "until", "till", "and"];
    private static readonly string[] Heads = ["between", "from"];

    private static readonly string[] DaysBefore =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "today", "tomorrow", "yesterday", "tonight", "morning", "afternoon", "evening", "at"];

    private static readonly string[] DaysBehind = ["today", "tomorrow", "yesterday", "tonight", "on", "this", "next", "last", "in the", "o'clock", "oclock"];

    /// <summary>The hours that begin at a place, or null.</summary>
    public static TimePiece? Read(string text, int at)
    {
        if (at > 0 && (IsWord(text[at - 1]) || text[at - 1] is '.' or '/' or '$' or ':' or '-') || ClockAt(text, at) is not { } first) return null;
        var link = SkipSpaces(text, first.End);
        var word = StartsAtAny(text, link, Links);
        if (word == 0 || ClockAt(text, SkipSpaces(text, link + word)) is not { } last) return null;
        if (last.End < text.Length && (text[last.End] is '-' or '/' or '%' || IsWord(text[last.End]))) return null;
        var head = EndsAtAny(text, at, Heads);
        var isPair = text[link] == 'a';
        if (isPair && (head == 0 || text[at - head] != 'b')) return null;
        var end = last.End + OClock(text, last.End);
        var settled = first.Half != ' ' || last.Half != ' ' || end > last.End;
        var framed = EndsAtAny(text, at, DaysBefore) > 0 && (first.Parts > 1 || text[link] is '-' or 't') || head > 0 && IsFree(text, end);
        if (!settled && !framed) return null;
        var half = first.Half == ' ' && last.Half == 'a' ? 'a' : first.Half;
        if (NumericTimes.Settle(at, first.End, first.Hour, first.Minute, 0, first.Parts, half) is not { } left || NumericTimes.Settle(at, end, last.Hour, last.Minute, 0, last.Parts, last.Half) is not { } right) return null;
        return TimeRanges.Clocks(left, right, (at - head, end));
    }

    private static bool IsFree(string text, int end)
    {
        var next = SkipSpaces(text, end);
        return next >= text.Length || !IsWord(text[next]) && text[next] is not '%' || StartsAtAny(text, next, DaysBehind) > 0 || EnglishTimes.WeekdayAt(text, next) is not null;
    }

    private static int OClock(string text, int end) => StartsAtAny(text, SkipSpaces(text, end), "o'clock", "oclock") is > 0 and var word ? SkipSpaces(text, end) - end + word : 0;

    private static (int Hour, int Minute, int Parts, char Half, int End)? ClockAt(string text, int at)
    {
        if (at >= text.Length) return null;
        var (hour, end) = IsDigit(text[at]) ? NumericTimes.Digits(text, at) : NumberWords.Small(text, at) is { Value: <= 12 } word ? ((int)word.Value, word.End) : (int.MaxValue, at);
        if (hour is < 1 or > 24 || end - at > 2 && IsDigit(text[at])) return null;
        var (minute, parts) = (0, 1);
        if (end < text.Length && text[end] == ':' && NumericTimes.Digits(text, end + 1) is { Value: < 60 } minutes && minutes.End - end == 3) (minute, parts, end) = (minutes.Value, 2, minutes.End);
        var (half, behind) = NumericTimes.Meridiem(text, end);
        return (hour, minute, parts, half, half == ' ' ? end : behind);
    }
}
