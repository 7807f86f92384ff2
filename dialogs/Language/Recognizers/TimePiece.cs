namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>A statement of time or a part of one, with every reading that is possible: a weekday without more is the last or the next one.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Readings">The readings, the past before the future and the morning before the evening.</param>
internal sealed record TimePiece(int Start, int End, TimeKind Kind, IReadOnlyList<TimeReading> Readings)
{
    /// <summary>before, after, since, until or approx; null when the time itself is meant.</summary>
    public string? Mod { get; init; }

    /// <summary>Whether it is a time only beside a day ("at 5").</summary>
    public bool IsWeak { get; init; }

    /// <summary>For <see cref="TimeKind.Duration"/>: its parts, the largest unit first.</summary>
    public IReadOnlyList<(char Unit, double Count)> Lengths { get; init; } = [];

    /// <summary>A statement with one reading.</summary>
    public static TimePiece One(int start, int end, TimeKind kind, string timex, DateTime from, DateTime to = default) => new(start, end, kind, [new(timex, from, to)]);
}

/// <summary>What a <see cref="TimePiece"/> says.</summary>
internal enum TimeKind
{
    /// <summary>A day.</summary>
    Date,

    /// <summary>A week, a month, a year or more days.</summary>
    Period,

    /// <summary>A time of the clock, on the first day of the calendar.</summary>
    Clock,

    /// <summary>A part of the day or from one time of the clock to another.</summary>
    Hours,

    /// <summary>A time on a day.</summary>
    Moment,

    /// <summary>From one moment to another.</summary>
    Span,

    /// <summary>A length of time that is nowhere on the calendar.</summary>
    Duration,
}

/// <summary>One way to read a statement.</summary>
/// <param name="Timex">The TIMEX3 expression.</param>
/// <param name="Start">When, or when it begins.</param>
/// <param name="End">Behind its last moment, for what has a length.</param>
internal readonly record struct TimeReading(string Timex, DateTime Start, DateTime End);
