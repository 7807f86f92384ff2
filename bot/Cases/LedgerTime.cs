using System.Globalization;

namespace ComplaintBot.Cases;

/// <summary>Times as the ledger holds them: with their offset and to the tick, for the hash covers both.</summary>
internal static class LedgerTime
{
    /// <summary>A time as it is kept.</summary>
    public static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A kept time.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateTimeOffset Of(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
