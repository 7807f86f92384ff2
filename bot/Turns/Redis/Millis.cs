using System.Globalization;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// Times as Redis holds them: whole milliseconds since 1970, for its scores are numbers of 53 bits. What is due is rounded up and the
/// time it is asked at down, so nothing comes early.
/// </summary>
internal static class Millis
{
    /// <summary>The millisecond a time lies in.</summary>
    public static long Floor(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>The first whole millisecond that is not before a time.</summary>
    public static long Ceiling(DateTimeOffset time) => Floor(time) + (time.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? 0 : 1);

    /// <summary>A stored time.</summary>
    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>A stored number.</summary>
    public static long Number(ReadOnlySpan<char> text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>A number as it is stored.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
