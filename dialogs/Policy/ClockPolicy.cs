using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Turns the playbook's clocks into points in time.</summary>
public static class ClockPolicy
{
    private static readonly TimeSpan LongestSearch = TimeSpan.FromDays(400);

    /// <summary>When something that starts now is due.</summary>
    /// <exception cref="KeyNotFoundException">The playbook has no such clock.</exception>
    public static DateTimeOffset Due(Playbook playbook, string clock, DateTimeOffset now)
    {
        if (!playbook.Clocks.TryGetValue(clock, out var span))
            throw new KeyNotFoundException($"Playbook '{playbook.Id}' has no clock '{clock}'. Known: {string.Join(", ", playbook.Clocks.Keys)}.");
        return span.Working ? AddWorking(playbook.Identity, now, span.Span) : now + span.Span;
    }

    /// <summary>When the customer hears more at the latest, by severity.</summary>
    public static DateTimeOffset NextWord(Playbook playbook, Severity severity, DateTimeOffset now) => Due(playbook, severity switch
    {
        Severity.Major => "progress-major",
        Severity.Important => "progress-important",
        _ => "progress",
    }, now);

    /// <summary>Whether people are at the desk.</summary>
    public static bool IsOpen(Identity identity, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone(identity));
        return IsWorked(identity.Hours, local) && TimeOnly.FromTimeSpan(local.TimeOfDay) is var time && time >= identity.Hours.Open && time < identity.Hours.Close;
    }

    /// <summary>The next moment at which people are at the desk; now when they are.</summary>
    public static DateTimeOffset NextOpening(Identity identity, DateTimeOffset from) => IsOpen(identity, from) ? from : NextStart(identity, from);

    /// <summary>Adds working time: the clock stands still outside opening hours and on holidays.</summary>
    private static DateTimeOffset AddWorking(Identity identity, DateTimeOffset from, TimeSpan span)
    {
        var at = NextOpening(identity, from);
        var end = from + LongestSearch;
        while (at < end)
        {
            var left = Close(identity, at) - at;
            if (span <= left) return (at + span).ToOffset(from.Offset);
            span -= left;
            at = NextStart(identity, at + left);
        }

        throw new InvalidOperationException($"No working time within {LongestSearch.Days} days: see the hours of this playbook.");
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
            if (start >= from && IsWorked(identity.Hours, start)) return start.ToOffset(from.Offset);
        }

        throw new InvalidOperationException($"No working day within {LongestSearch.Days} days: see the hours of this playbook.");
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new(local, zone.GetUtcOffset(local));
    }

    private static bool IsWorked(OpeningHours hours, DateTimeOffset local) =>
        hours.Days.Contains(local.DayOfWeek) && !hours.Holidays.Contains(DateOnly.FromDateTime(local.DateTime));

    private static TimeZoneInfo Zone(Identity identity) => TimeZoneInfo.FindSystemTimeZoneById(identity.TimeZone);
}
