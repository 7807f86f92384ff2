using System.Globalization;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class ClockPolicyTests
{
    private const string Shanghai = "Asia/Shanghai";
    private const string London = "Europe/London";
    private const string NewYork = "America/New_York";

    /// <summary>Monday to Friday from 09:00 to 18:00; 1 January 2027 is a Friday and a holiday.</summary>
    [Theory]
    [InlineData(Shanghai, "2026-11-18T10:00+08:00", "04:00", "2026-11-18T14:00+08:00")] // within a day
    [InlineData(Shanghai, "2026-11-18T17:00+08:00", "04:00", "2026-11-19T12:00+08:00")] // over a night
    [InlineData(Shanghai, "2026-11-20T17:30+08:00", "01:00", "2026-11-23T09:30+08:00")] // over a weekend
    [InlineData(Shanghai, "2026-11-18T17:00+08:00", "01:00", "2026-11-18T18:00+08:00")] // to the very end of a day
    [InlineData(Shanghai, "2026-11-18T03:00+08:00", "00:30", "2026-11-18T09:30+08:00")] // from before the doors open
    [InlineData(Shanghai, "2026-11-21T12:00+08:00", "00:30", "2026-11-23T09:30+08:00")] // from a Saturday
    [InlineData(Shanghai, "2026-12-31T17:00+08:00", "02:00", "2027-01-04T10:00+08:00")] // over a holiday and a weekend
    [InlineData(Shanghai, "2026-11-18T10:00+08:00", "20:00", "2026-11-20T12:00+08:00")] // more hours than a day has
    [InlineData(Shanghai, "2026-11-18T10:00+08:00", "5.00:00", "2026-11-25T10:00+08:00")] // five working days
    [InlineData(Shanghai, "2026-11-21T12:00+08:00", "2.00:00", "2026-11-25T09:00+08:00")] // two, from a Saturday
    [InlineData(Shanghai, "2026-12-30T10:00+08:00", "2.00:00", "2027-01-04T10:00+08:00")] // two, over a holiday
    [InlineData(Shanghai, "2026-11-18T10:00+08:00", "1.02:00", "2026-11-19T12:00+08:00")] // a day and two hours
    [InlineData(Shanghai, "2026-11-18T02:00+00:00", "04:00", "2026-11-18T06:00+00:00")] // in the customer's offset
    [InlineData(London, "2026-10-23T17:00+01:00", "02:00", "2026-10-26T11:00+01:00")] // the clocks go back on the Sunday between
    [InlineData(London, "2026-03-27T17:00+00:00", "02:00", "2026-03-30T09:00+00:00")] // the clocks go forward
    [InlineData(London, "2026-10-23T10:00+01:00", "1.00:00", "2026-10-26T11:00+01:00")] // a working day keeps the hour of the place
    [InlineData(NewYork, "2026-03-06T17:30-05:00", "01:00", "2026-03-09T08:30-05:00")]
    [InlineData(NewYork, "2026-10-30T17:30-04:00", "01:00", "2026-11-02T10:30-04:00")]
    public void Working_time_stands_still_while_nobody_works(string zone, string now, string span, string due) =>
        Assert.Equal(At(due), ClockPolicy.Due(Book(zone, TimeSpan.Parse(span, CultureInfo.InvariantCulture), working: true), "test", At(now)));

    [Theory]
    [InlineData(London, "2026-03-28T10:00+00:00", "24:00", "2026-03-29T10:00+00:00")]
    [InlineData(NewYork, "2026-10-31T10:00-04:00", "24:00", "2026-11-01T10:00-04:00")]
    public void Calendar_time_runs_on_whatever_the_clocks_of_the_place_do(string zone, string now, string span, string due) =>
        Assert.Equal(At(due), ClockPolicy.Due(Book(zone, Hours(span), working: false), "test", At(now)));

    [Theory]
    [InlineData(London, "00:30", "04:00", "2026-10-25T00:00+01:00", 4.5)] // the night with 25 hours: half past midnight to four is longer
    [InlineData(London, "00:30", "04:00", "2026-03-29T00:00+00:00", 2.5)] // the night with 23 hours
    [InlineData(NewYork, "00:30", "04:00", "2026-11-01T00:00-04:00", 4.5)]
    [InlineData(NewYork, "00:30", "04:00", "2026-03-08T00:00-05:00", 2.5)]
    public void A_shift_in_the_night_of_the_change_is_as_long_as_it_really_is(string zone, string open, string close, string now, double hours)
    {
        var all = Enum.GetValues<DayOfWeek>();
        var shift = new OpeningHours(TimeOnly.Parse(open, CultureInfo.InvariantCulture), TimeOnly.Parse(close, CultureInfo.InvariantCulture), all, []);
        var book = Book(zone, TimeSpan.FromHours(hours), working: true, shift);

        Assert.Equal(At(now).Date, ClockPolicy.Due(book, "test", At(now)).Date);
        Assert.Equal(At(now).AddDays(1).Date, ClockPolicy.Due(Book(zone, TimeSpan.FromHours(hours + 0.1), working: true, shift), "test", At(now)).ToOffset(Zone(zone).GetUtcOffset(At(now).AddDays(1))).Date);
    }

    [Fact]
    public void Doors_that_open_in_the_hour_that_is_skipped_open_an_hour_later()
    {
        var shift = new OpeningHours(new(1, 30), new(5, 0), Enum.GetValues<DayOfWeek>(), []);

        Assert.Equal(At("2026-03-29T02:30+01:00"), ClockPolicy.NextOpening(Book(London, TimeSpan.FromHours(1), true, shift).Identity, At("2026-03-29T00:00+00:00")));
    }

    [Theory]
    [InlineData("2026-11-18T08:59:59+08:00", false, "2026-11-18T09:00+08:00")]
    [InlineData("2026-11-18T09:00+08:00", true, "2026-11-18T09:00+08:00")]
    [InlineData("2026-11-18T17:59:59+08:00", true, "2026-11-18T17:59:59+08:00")]
    [InlineData("2026-11-18T18:00+08:00", false, "2026-11-19T09:00+08:00")]
    [InlineData("2026-11-21T12:00+08:00", false, "2026-11-23T09:00+08:00")]
    [InlineData("2027-01-01T12:00+08:00", false, "2027-01-04T09:00+08:00")]
    [InlineData("2026-11-18T00:30-05:00", true, "2026-11-18T00:30-05:00")]
    public void People_are_at_the_desk_in_the_hours_of_the_place(string at, bool open, string next)
    {
        var identity = Book(Shanghai, TimeSpan.FromHours(1), true).Identity;

        Assert.Equal(open, ClockPolicy.IsOpen(identity, At(at)));
        Assert.Equal(At(next), ClockPolicy.NextOpening(identity, At(at)));
    }

    [Theory]
    [InlineData(Severity.Minor, 24)]
    [InlineData(Severity.Important, 8)] // Twelve hours end at night: the word comes by closing time.
    [InlineData(Severity.Major, 4)]
    public void The_graver_the_sooner_the_next_word(Severity severity, int hours) =>
        Assert.Equal(At("2026-11-18T10:00+08:00").AddHours(hours), ClockPolicy.NextWord(Given.General, severity, At("2026-11-18T10:00+08:00")));

    [Fact]
    public void Procurement_answers_within_five_working_days() =>
        Assert.Equal(At("2026-11-25T10:00+08:00"), ClockPolicy.NextWord(Given.Shipped["procurement"], Severity.Minor, At("2026-11-18T10:00+08:00")));

    [Fact]
    public void An_unknown_clock_is_refused_with_what_there_is() =>
        Assert.Contains("progress", Assert.Throws<KeyNotFoundException>(() => ClockPolicy.Due(Given.General, "nap", At("2026-11-18T10:00+08:00"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Hours_that_nobody_works_are_an_error_and_no_endless_search()
    {
        var book = Book(Shanghai, TimeSpan.FromHours(1), true, new(new(9, 0), new(18, 0), [], []));

        Assert.Throws<InvalidOperationException>(() => ClockPolicy.Due(book, "test", At("2026-11-18T10:00+08:00")));
    }

    [Fact]
    public void What_is_due_is_never_before_now_in_working_hours_and_keeps_the_offset() => Prop.ForAll(
        (from zone in Gen.Elements(Shanghai, London, NewYork)
         from minute in Gen.Choose(0, 2 * 365 * 24 * 60)
         from span in Gen.Choose(1, 20 * 24 * 60)
         from offset in Gen.Choose(-12, 14)
         select (zone, minute, span, offset)).ToArbitrary(),
        drawn =>
        {
            var (zone, minute, span, offset) = drawn;
            var now = At("2026-01-01T00:00+00:00").AddMinutes(minute).ToOffset(TimeSpan.FromHours(offset));
            var book = Book(zone, TimeSpan.FromMinutes(span), working: true);
            var due = ClockPolicy.Due(book, "test", now);
            return due >= now && due.Offset == now.Offset && (ClockPolicy.IsOpen(book.Identity, due) || ClockPolicy.IsOpen(book.Identity, due.AddTicks(-1)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_asks_later_is_never_answered_sooner() => Prop.ForAll(
        (from zone in Gen.Elements(Shanghai, London, NewYork)
         from minute in Gen.Choose(0, 2 * 365 * 24 * 60)
         from later in Gen.Choose(0, 4000)
         from span in Gen.Choose(1, 10 * 24 * 60)
         select (zone, minute, later, span)).ToArbitrary(),
        drawn =>
        {
            var now = At("2026-01-01T00:00+00:00").AddMinutes(drawn.minute);
            var book = Book(drawn.zone, TimeSpan.FromMinutes(drawn.span), working: true);
            return ClockPolicy.Due(book, "test", now) <= ClockPolicy.Due(book, "test", now.AddMinutes(drawn.later));
        }).QuickCheckThrowOnFailure();

    private static Playbook Book(string zone, TimeSpan span, bool working, OpeningHours? hours = null)
    {
        hours ??= new(new(9, 0), new(18, 0), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], [new(2027, 1, 1)]);
        return Given.General with
        {
            Identity = Given.General.Identity with { TimeZone = zone, Hours = hours },
            Clocks = new Dictionary<string, Clock> { ["test"] = new(span, working) },
        };
    }

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static TimeSpan Hours(string text) => TimeSpan.FromHours(double.Parse(text.Split(':')[0], CultureInfo.InvariantCulture));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
