namespace ComplaintBot.Turns.Sqlite;

/// <summary>Times as the tables hold them: ticks of 100 ns in UTC.</summary>
internal static class Stamp
{
    /// <summary>A time as it is stored.</summary>
    public static long Of(DateTimeOffset time) => time.UtcTicks;

    /// <summary>A stored time.</summary>
    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>
    /// The time of the next line of a conversation: whole milliseconds, for browsers know no finer ones, and at least one after the line
    /// before, even if our clock stood still or went back.
    /// </summary>
    public static long After(long before, DateTimeOffset at) =>
        Math.Max(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), before + TimeSpan.TicksPerMillisecond);
}
