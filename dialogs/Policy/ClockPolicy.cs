using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Turns the playbook's clocks into points in time.</summary>
public static class ClockPolicy
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestSearch = TimeSpan.FromDays(800);

    /// <summary>
    /// When something that starts now is due, with the offset of <paramref name="now"/>. In a working clock whole days are working days,
    /// each from an hour to the same hour of the next day that is worked; what is left of a day is working time.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The playbook has no such clock.</exception>
    public static DateTimeOffset Due(Playbook playbook, string clock, DateTimeOffset now)
    {
        if (!playbook.Clocks.TryGetValue(clock, out var span))
            throw new KeyNotFoundException($"Playbook '{playbook.Id}' has no clock '{clock}'. Known: {string.Join(", ", playbook.Clocks.Keys)}.");
        return span.Working ? AddWorking(playbook.Identity, now, span.Span) : now + span.Span;
    }

    /// <summary>
    /// When the customer hears more at the latest, by severity. Nobody is written to at three in the morning: a time outside the hours is
    /// brought forward to the closing before it, as long as that lies ahead.
    /// </summary>
    public static DateTimeOffset NextWord(Playbook playbook, Severity severity, DateTimeOffset now)
    {
        var due = Due(playbook, severity switch
        {
            Severity.Major => ClockNames.ProgressMajor,
            Severity.Important => ClockNames.ProgressImportant,
            _ => ClockNames.Progress,
        }, now);
        if (IsOpen(playbook.Identity, due) || !IsOpen(playbook.Identity, now)) return due;
        var closing = Close(playbook.Identity, now).ToOffset(now.Offset);
        return closing - now > HalfHour && closing < due ? closing : due;
    }

    /// <summary>Whether people are at the desk.</summary>
    public static bool IsOpen(Identity identity, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone(identity));
        var time = TimeOnly.FromDateTime(local.DateTime);
        return IsWorked(identity.Hours, DateOnly.FromDateTime(local.DateTime)) && time >= identity.Hours.Open && time < identity.Hours.Close;
    }

    /// <summary>The next moment at which people are at the desk; now when they are.</summary>
    public static DateTimeOffset NextOpening(Identity identity, DateTimeOffset from) => IsOpen(identity, from) ? from : NextStart(identity, from);

    /// <summary>Adds working days and working time: the clock stands still outside opening hours and on holidays.</summary>
    private static DateTimeOffset AddWorking(Identity identity, DateTimeOffset from, TimeSpan span)
    {
        var at = AddDays(identity, NextOpening(identity, from), span.Days);
        var rest = span - TimeSpan.FromDays(span.Days);
        while (at - from < LongestSearch)
        {
            var left = Close(identity, at) - at;
            if (rest <= left) return (at + rest).ToOffset(from.Offset);
            rest -= left;
            at = NextStart(identity, at + left);
        }

        throw new InvalidOperationException($"No working time within {LongestSearch.Days} days: see the hours of this playbook.");
    }

    private static DateTimeOffset AddDays(Identity identity, DateTimeOffset from, int days)
    {
        var zone = Zone(identity);
        var local = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        var (day, time, searched) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), 0);
        for (var left = days; left > 0; searched++)
        {
            if (searched > LongestSearch.Days) throw new InvalidOperationException($"No {days} working days within {LongestSearch.Days} days: see the hours of this playbook.");
            day = day.AddDays(1);
            if (IsWorked(identity.Hours, day)) left--;
        }

        return days == 0 ? from : At(day, time, zone);
    }

    private static DateTimeOffset Close(Identity identity, DateTimeOffset at)
    {
        var zone = Zone(identity);
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return At(DateOnly.FromDateTime(local.DateTime), identity.Hours.Close, zone);
    }

    private static DateTimeOffset NextStart(Identity identity, DateTimeOffset from)
    {
        var zone = Zone(identity);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        for (var i = 0; i <= LongestSearch.Days; i++)
        {
            var start = At(day.AddDays(i), identity.Hours.Open, zone);
            if (start >= from && IsWorked(identity.Hours, day.AddDays(i))) return start.ToOffset(from.Offset);
        }

        throw new InvalidOperationException($"No working day within {LongestSearch.Days} days: see the hours of this playbook.");
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new(local, zone.GetUtcOffset(local));
    }

    private static bool IsWorked(OpeningHours hours, DateOnly day) => hours.Days.Contains(day.DayOfWeek) && !hours.Holidays.Contains(day);

    private static TimeZoneInfo Zone(Identity identity) => identity.Zone;
}
