using System.Globalization;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads times in digits: 2026-11-19, 11/19/2026, 22/04, 2026-11, 15:50:06, 3:30pm, 7 p.m., 2026.</summary>
internal static class NumericTimes
{
    /// <summary>The time that begins with the digits at a place, or null.</summary>
    public static TimePiece? Read(EntityText entities, int at, DateTime now)
    {
        var text = entities.Text;
        if (at > 0 && (IsWord(text[at - 1]) || text[at - 1] is '$' or '€' or '£' or '.' || text[at - 1] == '-' && at > 1 && IsWord(text[at - 2]) && !IsRange(text, at - 1))) return null;
        var first = Digits(text, at);
        return Clock(text, at, first) ?? Date(text, at, first, now) ?? Compact(text, at, first) ?? Year(text, at, first);
    }

    /// <summary>A date in digits at a place, or null.</summary>
    public static TimePiece? ReadDate(string text, int at, DateTime now) => Date(text, at, Digits(text, at), now);

    /// <summary>A time of the clock that begins with an hour, or null: 15:50:06, 3:30 pm, 7pm.</summary>
    public static TimePiece? Clock(string text, int start, (int Value, int End) hour)
    {
        if (hour.End - start > 2 || hour.Value > 24) return null;
        var (minute, second, end, parts) = (0, 0, hour.End, 1);
        if (end < text.Length && text[end] is ':' or '.' && Digits(text, end + 1) is var minutes && minutes.End - end == 3 && minutes.Value < 60 && (text[end] == ':' || Meridiem(text, minutes.End).Half is not ' '))
        {
            (minute, end, parts) = (minutes.Value, minutes.End, 2);
            if (end < text.Length && text[end] == ':' && Digits(text, end + 1) is var seconds && seconds.End - end == 3 && seconds.Value < 60) (second, end, parts) = (seconds.Value, seconds.End, 3);
        }
        var (half, behind) = Meridiem(text, end);
        if (half == ' ' && (parts == 1 || end < text.Length && (IsDigit(text[end]) || text[end] == ':'))) return null;
        return Settle(start, half == ' ' ? end : behind, hour.Value, minute, second, parts, half);
    }

    /// <summary>A clock time in the half of the day that was said, or in both.</summary>
    public static TimePiece? Settle(int start, int end, int hour, int minute, int second, int parts, char half)
    {
        if (half is 'a' or 'p' && hour is > 0 and <= 12) hour = hour % 12 + (half == 'p' ? 12 : 0);
        if (hour == 24) hour = 0;
        var clock = DateTime.MinValue.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        var early = new TimeReading(Timex.Clock(clock, parts), clock, default);
        if (half is 'a' or 'p' or '!' || hour is > 12 or 0) return new TimePiece(start, end, TimeKind.Clock, [early]);
        var other = hour == 12 ? clock.AddHours(-12) : clock.AddHours(12);
        return new TimePiece(start, end, TimeKind.Clock, [early, new(Timex.Clock(other, parts), other, default)]);
    }

    /// <summary>a, p, 'b' for "ampm" or a blank, and where the word ends.</summary>
    public static (char Half, int End) Meridiem(string text, int at)
    {
        var start = SkipSpaces(text, at);
        var word = StartsAtAny(text, start, "ampm", "a.m.", "a.m", "am", "p.m.", "p.m", "pm", "a m", "p m", "a . m .", "p . m .");
        if (word == 0 || start + word < text.Length && IsWord(text[start + word])) return (' ', at);
        return (word == 4 && text[start + 1] == 'm' ? 'b' : text[start], start + word);
    }

