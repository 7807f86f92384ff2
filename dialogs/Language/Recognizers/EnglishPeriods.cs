using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads English periods and lengths: last week, next Friday, this September, the past two quarters, 3 days ago, in 2 weeks, an hour, 2019 Q1.</summary>
internal static class EnglishPeriods
{
    private static readonly (string Word, char Unit)[] Units =
    [
        ("years", 'Y'), ("year", 'Y'), ("yrs", 'Y'), ("yr", 'Y'), ("quarters", 'Q'), ("quarter", 'Q'), ("months", 'M'), ("month", 'M'), ("weeks", 'W'), ("week", 'W'), ("wks", 'W'), ("days", 'D'), ("day", 'D'), ("nights", 'D'), ("night", 'D'), ("hours", 'H'), ("hour", 'H'), ("hrs", 'H'), ("hr", 'H'), ("h", 'H'),
        ("minutes", 'm'), ("minute", 'm'), ("mins", 'm'), ("min", 'm'), ("seconds", 'S'), ("second", 'S'), ("secs", 'S'), ("sec", 'S'), ("fortnight", 'F'), ("weekend", 'E'),
    ];

    /// <summary>The period, day or length that begins at a place, or null.</summary>
    public static TimePiece? Read(EntityText entities, int at, DateTime now)
    {
        var text = entities.Text;
        return Year(text, at) ?? WeekOf(text, at, now) ?? Quarter(text, at, now) ?? Stepped(entities, at, now) ?? In(entities, at, now) ?? Length(entities, at, now);
    }

    // year 2008, the year 2008
    private static TimePiece? Year(string text, int at)
    {
        var word = StartsAtAny(text, at, "year", "calendar year");
        return word > 0 && EnglishTimes.YearAt(text, SkipSpaces(text, at + word)) is { } year ? new TimePiece(at, year.End, TimeKind.Period, [Timex.Year(year.Year)]) : null;
    }

    // week 10, first week of Jan 2015, last week of 2016
    private static TimePiece? WeekOf(string text, int at, DateTime now)
    {
        if (StartsAt(text, at, "week") && SkipSpaces(text, at + 4) is var digits && digits < text.Length && IsDigit(text[digits]) && NumericTimes.Digits(text, digits) is { Value: >= 1 and <= 53 } number && !(number.End < text.Length && (IsWord(text[number.End]) || text[number.End] == ':')))
            return Week(at, number.End, FirstMonday(new DateTime(now.Year, 1, 1)).AddDays(7 * (number.Value - 1)), null);
        var last = StartsAt(text, at, "last");
        var nth = last ? -1 : Facts.EnglishNumerals.Read(text, at) is { Ordinal: true } spelled && spelled.IsWhole(1, 5) ? (int)spelled.Value : IsDigit(text[at]) && NumericTimes.Digits(text, at) is { Value: <= 5 } ordinal && StartsAtAny(text, ordinal.End, "st", "nd", "rd", "th") > 0 ? ordinal.Value : 0;
        var week = SkipSpaces(text, WordEnd(text, at));
        var of = StartsAtAny(text, week, "week of", "week in");
        if (nth == 0 || of == 0) return null;
        var whole = SkipSpaces(text, week + of);
        if (EnglishTimes.YearAt(text, whole) is { } year) return Week(at, year.End, nth > 0 ? FirstMonday(new DateTime(year.Year, 1, 1)).AddDays(7 * (nth - 1)) : Timex.Monday(new DateTime(year.Year, 12, 28)), null);
        if (EnglishTimes.MonthAt(text, whole) is not { } month) return null;
        var inYear = EnglishTimes.YearAt(text, SkipSpaces(text, month.End));
        var readings = inYear is { } said ? [Timex.Month(said.Year, month.Month)] : Timex.Month(now, month.Month);
        return new TimePiece(at, inYear?.End ?? month.End, TimeKind.Period, [.. readings.Select(reading => OfMonth(reading, nth))]);
    }

    private static TimeReading OfMonth(TimeReading month, int nth)
    {
        var count = nth > 0 ? nth : 5;
        var monday = nth > 0 ? FirstMonday(month.Start).AddDays(7 * (nth - 1)) : Timex.Monday(month.End.AddDays(-1));
        return new($"{month.Timex}-W{count:00}", monday, monday.AddDays(7));
    }

