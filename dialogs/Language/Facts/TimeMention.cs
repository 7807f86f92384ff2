namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A time as somebody said it, resolved against the customer's clock.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Value"><c>2026-11-19</c>, with a clock time <c>2026-11-19T16:00</c>; <c>2026-10</c> or <c>2025</c> where no more was said.</param>
internal readonly record struct TimeMention(Span Span, string Value)
{
    /// <summary>Whether it says how long a state has lasted.</summary>
    public bool Lasting { get; init; }

    /// <summary>Whether a day was named, and not only an hour.</summary>
    public bool HasDay { get; init; }

    /// <summary>Whether it lies ahead.</summary>
    public bool Future { get; init; }

    /// <summary>Whether it is the month that still runs, which places nothing.</summary>
    public bool Current { get; init; }

    /// <summary>Whether it is no more than a part of the day, which is often said in general ("早上都不开门").</summary>
    public bool Vague { get; init; }
}
