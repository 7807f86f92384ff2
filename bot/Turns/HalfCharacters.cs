using System.Globalization;

namespace ComplaintBot.Turns;

/// <summary>
/// Half characters (lone surrogates) written as escapes. Many programs cut texts in the middle of an emoji and write such JSON; our reader
/// refuses it, and a customer's message should not be lost for it.
/// </summary>
internal static class HalfCharacters
{
    private const int Escape = 6;
    private const string Replacement = @"\ufffd";

    /// <summary>The same JSON with the replacement character for every half; the same object when there is none.</summary>
    public static string Mend(string json)
    {
        if (!json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)) return json;
        var mended = json;
        for (var i = json.IndexOf('\\', StringComparison.Ordinal); i >= 0 && i + 1 < json.Length; i = json.IndexOf('\\', i))
        {
            var unit = Unit(json, i);
            if (unit is { } high && char.IsHighSurrogate(high) && Unit(json, i + Escape) is { } low && char.IsLowSurrogate(low)) i += 2 * Escape;
            else if (unit is { } half && char.IsSurrogate(half)) mended = string.Concat(mended.AsSpan(0, i), Replacement, mended.AsSpan((i += Escape)));
            else i += unit is null ? 2 : Escape;
            if (i >= json.Length) break;
        }

        return mended;
    }

    /// <summary>The UTF-16 unit that is escaped at a place, or null.</summary>
    private static char? Unit(string json, int at) =>
        at + Escape <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