    // The first week is the one that holds the fourth day.
    private static DateTime FirstMonday(DateTime first) => Timex.Monday(first.AddDays(3));

    private static TimePiece Week(int start, int end, DateTime monday, string? timex) => TimePiece.One(start, end, TimeKind.Period, timex ?? Timex.Week(monday), monday, monday.AddDays(7));

    // 2019 q1, 2019-q1, q1 2019, 2019 h2
    private static TimePiece? Quarter(string text, int at, DateTime now)
    {
        var year = EnglishTimes.YearAt(text, at);
        if (year is null && at + 5 < text.Length && IsDigit(text[at]) && text[at + 4] == '-' && NumericTimes.Digits(text, at) is { Value: >= 1900 and <= 2100 } before) year = (before.Value, before.End);
        var from = year is { } said ? SkipSpaces(text, said.End + (said.End < text.Length && text[said.End] == '-' ? 1 : 0)) : at;
        if (from + 1 >= text.Length || text[from] is not ('q' or 'h') || text[from + 1] is < '1' or > '4' || from + 2 < text.Length && IsWord(text[from + 2])) return null;
        var end = from + 2;
        var next = SkipSpaces(text, end);
        if (year is null && EnglishTimes.YearAt(text, SkipSpaces(text, next + StartsAtAny(text, next, "of", "in"))) is { } behind) (year, end) = (behind, behind.End);
        var months = text[from] == 'q' ? 3 : 6;
        var first = new DateTime(year?.Year ?? now.Year, 1, 1).AddMonths(months * (text[from + 1] - '1'));
        return year is null ? null : TimePiece.One(at, end, TimeKind.Period, $"({Timex.Day(first)},{Timex.Day(first.AddMonths(months))},P{months}M)", first, first.AddMonths(months));
    }

    private static TimePiece? Stepped(EntityText entities, int at, DateTime now)
    {
        var text = entities.Text;
        var word = StartsAtAny(text, at, "last", "previous", "past", "this", "current", "next", "coming", "upcoming", "following", "the last", "the past", "the next", "the previous", "the coming", "the following", "this past", "this coming");
        if (word == 0) return null;
        var step = text.AsSpan(at, word) switch { "this" or "current" => 0, "next" or "coming" or "upcoming" or "following" or "the next" or "the coming" or "the following" or "this coming" => 1, _ => -1 };
        // "the last 3 months" is found without its article.
        var start = text.AsSpan(at, word).StartsWith("the ") ? at + 4 : at;
        var next = SkipSpaces(text, at + word);
        if (EnglishTimes.WeekdayAt(text, next) is { } weekday) return Weekday(start, weekday, step, text.AsSpan(at, word), now);
        if (EnglishTimes.MonthAt(text, next) is { } month && !(step == 0 && StartsAt(text, next, "may") && IsVerb(text, month.End))) return Month(text, start, month, step, now);
        if (UnitAt(text, next) is { } unit) return One(text, start, unit, step, now);
        if (step == 0 || next >= text.Length || (NumberModel.At(entities, next) is not { Value: >= 1 and < 1000 } count ? Several(text, next) : count) is not { } many) return null;
        return UnitAt(text, SkipSpaces(text, many.End)) is { } units && units.Unit != 'E' ? Many(start, units.End, many.Value, units.Unit, step, now) : null;
    }

    // "This may take longer".
    private static bool IsVerb(string text, int end) => SkipSpaces(text, end) is var next && next < text.Length && IsLatin(text[next]) && StartsAtAny(text, next, "to", "and", "until", "or", "at", "in", "on", "with", "for", "we", "i") == 0;

    private static Amount? Several(string text, int at) => StartsAtAny(text, at, "few", "couple of", "several") is > 0 and var word ? new Amount(at, at + word, text[at] == 'c' ? 2 : 3) : null;

    private static TimePiece Weekday(int start, (int Weekday, int End) day, int step, ReadOnlySpan<char> word, DateTime now)
    {
        var date = Timex.Monday(now).AddDays(day.Weekday - 1);
        if (word is "next" or "last" or "previous" or "following") date = date.AddDays(7 * step);
        else if (step < 0 && date >= now.Date) date = date.AddDays(-7);
        else if (step > 0 && date <= now.Date || word is "coming" && date < now.Date.AddDays(7)) date = date.AddDays(7);
        return TimePiece.One(start, day.End, TimeKind.Date, Timex.Day(date), date);
    }

