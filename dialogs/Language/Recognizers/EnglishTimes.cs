using System.Collections.Frozen;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads the pieces of time that English speakers say: days, weekdays, months with a day or a year, parts of the day and the clock in words.</summary>
internal static class EnglishTimes
{
    private static readonly (string Word, int Days)[] Days =
        [("the day before yesterday", -2), ("day before yesterday", -2), ("the day after tomorrow", 2), ("day after tomorrow", 2), ("yesterday", -1), ("today", 0), ("tomorrow", 1), ("tmr", 1), ("the day before", -1), ("the next day", 1)];

    private static readonly (string Word, string Timex, int From, int To)[] Parts =
        [("early morning", "TMO", 8, 12), ("morning", "TMO", 8, 12), ("mornings", "TMO", 8, 12), ("afternoon", "TAF", 12, 16), ("evening", "TEV", 16, 20), ("night-time", "TNT", 0, 8), ("night", "TNI", 20, 24), ("business hours", "TBH", 8, 18), ("daytime", "TDT", 8, 18)];

    private static readonly FrozenDictionary<string, int> Weekdays = Index("monday|mon", "tuesday|tues|tue", "wednesday|weds|wed", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat", "sunday|sun");
    private static readonly FrozenDictionary<string, int> Months = Index("january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec");

    /// <summary>The piece that begins at a place, or null.</summary>
    public static TimePiece? Read(EntityText entities, int at, DateTime now)
    {
        var text = entities.Text;
        if (at > 0 && IsWord(text[at]) && IsWord(text[at - 1])) return null;
        if (IsDigit(text[at])) return DayFirst(text, at, now) ?? PastHour(text, at) ?? EnglishPeriods.Read(entities, at, now);
        return Day(text, at, now) ?? Part(text, at, now) ?? Spoken(text, at) ?? EnglishPeriods.Read(entities, at, now) ?? Weekday(text, at, now) ?? Month(text, at, now) ?? DayFirst(text, at, now) ?? PastHour(text, at);
    }

    /// <summary>The weekday at a place, 1 for Monday, and where it ends; null when none stands there.</summary>
    public static (int Weekday, int End)? WeekdayAt(string text, int at) => WordAt(text, at, Weekdays) is { } day ? (day.Index, day.End) : null;

    /// <summary>The month at a place and where it ends, or null.</summary>
    public static (int Month, int End)? MonthAt(string text, int at) => WordAt(text, at, Months) is { } month ? (month.Index, month.End) : null;

    /// <summary>A year of four digits at a place, or null.</summary>
    public static (int Year, int End)? YearAt(string text, int at) =>
        at < text.Length && IsDigit(text[at]) && NumericTimes.Digits(text, at) is { Value: >= 1500 and <= 2500 } year && year.End - at == 4 && (year.End >= text.Length || !IsWord(text[year.End]) && text[year.End] != ':') ? (year.Value, year.End) : null;

    private static (int Index, int End)? WordAt(string text, int at, FrozenDictionary<string, int> words)
    {
        if (at >= text.Length || !IsLatin(text[at])) return null;
        var end = at;
        while (end < text.Length && IsLatin(text[end])) end++;
        return words.TryGetValue(text[at..end], out var index) ? (index + 1, end < text.Length && text[end] == '.' && end - at <= 4 && end + 1 < text.Length && text[end + 1] == ' ' ? end + 1 : end) : null;
    }

    private static TimePiece? Day(string text, int at, DateTime now)
    {
        foreach (var (word, days) in Days)
        {
            if (StartsAt(text, at, word)) return TimePiece.One(at, at + word.Length, TimeKind.Date, Timex.Day(now.Date.AddDays(days)), now.Date.AddDays(days));
        }
        var present = StartsAtAny(text, at, "right now", "now", "at present", "just now", "at the moment");
        return present > 0 ? TimePiece.One(at, at + present, TimeKind.Moment, "PRESENT_REF", now) : null;
    }

    private static TimePiece? Part(string text, int at, DateTime now)
    {
        if (StartsAt(text, at, "tonight")) return TimePiece.One(at, at + 7, TimeKind.Span, Timex.Day(now) + "TNI", now.Date.AddHours(20), now.Date.AddDays(1).AddSeconds(-1));
        if (StartsAt(text, at, "last night")) return TimePiece.One(at, at + 10, TimeKind.Span, Timex.Day(now.AddDays(-1)) + "TNI", now.Date.AddHours(-4), now.Date.AddSeconds(-1));
        var said = StartsAtAny(text, at, "in the", "in", "during the");
        var from = said > 0 ? SkipSpaces(text, at + said) : at;
        var step = said > 0 ? 0 : StartsAtAny(text, at, "this", "next");
        if (step > 0) from = SkipSpaces(text, at + step);
        foreach (var (word, timex, first, last) in Parts)
        {
            if (!StartsAt(text, from, word) || EndsAtAny(text, at, "good") > 0) continue;
            var midnight = step > 0 ? now.Date.AddDays(text[at] == 'n' ? 1 : 0) : DateTime.MinValue;
            var (begin, end) = (midnight.AddHours(first), timex == "TNI" ? midnight.AddHours(24).AddSeconds(-1) : midnight.AddHours(last));
            return step > 0 ? TimePiece.One(at, from + word.Length, TimeKind.Span, Timex.Day(midnight) + timex, begin, end) : TimePiece.One(at, from + word.Length, TimeKind.Hours, timex, begin, end);
        }
        return null;
    }

    // noon, midnight, half past seven, 8 o'clock, eight in the evening is joined later
    private static TimePiece? Spoken(string text, int at)
    {
        var noon = StartsAtAny(text, at, "noon", "midday", "12 noon", "noontime");
        if (noon > 0) return NumericTimes.Settle(at, at + noon, 12, 0, 0, 1, '!');
        var midnight = StartsAtAny(text, at, "midnight", "mid night", "mid-night");
        return midnight > 0 ? NumericTimes.Settle(at, at + midnight, 0, 0, 0, 1, '!') : Relative(text, at);
    }

    // half past 7, quarter to 8, 20 past 8, 25 min to nine
    private static TimePiece? Relative(string text, int at)
    {
        var word = StartsAtAny(text, at, "half past", "a quarter past", "quarter past", "a quarter to", "quarter to");
        var minutes = text[at] == 'h' ? 30 : 15;
        var (end, back) = (at + word, word > 0 && text.AsSpan(at, word).EndsWith("to"));
        if (word == 0)
        {
            if (Whole(text, at, 59) is not { } count) return null;
            (minutes, end) = count;
            end = SkipSpaces(text, end);
            end = SkipSpaces(text, end + StartsAtAny(text, end, "minutes", "mins", "min"));
            var side = StartsAtAny(text, end, "past", "to", "after", "before");
            if (side == 0) return null;
            (back, end) = (text[end] is 't' or 'b', end + side);
        }
        if (Whole(text, SkipSpaces(text, end), 24) is not { } hour) return null;
        if (back && word == 0 && hour.Value > 12 && minutes <= 12) return null;
        var behind = SkipSpaces(text, hour.End);
        var stop = hour.End + (StartsAtAny(text, behind, "o'clock", "oclock", "o clock") is > 0 and var clock ? behind - hour.End + clock : 0);
        var (half, after) = NumericTimes.Meridiem(text, stop);
        var total = hour.Value * 60 + (back ? -minutes : minutes);
        return total < 0 ? null : NumericTimes.Settle(at, after, total / 60, total % 60, 0, 2, half);
    }

    private static TimePiece? PastHour(string text, int at)
    {
        if (Whole(text, at, 24) is not { } hour) return null;
        var behind = SkipSpaces(text, hour.End);
        var (half, end) = NumericTimes.Meridiem(text, hour.End);
        var clock = StartsAtAny(text, behind, "o'clock", "oclock", "o clock", "ish", "-ish");
        if (clock > 0)
        {
            (half, end) = NumericTimes.Meridiem(text, behind + clock);
            return NumericTimes.Settle(at, end, hour.Value, 0, 0, 1, text[behind] is 'i' or '-' && half == ' ' ? '!' : half);
        }
        if (half != ' ') return NumericTimes.Settle(at, end, hour.Value, 0, 0, 1, half);
        if (EndsAtAny(text, at, "at", "@") > 0 && (behind >= text.Length || !IsWord(text[behind]) && text[behind] is not ('%' or ':' or '/') || WeekdayAt(text, behind) is not null || StartsAtAny(text, behind, "today", "tomorrow", "on") > 0) && NumericTimes.Settle(at, hour.End, hour.Value, 0, 0, 1, ' ') is { } weak) return weak with { IsWeak = true };
        // one thirty p m
        if (!IsDigit(text[at]) && Whole(text, behind, 59) is { Value: >= 10 } minute && NumericTimes.Meridiem(text, minute.End) is { Half: not ' ' } spoken) return NumericTimes.Settle(at, spoken.End, hour.Value, minute.Value, 0, 2, spoken.Half);
        return Relative(text, at);
    }

    private static (int Value, int End)? Whole(string text, int at, int most)
    {
        if (at >= text.Length) return null;
        if (IsDigit(text[at])) return NumericTimes.Digits(text, at) is var digits && digits.Value <= most && digits.End - at <= 2 ? digits : null;
        if (!IsLatin(text[at]) || NumberWords.Small(text, at) is not { } small) return null;
        var next = SkipSpaces(text, small.End);
        if (next < text.Length && text[next] == '-') next++;
        if (small.Value >= 20 && NumberWords.Small(text, next) is { Value: < 10 and > 0 } ones && !IsDigit(text[next])) small = new Amount(at, ones.End, small.Value + ones.Value);
        return small.Value <= most ? ((int)small.Value, small.End) : null;
    }

    private static TimePiece? Weekday(string text, int at, DateTime now)
    {
        if (WeekdayAt(text, at) is not { } day || day.End - at <= 3 && text[at..day.End] is "sun" or "sat" or "wed" && EndsAtAny(text, at, "the", "a", "i", "we", "he", "she", "they", "you") > 0) return null;
        var next = SkipSpaces(text, day.End < text.Length && text[day.End] == ',' ? day.End + 1 : day.End);
        // Friday 7.6 and Friday 7-6 are dates whose mark is unusual.
        if (next < text.Length && IsDigit(text[next]) && NumericTimes.Digits(text, next) is { Value: >= 1 and <= 12 } month && month.End < text.Length && text[month.End] is '.' or '-' or '/' && NumericTimes.Digits(text, month.End + 1) is { Value: >= 1 and <= 31 } date && (date.End >= text.Length || !IsWord(text[date.End]) && text[date.End] is not (':' or '/' or '-')))
            return new TimePiece(at, date.End, TimeKind.Date, Timex.MonthAndDay(now, month.Value, date.Value));
        if (Month(text, next, now) is { Kind: TimeKind.Date } full) return full with { Start = at };
        if (next < text.Length && IsDigit(text[next]) && NumericTimes.ReadDate(text, next, now) is { } numeric) return numeric with { Start = at };
        if (next < text.Length && IsDigit(text[next]) && DayFirst(text, next, now) is { Kind: TimeKind.Date } other) return other with { Start = at };
        return new TimePiece(at, day.End, TimeKind.Date, Timex.Weekday(now, day.Weekday));
    }

    // Oct 2nd, 2016; june the 28th 2020; oct/2; april 2017; dec-2018
    private static TimePiece? Month(string text, int at, DateTime now)
    {
        if (MonthAt(text, at) is not { } month) return null;
        var next = SkipSpaces(text, month.End);
        if (next < text.Length && text[next] is '/' or '-') next = SkipSpaces(text, next + 1);
        if (YearAt(text, SkipSpaces(text, next + (next < text.Length && text[next] == ',' ? 1 : StartsAtAny(text, next, "of", "in")))) is { } year) return new TimePiece(at, year.End, TimeKind.Period, [Timex.Month(year.Year, month.Month)]);
        if (StartsAt(text, next, "the")) next = SkipSpaces(text, next + 3);
        if (OrdinalDay(text, next, mustBeOrdinal: false) is { } day && !(day.End < text.Length && text[day.End] == ':')) return InYear(text, at, day.End, month.Month, day.Day, now);
        // may, mar and sun are words of their own.
        if (text[at..month.End] is "may" or "mar" or "march" && EndsAtAny(text, at, "in", "from", "since", "until", "to", "of", "after", "before", "and", "between", "till", "through", "-") == 0 && !IsBeforeRange(text, month.End)) return null;
        return new TimePiece(at, month.End, TimeKind.Period, Timex.Month(now, month.Month));
    }

    private static bool IsBeforeRange(string text, int end) => StartsAtAny(text, SkipSpaces(text, end), "to", "until", "till", "through") > 0 && MonthAt(text, SkipSpaces(text, WordEnd(text, SkipSpaces(text, end)))) is not null;

    // 2nd of October 2016, 14 nov, the 4th
    private static TimePiece? DayFirst(string text, int at, DateTime now)
    {
        var from = StartsAt(text, at, "the") ? SkipSpaces(text, at + 3) : at;
        if (OrdinalDay(text, from, mustBeOrdinal: false) is not { } day) return null;
        var next = SkipSpaces(text, day.End);
        next = SkipSpaces(text, next + StartsAtAny(text, next, "of", "day of", "-", "/"));
        return MonthAt(text, next) is { } month ? InYear(text, at, month.End, month.Month, day.Day, now) : null;
    }

    private static TimePiece? InYear(string text, int start, int end, int month, int day, DateTime now)
    {
        var at = SkipSpaces(text, end);
        if (at < text.Length && text[at] is ',' or '-' or '/') at = SkipSpaces(text, at + 1);
        at = SkipSpaces(text, at + StartsAtAny(text, at, "of", "in"));
        if (YearAt(text, at) is { } year)
            return Timex.Exists(year.Year, month, day) ? TimePiece.One(start, year.End, TimeKind.Date, Timex.Day(new(year.Year, month, day)), new(year.Year, month, day)) : null;
        return Timex.MonthAndDay(now, month, day) is { Count: > 0 } readings ? new TimePiece(start, end, TimeKind.Date, readings) : null;
    }

    private static (int Day, int End)? OrdinalDay(string text, int at, bool mustBeOrdinal)
    {
        if (at >= text.Length) return null;
        if (!IsDigit(text[at])) return Facts.EnglishNumerals.Read(text, at) is { } words && words.IsWhole(1, 31) && (words.Ordinal || !mustBeOrdinal) ? ((int)words.Value, words.End) : null;
        var digits = NumericTimes.Digits(text, at);
        if (digits.Value is < 1 or > 31 || digits.End - at > 2) return null;
        var suffix = StartsAtAny(text, digits.End, "st", "nd", "rd", "th");
        return suffix > 0 || !mustBeOrdinal && (digits.End >= text.Length || !IsLatin(text[digits.End])) ? (digits.Value, digits.End + suffix) : null;
    }

    private static FrozenDictionary<string, int> Index(params string[] names) =>
        names.SelectMany((spellings, index) => spellings.Split('|').Select(name => (name, index))).ToFrozenDictionary(pair => pair.name, pair => pair.index);
}
