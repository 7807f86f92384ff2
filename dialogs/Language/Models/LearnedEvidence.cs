using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Finds the words that made the model say what it said.</summary>
internal static class LearnedEvidence
{
    private const float Telling = 0.5f;

    /// <summary>The stretch of a normalized text that speaks most for an output: the strongest gram, and those that overlap it and are half as strong.</summary>
    /// <returns>Where it begins and how long it is; the whole text when no gram speaks for the output.</returns>
    public static (int Start, int Length) Find(Judged judged, int output, ReadOnlySpan<char> text)
    {
        var grams = new FeatureList(64 + 8 * text.Length);
        GramReader.Read(text, ref grams);
        var shares = ArrayPool<float>.Shared.Rent(grams.Count);
        judged.Model.Explain(judged, output, grams.All, shares);
        var span = Widen(grams.All, shares, text.Length);
        ArrayPool<float>.Shared.Return(shares);
        grams.Dispose();
        return span;
    }

    private static (int Start, int Length) Widen(ReadOnlySpan<Feature> grams, ReadOnlySpan<float> shares, int textLength)
    {
        var best = -1;
        for (var at = 0; at < grams.Length; at++)
            if (shares[at] > 0 && grams[at].Length > 1 && (best < 0 || shares[at] > shares[best])) best = at;
        if (best < 0) return (0, textLength);
        var (from, to) = (grams[best].Start, grams[best].Start + grams[best].Length);
        for (var at = 0; at < grams.Length; at++)
        {
            var (start, end) = (grams[at].Start, grams[at].Start + grams[at].Length);
            if (shares[at] < Telling * shares[best] || start >= grams[best].Start + grams[best].Length || end <= grams[best].Start) continue;
            (from, to) = (Math.Min(from, start), Math.Max(to, end));
        }
        return (from, to - from);
    }
}
