namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A text in which times are looked for, with its numerals and the customer's clock.</summary>
internal sealed class TimeText(string text, List<Numeral> numerals, DateTimeOffset now)
{
    /// <summary>The normalised text.</summary>
    public string Text => text;

    /// <summary>The customer's clock.</summary>
    public DateTime Now { get; } = now.DateTime;

    /// <summary>The customer's day.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(now.DateTime);

    /// <summary>The numeral that begins at a place; behind a weekday it may begin inside a run (周三十点).</summary>
    public Numeral? NumeralAt(int at)
    {
        if (at >= text.Length || !ChineseNumerals.IsPart(text[at]) && !Characters.IsWord(text[at])) return null;
        int low = 0, high = numerals.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (numerals[middle].Start == at) return numerals[middle];
            if (numerals[middle].Start < at) low = middle + 1;
            else high = middle - 1;
        }
        return at >= 2 && text[at - 2] is ('周' or '期' or '拜') && ChineseNumerals.IsPart(text[at]) ? ChineseNumerals.Read(text, at) : null;
    }

    /// <summary>A whole number within bounds that begins at a place, or null.</summary>
    public Numeral? WholeAt(int at, int low, int high) => NumeralAt(at) is { } numeral && numeral.IsWhole(low, high) ? numeral : null;

    /// <summary>The most recent day with that number in a month, not behind today; null when there is none.</summary>
    public DateOnly? LastDay(int day)
    {
        for (var month = Today.AddDays(1 - Today.Day); month > Today.AddMonths(-4); month = month.AddMonths(-1))
        {
            if (day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) <= Today) return month.AddDays(day - 1);
        }
        return null;
    }

    /// <summary>The most recent day with that month and number; null when the calendar has none.</summary>
    public DateOnly? LastDay(int month, int day)
    {
        for (var year = Today.Year; year > Today.Year - 5; year--)
        {
            if (Day(year, month, day) is { } date && date <= Today) return date;
        }
        return null;
    }

    /// <summary>A day of the calendar, or null when there is none such.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>Monday of the customer's week.</summary>
    public DateOnly Monday => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));

    /// <summary>The day of that weekday before today (today itself is a week ago: who means today says so).</summary>
    /// <param name="weekday">0 for Monday to 6 for Sunday.</param>
    public DateOnly LastWeekday(int weekday) => Monday.AddDays(weekday) is var date && date < Today ? date : date.AddDays(-7);
}