    /// <summary>The digits at a place as a number; too many are no part of a date.</summary>
    public static (int Value, int End) Digits(string text, int at)
    {
        var end = at;
        while (end < text.Length && IsDigit(text[end])) end++;
        return end - at is 0 or > 8 ? (int.MaxValue, end) : (int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture), end);
    }

    private static TimePiece? Date(string text, int start, (int Value, int End) first, DateTime now)
    {
        if (first.End >= text.Length || text[first.End] is not ('-' or '/' or '.')) return null;
        var mark = text[first.End];
        var second = Digits(text, first.End + 1);
        if (second.End == first.End + 1 || second.End - first.End > 3) return null;
        if (second.End < text.Length && text[second.End] == mark && Digits(text, second.End + 1) is var third && third.End > second.End + 1)
            return third.End < text.Length && (text[third.End] == mark && third.End + 1 < text.Length && IsDigit(text[third.End + 1])) ? null : ThreeParts(start, first, second, third, mark, text);
        if (second.End < text.Length && IsWord(text[second.End]) || mark == '.') return null;
        if (first.End - start == 4) return first.Value is >= 1500 and <= 2500 && second.Value is >= 1 and <= 12 ? new TimePiece(start, second.End, TimeKind.Period, [Timex.Month(first.Value, second.Value)]) : null;
        if (mark == '-') return null;
        var (month, day) = first.Value > 12 ? (second.Value, first.Value) : (first.Value, second.Value);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && Timex.MonthAndDay(now, month, day) is { Count: > 0 } readings ? new TimePiece(start, second.End, TimeKind.Date, readings) : null;
    }

    // Year first, else month first where that is possible.
    private static TimePiece? ThreeParts(int start, (int Value, int End) first, (int Value, int End) second, (int Value, int End) third, char mark, string text)
    {
        var (year, month, day) = first.End - start == 4 ? (first.Value, second.Value, third.Value) : (third.Value, first.Value, second.Value);
        if (first.End - start < 4 && month > 12) (month, day) = (day, month);
        if (first.End - start != 4 && third.End - second.End - 1 is not (2 or 4) || mark == '.' && third.End - second.End - 1 != 4 && first.End - start != 4) return null;
        if (year < 100) year += year < 50 ? 2000 : 1900;
        if (!Timex.Exists(year, month, day) || third.End < text.Length && IsLatin(text[third.End]) && text[third.End] != 't') return null;
        var date = new DateTime(year, month, day);
        return TimePiece.One(start, third.End, TimeKind.Date, Timex.Day(date), date);
    }

    // 20170302
    private static TimePiece? Compact(string text, int start, (int Value, int End) digits)
    {
        if (digits.End - start != 8 || digits.End < text.Length && IsWord(text[digits.End])) return null;
        var (year, month, day) = (digits.Value / 10_000, digits.Value / 100 % 100, digits.Value % 100);
        return year is >= 1900 and <= 2100 && Timex.Exists(year, month, day) ? TimePiece.One(start, digits.End, TimeKind.Date, Timex.Day(new(year, month, day)), new(year, month, day)) : null;
    }

    private static TimePiece? Year(string text, int start, (int Value, int End) year)
    {
        if (year.End - start != 4 || year.Value is < 1900 or > 2100) return null;
        var end = year.End;
        var next = SkipSpaces(text, end);
        if (next < text.Length && (text[next] == '年' || text[next] is 'q' or 'h' && next + 1 < text.Length && IsDigit(text[next + 1])) || end + 1 < text.Length && text[end] == '-' && text[end + 1] is 'q' or 'h') return null;
        if (end < text.Length && (IsHan(text[end]) || IsLatin(text[end]) || text[end] is '%' or ':' or '/' || text[end] is '.' or ',' && end + 1 < text.Length && IsDigit(text[end + 1]))) return null;
        if (end < text.Length && text[end] == '-' && end + 1 < text.Length && IsWord(text[end + 1]) && !IsRange(text, end)) return null;
        return new TimePiece(start, end, TimeKind.Period, [Timex.Year(year.Value)]);
    }

    // 2014-2018, 5:00-6:00, 5/1-5/7: the dash joins two times.
    private static bool IsRange(string text, int dash) =>
        dash >= 4 && dash + 4 < text.Length && IsDigit(text[dash + 1]) && (text.AsSpan(dash + 1, Math.Min(5, text.Length - dash - 1)).IndexOfAny(':', '/') >= 0 || IsYear(text.AsSpan(dash + 1, 4)) && IsYear(text.AsSpan(dash - 4, 4)));

    private static bool IsYear(ReadOnlySpan<char> digits) => (digits.StartsWith("19") || digits.StartsWith("20")) && !digits.ContainsAnyExceptInRange('0', '9');
}
