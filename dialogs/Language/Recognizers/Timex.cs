using System.Globalization;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Writes times as TIMEX3 expressions, and finds the days on both sides of now that an incomplete date may mean.</summary>
internal static class Timex
{
    /// <summary>A format with the culture of no country.</summary>
    public static string Text(DateTime moment, string format) => moment.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>2026-11-19</summary>
    public static string Day(DateTime date) => Text(date, "yyyy-MM-dd");

    /// <summary>T16, T16:30 or T16:30:05, as exact as it was said.</summary>
    public static string Clock(DateTime clock, int parts) => Text(clock, parts switch { 1 => "'T'HH", 2 => "'T'HH:mm", _ => "'T'HH:mm:ss" });

    /// <summary>2026-W47</summary>
    public static string Week(DateTime monday) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}");

    /// <summary>Monday of a day's week.</summary>
    public static DateTime Monday(DateTime day) => day.Date.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The last and the next day with that month and number; once where they are the same, none where the calendar has none.</summary>
    public static IReadOnlyList<TimeReading> MonthAndDay(DateTime now, int month, int day)
    {
        var (past, future) = (Find(now.Year, -1, now, month, day), Find(now.Year, 1, now, month, day));
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}");
        return past is { } last && future is { } next ? [new(timex, last, default), new(timex, next, default)] : [];
    }

    /// <summary>The last and the next day with that number.</summary>
    public static IReadOnlyList<TimeReading> DayOfMonth(DateTime now, int day)
    {
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:00}");
        var readings = new List<TimeReading>(2);
        for (var month = FirstOfMonth(now); readings.Count == 0; month = month.AddMonths(-1))
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) <= now.Date) readings.Add(new(timex, month.AddDays(day - 1), default));
        for (var month = FirstOfMonth(now); readings.Count == 1; month = month.AddMonths(1))
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) > now.Date) readings.Add(new(timex, month.AddDays(day - 1), default));
        return readings;
    }

    /// <summary>The last and the next such weekday; 1 is Monday, 7 Sunday.</summary>
    public static IReadOnlyList<TimeReading> Weekday(DateTime now, int weekday)
    {
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}");
        var day = Monday(now).AddDays(weekday - 1);
        var past = day < now.Date ? day : day.AddDays(-7);
        return [new(timex, past, default), new(timex, past.AddDays(7), default)];
    }

    /// <summary>The last such month that has begun, and the next one.</summary>
    public static IReadOnlyList<TimeReading> Month(DateTime now, int month)
    {
        var timex = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}");
        var first = new DateTime(month <= now.Month ? now.Year : now.Year - 1, month, 1);
        return [new(timex, first, first.AddMonths(1)), new(timex, first.AddYears(1), first.AddYears(1).AddMonths(1))];
    }

    /// <summary>A month of a year.</summary>
    public static TimeReading Month(int year, int month)
    {
        var first = new DateTime(year, month, 1);
        return new(Text(first, "yyyy-MM"), first, first.AddMonths(1));
    }

    /// <summary>A year.</summary>
    public static TimeReading Year(int year) => new(year.ToString("0000", CultureInfo.InvariantCulture), new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1));

    /// <summary>The first day of a day's month.</summary>
    public static DateTime FirstOfMonth(DateTime day) => day.Date.AddDays(1 - day.Day);

    /// <summary>Whether the calendar has that day.</summary>
    public static bool Exists(int year, int month, int day) => year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static DateTime? Find(int from, int step, DateTime now, int month, int day)
    {
        for (var year = from; year > from - 9 && year < from + 9; year += step)
        {
            if (!Exists(year, month, day)) continue;
            var date = new DateTime(year, month, day);
            if (step < 0 ? date <= now.Date : date > now.Date) return date;
        }
        return null;
    }
}
