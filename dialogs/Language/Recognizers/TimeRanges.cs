namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Makes ranges of two times of a kind.</summary>
internal static class TimeRanges
{
    /// <summary>From one time of the clock to another; both halves of the day where neither is settled.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <param name="link">Where the whole begins and ends; null when nothing joins them.</param>
    public static TimePiece? Clocks(TimePiece left, TimePiece right, (int Start, int End)? link)
    {
        if (link is not { } whole) return null;
        var readings = new List<TimeReading>();
        for (var at = 0; at < Math.Max(left.Readings.Count, right.Readings.Count); at++)
        {
            var (first, last) = (left.Readings[Math.Min(at, left.Readings.Count - 1)], right.Readings[Math.Min(at, right.Readings.Count - 1)]);
            // "2 and 4:30pm": the first is in the half of the second where that leaves it before.
            if (left.Readings.Count == 2 && right.Readings.Count == 1)
            {
                if (at > 0) break;
                first = left.Readings.LastOrDefault(one => one.Start < last.Start, first);
            }
            if (left.Readings.Count == 1 && right.Readings.Count == 2)
            {
                if (at > 0) break;
                last = right.Readings.FirstOrDefault(one => one.Start > first.Start, last);
            }
            var end = last.Start <= first.Start ? last.Start.AddDays(1) : last.Start;
            readings.Add(new($"({first.Timex},{last.Timex},{TimeLength.Between(first.Start, end, TimeKind.Clock, isOfMonths: false)})", first.Start, end));
        }
        return new TimePiece(whole.Start, whole.End, TimeKind.Hours, readings);
    }

    /// <summary>From one day, period or moment to another.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second; a clock is on the day of the first.</param>
    /// <param name="link">Where the whole begins and ends; null when nothing joins them.</param>
    /// <param name="now">Which reading of a month without a year is the right one.</param>
    public static TimePiece? Days(TimePiece left, TimePiece right, (int Start, int End)? link, DateTime now)
    {
        if (link is not { } whole || left.Readings[0].Timex is ['(', ..] || right.Readings[0].Timex is ['(', ..]) return null;
        var days = left.Kind is TimeKind.Date or TimeKind.Period && right.Kind is TimeKind.Date or TimeKind.Period;
        var moments = left.Kind == TimeKind.Moment && right.Kind is TimeKind.Moment or TimeKind.Clock;
        if (right is { Kind: TimeKind.Moment, Readings: [{ Timex: "PRESENT_REF" }] } && left.Kind is TimeKind.Date or TimeKind.Period) (days, right) = (true, TimePiece.One(right.Start, right.End, TimeKind.Date, Timex.Day(now), now.Date));
        if (left is { Kind: TimeKind.Moment, Readings: [{ Timex: "PRESENT_REF" }] } && right.Kind is TimeKind.Date or TimeKind.Period) (days, left) = (true, TimePiece.One(left.Start, left.End, TimeKind.Date, Timex.Day(now), now.Date));
        if (!days && !moments) return null;
        if (days && right.Readings.Count == 1 && left.Readings.Count == 2 && Anchored(left, right.Readings[0].Start) is { } anchored) left = anchored;
        var readings = new List<TimeReading>();
        for (var at = 0; at < Math.Max(left.Readings.Count, right.Readings.Count); at++)
        {
            var (first, last) = (left.Readings[Math.Min(at, left.Readings.Count - 1)], right.Readings[Math.Min(at, right.Readings.Count - 1)]);
            if (right.Kind == TimeKind.Clock) last = new(OnDay(Timex.Day(first.Start), last.Timex), first.Start.Date + last.Start.TimeOfDay, default);
            if (Range(left.Kind, first, right.Kind, last) is { } range && !readings.Contains(range)) readings.Add(range);
        }
        // The range that runs now is the one that is meant.
        if (readings.Count == 2 && days && left.Kind == TimeKind.Period && readings[0].Start <= now && readings[0].End >= Timex.FirstOfMonth(now) && readings[0].Start.Month != now.Month) readings.RemoveAt(1);
        // A settled end settles the beginning.
        if (left.Readings.Count > 1 && right.Readings.Count == 1) readings = [.. readings.Where(range => range.Start <= range.End).TakeLast(1)];
        return readings.Count == 0 ? null : new TimePiece(whole.Start, whole.End, days ? TimeKind.Period : TimeKind.Span, readings);
    }

    /// <summary>The expression of a clock, of hours or of a part of the day on a day.</summary>
    public static string OnDay(string day, string hours)
    {
        if (hours[0] != '(') return day + hours;
        var parts = hours[1..^1].Split(',');
        return $"({day}{parts[0]},{day}{parts[1]},{parts[2]})";
    }

    // "Jan-Feb 2017": the year that is said once belongs to both.
    private static TimePiece? Anchored(TimePiece left, DateTime end)
    {
        var first = left.Readings[0];
        if (!first.Timex.StartsWith("XXXX-", StringComparison.Ordinal) || first.Timex[5] is 'W' or 'X' || first.Start is { Month: 2, Day: 29 }) return null;
        var start = new DateTime(end.Year, first.Start.Month, first.Start.Day);
        if (start > end) start = start.AddYears(-1);
        return left.Kind == TimeKind.Period ? left with { Readings = [Timex.Month(start.Year, start.Month)] } : left with { Readings = [new(Timex.Day(start), start, default)] };
    }

    private static TimeReading? Range(TimeKind leftKind, TimeReading first, TimeKind rightKind, TimeReading last)
    {
        var (start, end) = (first.Start, last.Start);
        if (end < start && last.Timex.StartsWith("XXXX", StringComparison.Ordinal)) end = end.AddYears(1);
        if (end < start) return null;
        var months = leftKind == TimeKind.Period && rightKind == TimeKind.Period;
        var isYears = months && first.Timex.Length == 4 && last.Timex.Length == 4;
        var length = isYears ? TimeLength.Timex([('Y', end.Year - start.Year)]) : TimeLength.Between(start, end, months ? TimeKind.Period : leftKind == TimeKind.Moment ? TimeKind.Moment : TimeKind.Date, months);
        return new($"({First(first, leftKind)},{First(last, rightKind)},{length})", start, end);
    }

    // A month or a year begins on its first day.
    private static string First(TimeReading reading, TimeKind kind) =>
        kind != TimeKind.Period ? reading.Timex : reading.Timex.StartsWith("XXXX", StringComparison.Ordinal) ? "XXXX" + Timex.Day(reading.Start)[4..] : Timex.Day(reading.Start);
}
