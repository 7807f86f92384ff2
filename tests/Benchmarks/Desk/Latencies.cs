using System.Globalization;

namespace ComplaintBot.Benchmarks.Desk;

/// <summary>How long things took.</summary>
internal static class Latencies
{
    /// <summary>The value that this share of all do not exceed.</summary>
    public static double At(this IReadOnlyList<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    /// <summary>The usual figures as cells of a table.</summary>
    public static string Cells(this IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted.At(0.50):F0} | {sorted.At(0.95):F0} | {sorted.At(0.99):F0} | {sorted.At(1):F0}");
    }
}
