namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A piece of a statement of time: a day, a part of the day, a clock time, or a moment.</summary>
internal readonly record struct TimeAtom(int Start, int End, TimeAtomKind Kind)
{
    /// <summary>The day; the first of the month or year where only that was said.</summary>
    public DateOnly Date { get; init; }

    /// <summary>The moment, for <see cref="TimeAtomKind.Moment"/>.</summary>
    public DateTime Moment { get; init; }

    /// <summary>The part of the day, if one was said ("昨晚" is a day with a part).</summary>
    public DayPart Part { get; init; }

    /// <summary>Minutes since midnight as said, for <see cref="TimeAtomKind.Clock"/>.</summary>
    public int Minutes { get; init; }

    /// <summary>Whether the clock time leaves no choice between morning and afternoon.</summary>
    public bool Settled { get; init; }

    /// <summary>Whether this needs a neighbour to be believed ("at 7").</summary>
    public bool Weak { get; init; }
}

/// <summary>What a <see cref="TimeAtom"/> gives.</summary>
internal enum TimeAtomKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A month without a day.</summary>
    Month,

    /// <summary>A year without a month.</summary>
    Year,

    /// <summary>A part of the day alone.</summary>
    Part,

    /// <summary>A time of the clock.</summary>
    Clock,

    /// <summary>A moment counted from now.</summary>
    Moment,
}

/// <summary>Parts of the day as far as they settle which half of the clock is meant.</summary>
internal enum DayPart
{
    /// <summary>None was said.</summary>
    None,

    /// <summary>早上, 上午, morning.</summary>
    Morning,

    /// <summary>中午, noon: 12:00 when no hour is given.</summary>
    Noon,

    /// <summary>下午, afternoon.</summary>
    Afternoon,

    /// <summary>晚上, evening, tonight.</summary>
    Evening,

    /// <summary>半夜, 夜里, night: late or early hours.</summary>
    Night,

    /// <summary>凌晨, early hours.</summary>
    Dawn,

    /// <summary>Midnight: 00:00.</summary>
    Midnight,
}