    private static TimePiece Month(string text, int start, (int Month, int End) month, int step, DateTime now)
    {
        var year = step == 0 ? now.Year : step > 0 ? month.Month > now.Month ? now.Year : now.Year + 1 : month.Month < now.Month ? now.Year : now.Year - 1;
        return new TimePiece(start, month.End, TimeKind.Period, [Timex.Month(year, month.Month)]);
    }

    private static TimePiece? One(string text, int start, (char Unit, int End) unit, int step, DateTime now)
    {
        var monday = Timex.Monday(now).AddDays(7 * step);
        switch (unit.Unit)
        {
            case 'W' when EnglishTimes.WeekdayAt(text, SkipSpaces(text, unit.End)) is { } day:
                var date = monday.AddDays(day.Weekday - 1);
                return TimePiece.One(start, day.End, TimeKind.Date, Timex.Day(date), date);
            case 'W':
                return TimePiece.One(start, unit.End, TimeKind.Period, Timex.Week(monday), monday, monday.AddDays(7));
            case 'E':
                return TimePiece.One(start, unit.End, TimeKind.Period, Timex.Week(monday) + "-WE", monday.AddDays(5), monday.AddDays(7));
            case 'M':
                var month = Timex.FirstOfMonth(now).AddMonths(step);
                return new TimePiece(start, unit.End, TimeKind.Period, [Timex.Month(month.Year, month.Month)]);
            case 'Q':
                var quarter = new DateTime(now.Year, (now.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * step);
                return TimePiece.One(start, unit.End, TimeKind.Period, $"({Timex.Day(quarter)},{Timex.Day(quarter.AddMonths(3))},P3M)", quarter, quarter.AddMonths(3));
            case 'Y':
                return new TimePiece(start, unit.End, TimeKind.Period, [Timex.Year(now.Year + step)]);
            case 'D' when step != 0 && text[unit.End - 1] == 'y':
                return TimePiece.One(start, unit.End, TimeKind.Date, Timex.Day(now.Date.AddDays(step)), now.Date.AddDays(step));
            case 'H' or 'm' or 'S' when step != 0:
                return Many(start, unit.End, 1, unit.Unit, step, now);
            default:
                return null;
        }
    }

    private static TimePiece? Many(int start, int end, double count, char unit, int step, DateTime now)
    {
        if (unit == 'Q')
        {
            var quarter = new DateTime(now.Year, (now.Month - 1) / 3 * 3 + 1, 1);
            var (begin, stop) = step < 0 ? (quarter.AddMonths(-3 * (int)count), quarter) : (quarter.AddMonths(3), quarter.AddMonths(3 + 3 * (int)count));
            return TimePiece.One(start, end, TimeKind.Period, $"({Timex.Day(begin)},{Timex.Day(stop)},P{3 * count}M)", begin, stop);
        }
        List<(char, double)> lengths = [unit == 'F' ? ('W', count * 2) : (unit, count)];
        var days = TimeLength.IsOfDays(lengths);
        var here = days ? now.Date : now;
        if (TimeLength.Shift(here, lengths, step) is not { } there) return null;
        var (from, to) = step < 0 ? (there, here) : (days ? here.AddDays(1) : here, days ? there.AddDays(1) : there);
        var format = days ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss";
        return TimePiece.One(start, end, days ? TimeKind.Period : TimeKind.Span, $"({Timex.Text(from, format)},{Timex.Text(to, format)},{TimeLength.Timex(lengths)})", from, to);
    }

    // in 2 weeks, within the next ...
    private static TimePiece? In(EntityText entities, int at, DateTime now)
    {
        if (!StartsAt(entities.Text, at, "in") || Lengths(entities, SkipSpaces(entities.Text, at + 2)) is not { } length) return null;
        return Shifted(at, length.End, length.Lengths, 1, now);
    }

    private static TimePiece? Length(EntityText entities, int at, DateTime now)
    {
        var text = entities.Text;
        if (Directed(entities, at, now) is { } directed) return directed;
        if (Lengths(entities, at) is not { } length) return null;
        var next = SkipSpaces(text, length.End);
        if (EndsAtAny(text, at, "more than", "less than", "longer than", "at least", "at most") is > 0 and var compared)
            return new TimePiece(at - compared, length.End, TimeKind.Duration, [new(TimeLength.Timex(length.Lengths), default, default)]) { Lengths = length.Lengths, Mod = text[at - compared] is 'l' && text[at - compared + 1] == 'e' ? "less" : "more" };
        if (StartsAtAny(text, next, "ago", "earlier", "back", "before now") is > 0 and var ago) return Shifted(at, next + ago, length.Lengths, -1, now);
        if (StartsAtAny(text, next, "from now", "later", "from today", "after today", "hence") is > 0 and var later && !StartsAt(text, next, "later this")) return Shifted(at, next + later, length.Lengths, 1, now);
        return new TimePiece(at, length.End, TimeKind.Duration, [new(TimeLength.Timex(length.Lengths), default, default)]) { Lengths = length.Lengths };
    }

    // 5 coming minutes, 10 previous weeks
    private static TimePiece? Directed(EntityText entities, int at, DateTime now)
    {
        var text = entities.Text;
        if (!IsWord(text[at]) || NumberModel.At(entities, at) is not { Value: >= 1 and < 1000 } count) return null;
        var next = SkipSpaces(text, count.End);
        var word = StartsAtAny(text, next, "coming", "upcoming", "next", "past", "previous", "last");
        if (word == 0 || UnitAt(text, SkipSpaces(text, next + word)) is not { Unit: not 'E' } unit || text[unit.End - 1] != 's') return null;
        return Many(at, unit.End, count.Value, unit.Unit, text[next] is 'c' or 'u' or 'n' ? 1 : -1, now);
    }

    private static TimePiece? Shifted(int start, int end, List<(char, double)> lengths, int sign, DateTime now)
    {
        if (TimeLength.Shift(now, lengths, sign) is not { } moment) return null;
        return TimeLength.IsOfDays(lengths) ? TimePiece.One(start, end, TimeKind.Date, Timex.Day(moment), moment.Date) : TimePiece.One(start, end, TimeKind.Moment, Timex.Text(moment, "yyyy-MM-ddTHH:mm:ss"), moment);
    }

    // an hour, 3h, 1 hour and 30 minutes, half an hour, several weeks
    private static (List<(char Unit, double Count)> Lengths, int End)? Lengths(EntityText entities, int at)
    {
        var text = entities.Text;
        var lengths = new List<(char Unit, double Count)>();
        var end = at;
        for (var from = at; lengths.Count < 6; from = SkipSpaces(text, end))
        {
            if (lengths.Count > 0) from = SkipSpaces(text, from + (from < text.Length && text[from] == ',' ? 1 : StartsAtAny(text, from, "and")));
            if (Count(entities, from) is not { } count || UnitAt(text, SkipSpaces(text, count.End + (count.End < text.Length && text[count.End] == '-' ? 1 : 0))) is not { Unit: not 'E' } unit) break;
            if (lengths.Count > 0 && !TimeLength.Follows(unit.Unit, lengths[^1].Unit)) break;
            lengths.Add(unit.Unit switch { 'Q' => ('M', count.Value * 3), 'F' => ('W', count.Value * 2), _ => (unit.Unit, count.Value) });
            end = unit.End;
        }
        return lengths.Count > 0 ? (lengths, end) : null;
    }

    private static Amount? Count(EntityText entities, int at)
    {
        var text = entities.Text;
        if (at >= text.Length || !IsWord(text[at]) || at > 0 && IsWord(text[at - 1])) return null;
        if (StartsAtAny(text, at, "half an", "half a") is > 0 and var half) return new Amount(at, at + half, .5);
        if (StartsAtAny(text, at, "a few", "several", "a couple of") is > 0 and var some) return new Amount(at, at + some, text[at] == 'a' && text[at + 2] == 'c' ? 2 : 3);
        if (StartsAtAny(text, at, "an", "a") is > 0 and var article && UnitAt(text, SkipSpaces(text, at + article)) is not null) return new Amount(at, at + article, 1);
        if (IsDigit(text[at]) && DigitAmount.Plain(text, at) is { } plain && UnitAt(text, plain.End) is not null) return plain;
        return NumberModel.At(entities, at) is { Value: > 0 and < 10_000 } number ? number : null;
    }

    private static (char Unit, int End)? UnitAt(string text, int at)
    {
        foreach (var (word, unit) in Units)
        {
            if (at < text.Length && text[at] == word[0] && StartsAt(text, at, word) && !(at + word.Length < text.Length && IsDigit(text[at + word.Length]))) return (unit, at + word.Length);
        }
        return null;
    }
}
