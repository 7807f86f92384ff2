using System.Collections.Frozen;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads the days, parts of days and clock times that English speakers say.</summary>
internal static class EnglishTime
{
    private static readonly (string Word, int Days, DayPart Part)[] DayWords =
    [
        ("the day before yesterday", -2, DayPart.None), ("day before yesterday", -2, DayPart.None), ("yesterday", -1, DayPart.None), ("last night", -1, DayPart.Evening), ("last evening", -1, DayPart.Evening),
        ("earlier today", 0, DayPart.None), ("today", 0, DayPart.None), ("tonight", 0, DayPart.Evening), ("this morning", 0, DayPart.Morning), ("this afternoon", 0, DayPart.Afternoon), ("this evening", 0, DayPart.Evening),
        ("tomorrow", 1, DayPart.None),
    ];

    private static readonly (string Word, DayPart Part)[] PartWords =
    [
        ("early morning", DayPart.Morning), ("morning", DayPart.Morning), ("lunchtime", DayPart.Noon), ("midday", DayPart.Noon), ("noon", DayPart.Noon), ("afternoon", DayPart.Afternoon),
        ("evening", DayPart.Evening), ("midnight", DayPart.Midnight), ("night", DayPart.Night),
    ];

    private static readonly FrozenDictionary<string, int> Weekdays = Index("monday|mon", "tuesday|tues|tue", "wednesday|weds|wed", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat", "sunday|sun");
    private static readonly FrozenDictionary<string, int> Months = Index("january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec");
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> WeekdayOf = Weekdays.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthOf = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The piece of time that begins with the word at a place, or null.</summary>
    public static TimeAtom? ReadWord(TimeText time, int at)
    {
        var text = time.Text;
        foreach (var (word, days, part) in DayWords)
        {
            if (StartsAt(text, at, word)) return new TimeAtom(at, at + word.Length, TimeAtomKind.Day) { Date = time.Today.AddDays(days), Part = part };
        }
        foreach (var (word, part) in PartWords)
        {
            if (StartsAt(text, at, word)) return new TimeAtom(at, at + word.Length, TimeAtomKind.Part) { Part = part };
        }
        if (StartsAtAny(text, at, "just now", "right now", "a moment ago", "a minute ago") is > 0 and var now) return new TimeAtom(at, at + now, TimeAtomKind.Moment) { Moment = time.Now };
        return LastUnit(time, at) ?? Weekday(time, at) ?? Month(time, at) ?? OneAgo(time, at);
    }

    /// <summary>The piece of time that begins with a numeral, or null.</summary>
    public static TimeAtom? ReadNumeral(TimeText time, Numeral numeral)
    {
        if (numeral.IsWhole(0, 10_000) && !numeral.Ordinal && Ago(time, numeral.Start, numeral.End, (int)numeral.Value) is { } ago) return ago;
        return DayOfMonth(time, numeral) ?? EnglishClock.Read(time, numeral);
    }

    /// <summary>The state that has lasted "for two weeks", "three days now", or null.</summary>
    public static TimeMention? Lasting(TimeText time, Numeral numeral)
    {
        var text = time.Text;
        if (!numeral.IsWhole(1, 5000) || numeral.Ordinal || Unit(text, SkipSpaces(text, numeral.End)) is not { } unit) return null;
        var lasting = EndsAtAny(text, numeral.Start, "been down for", "been out for", "been like this for", "for over", "for about", "for almost", "for nearly", "for the past", "for the last", "for") > 0 && unit.Minutes == 0;
        lasting |= StartsAtAny(text, SkipSpaces(text, unit.End), "now", "and counting", "already") > 0;
        if (!lasting || ChineseDuration.Subtract(time.Now, (int)numeral.Value, unit.Days, unit.Minutes, unit.Months) is not { } moment) return null;
        var value = moment.ToString(unit.Minutes > 0 ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new TimeMention(new Span(numeral.Start, unit.End), value) { Lasting = true };
    }

    private static TimeAtom? LastUnit(TimeText time, int at)
    {
        var text = time.Text;
        if (StartsAt(text, at, "last week")) return LastWeek(time, at, at + 9);
        if (StartsAt(text, at, "last weekend")) return new TimeAtom(at, at + 12, TimeAtomKind.Day) { Date = time.Monday.AddDays(-2) };
        var first = time.Today.AddDays(1 - time.Today.Day);
        if (StartsAt(text, at, "last month")) return new TimeAtom(at, at + 10, TimeAtomKind.Month) { Date = first.AddMonths(-1) };
        if (StartsAt(text, at, "this month")) return new TimeAtom(at, at + 10, TimeAtomKind.Month) { Date = first };
        return StartsAt(text, at, "last year") ? new TimeAtom(at, at + 9, TimeAtomKind.Year) { Date = new DateOnly(time.Today.Year - 1, 1, 1) } : null;
    }

    private static TimeAtom LastWeek(TimeText time, int at, int end)
    {
        var next = SkipSpaces(time.Text, end);
        var day = time.Text.AsSpan(next, WordEnd(time.Text, next) - next);
        return WeekdayOf.TryGetValue(day, out var weekday)
            ? new TimeAtom(at, next + day.Length, TimeAtomKind.Day) { Date = time.Monday.AddDays(weekday - 7) }
            : new TimeAtom(at, end, TimeAtomKind.Day) { Date = time.Monday.AddDays(-7) };
    }

    private static TimeAtom? Weekday(TimeText time, int at)
    {
        var text = time.Text;
        var last = StartsAtAny(text, at, "last", "this past", "past", "this", "next");
        var start = last > 0 ? SkipSpaces(text, at + last) : at;
        var end = WordEnd(text, start);
        if (!WeekdayOf.TryGetValue(text.AsSpan(start, end - start), out var weekday)) return null;
        // "sat", "sun", "mon", "wed" are words of their own: only behind on, last, since … or before a clock time.
        if (end - start <= 3 && last == 0 && EndsAtAny(text, at, "on", "since", "from", "by") == 0) return null;
        var date = text[at] switch
        {
            'n' when last > 0 => time.Monday.AddDays(7 + weekday),
            'l' when last > 0 => time.Monday.AddDays(weekday - 7),
            _ => time.LastWeekday(weekday),
        };
        var behind = SkipSpaces(text, end);
        if (StartsAtAny(text, behind, "last week", "of last week") is > 0 and var week) return new TimeAtom(at, behind + week, TimeAtomKind.Day) { Date = time.Monday.AddDays(weekday - 7) };
        return new TimeAtom(at, end, TimeAtomKind.Day) { Date = date };
    }

    private static TimeAtom? Month(TimeText time, int at)
    {
        var text = time.Text;
        var end = WordEnd(text, at);
        if (!MonthOf.TryGetValue(text.AsSpan(at, end - at), out var month)) return null;
        var next = SkipSpaces(text, end < text.Length && text[end] == '.' ? end + 1 : end);
        if (StartsAt(text, next, "the")) next = SkipSpaces(text, next + 3);
        if (time.WholeAt(next, 1, 31) is { } day) return OnDay(time, at, day.End, month + 1, (int)day.Value);
        return end - at > 3 && EndsAtAny(text, at, "in", "since", "last", "from") > 0 && text[at..end] != "march" && time.LastDay(month + 1, 1) is { } first
            ? new TimeAtom(at, end, TimeAtomKind.Month) { Date = first } : null;
    }

    private static TimeAtom? DayOfMonth(TimeText time, Numeral day)
    {
        var text = time.Text;
        if (!day.IsWhole(1, 31)) return null;
        var next = SkipSpaces(text, day.End);
        if (StartsAt(text, next, "of")) next = SkipSpaces(text, next + 2);
        var end = WordEnd(text, next);
        if (next < text.Length && MonthOf.TryGetValue(text.AsSpan(next, end - next), out var month)) return OnDay(time, day.Start, end, month + 1, (int)day.Value);
        if (!day.Ordinal || day.Form != NumeralForm.Digits || EndsAtAny(text, day.Start, "the", "on") == 0) return null;
        var free = next >= text.Length || !IsWord(text[next]) || StartsAtAny(text, next, "at", "and", "around", "in", "from", "to", "but", "when", "i", "we", "it", "they", "my", "you", "your", "about", "or", "for", "with") > 0;
        return free && time.LastDay((int)day.Value) is { } date ? new TimeAtom(day.Start, day.End, TimeAtomKind.Day) { Date = date } : null;
    }

    private static TimeAtom? OnDay(TimeText time, int start, int end, int month, int day)
    {
        var at = SkipSpaces(time.Text, end < time.Text.Length && time.Text[end] == ',' ? end + 1 : end);
        if (time.WholeAt(at, 1990, 2200) is { } year)
            return TimeText.Day((int)year.Value, month, day) is { } full ? new TimeAtom(start, year.End, TimeAtomKind.Day) { Date = full } : null;
        return time.LastDay(month, day) is { } date ? new TimeAtom(start, end, TimeAtomKind.Day) { Date = date } : null;
    }

    // "a week ago", "an hour ago", "half an hour ago".
    private static TimeAtom? OneAgo(TimeText time, int at)
    {
        var word = StartsAtAny(time.Text, at, "half an", "half a", "an", "a");
        if (word == 0) return null;
        if (time.Text[at] != 'h') return Ago(time, at, at + word, 1);
        return Unit(time.Text, SkipSpaces(time.Text, at + word)) is { Minutes: 60 } unit && StartsAt(time.Text, SkipSpaces(time.Text, unit.End), "ago")
            ? new TimeAtom(at, SkipSpaces(time.Text, unit.End) + 3, TimeAtomKind.Moment) { Moment = time.Now.AddMinutes(-30) } : null;
    }

    private static TimeAtom? Ago(TimeText time, int start, int end, int count)
    {
        var text = time.Text;
        if (Unit(text, SkipSpaces(text, end)) is not { } unit) return null;
        var ago = SkipSpaces(text, unit.End);
        var word = StartsAtAny(text, ago, "ago", "back", "earlier");
        if (word == 0 || ChineseDuration.Subtract(time.Now, count, unit.Days, unit.Minutes, unit.Months) is not { } moment) return null;
        return unit.Minutes > 0
            ? new TimeAtom(start, ago + word, TimeAtomKind.Moment) { Moment = moment }
            : new TimeAtom(start, ago + word, TimeAtomKind.Day) { Date = DateOnly.FromDateTime(moment) };
    }

    private static (int Days, int Minutes, int Months, int End)? Unit(string text, int at)
    {
        if (StartsAtAny(text, at, "days", "day") is > 0 and var day) return (1, 0, 0, at + day);
        if (StartsAtAny(text, at, "weeks", "week") is > 0 and var week) return (7, 0, 0, at + week);
        if (StartsAtAny(text, at, "months", "month") is > 0 and var month) return (0, 0, 1, at + month);
        if (StartsAtAny(text, at, "years", "year") is > 0 and var year) return (0, 0, 12, at + year);
        if (StartsAtAny(text, at, "hours", "hour", "hrs", "hr") is > 0 and var hour) return (0, 60, 0, at + hour);
        return StartsAtAny(text, at, "minutes", "minute", "mins", "min") is > 0 and var minute ? (0, 1, 0, at + minute) : null;
    }

    private static FrozenDictionary<string, int> Index(params string[] names) =>
        names.SelectMany((spellings, index) => spellings.Split('|').Select(name => (name, index))).ToFrozenDictionary(pair => pair.name, pair => pair.index);
}
