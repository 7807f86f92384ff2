using System.Globalization;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Lengths of time by their units: Y, M (months), W, D, H, m (minutes), S.</summary>
internal static class TimeLength
{
    private const string Units = "YMWDHmS";

    /// <summary>PT1H30M, P3W, P0.5Y</summary>
    public static string Timex(IReadOnlyList<(char Unit, double Count)> lengths)
    {
        var (days, hours) = ("", "");
        foreach (var (unit, count) in lengths)
        {
            var written = count.ToString("G15", CultureInfo.InvariantCulture) + char.ToUpperInvariant(unit);
            if (unit is 'H' or 'm' or 'S') hours += written;
            else days += written;
        }
        return "P" + days + (hours.Length > 0 ? "T" + hours : "");
    }

    /// <summary>Seconds, a month of 30 and a year of 365 days.</summary>
    public static double Seconds(IReadOnlyList<(char Unit, double Count)> lengths)
    {
        double seconds = 0;
        foreach (var (unit, count) in lengths) seconds += count * unit switch { 'Y' => 31_536_000, 'M' => 2_592_000, 'W' => 604_800, 'D' => 86_400, 'H' => 3600, 'm' => 60, _ => 1 };
        return seconds;
    }

    /// <summary>A moment so long before or after another, or null when the calendar does not reach so far.</summary>
    public static DateTime? Shift(DateTime from, IReadOnlyList<(char Unit, double Count)> lengths, int sign)
    {
        foreach (var (unit, count) in lengths)
        {
            var months = unit == 'Y' ? count * 12 : unit == 'M' ? count : 0;
            var seconds = months > 0 ? 0 : Seconds([(unit, count)]);
            if (months > 12_000 || seconds > 3e10) return null;
            from = months > 0 ? from.AddMonths(sign * (int)months) : from.AddSeconds(sign * seconds);
        }
        return from;
    }

    /// <summary>Whether all units are days or longer.</summary>
    public static bool IsOfDays(IReadOnlyList<(char Unit, double Count)> lengths)
    {
        foreach (var (unit, _) in lengths)
        {
            if (unit is 'H' or 'm' or 'S') return false;
        }
        return true;
    }

    /// <summary>The length between two moments in the largest units that leave nothing: years, months, days for days, hours and less for clocks.</summary>
    public static string Between(DateTime from, DateTime to, TimeKind kind, bool isOfMonths)
    {
        if (kind is TimeKind.Date or TimeKind.Period)
        {
            var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
            return isOfMonths && from.Day == to.Day ? Timex([('M', months)]) : Timex([('D', (to - from).TotalDays)]);
        }
        var length = to - from;
        var parts = new List<(char, double)>();
        var hours = Math.Floor(length.TotalHours);
        if (hours > 0) parts.Add(('H', hours));
        if (length.Minutes > 0) parts.Add(('m', length.Minutes));
        if (length.Seconds > 0 || parts.Count == 0) parts.Add(('S', length.Seconds));
        return Timex(parts);
    }

    /// <summary>Whether one unit is smaller than another, so that it may follow it.</summary>
    public static bool Follows(char unit, char before) => Units.IndexOf(unit) > Units.IndexOf(before);
}
