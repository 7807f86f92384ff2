namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>
/// A message in the form in which words are looked for, with the way back to what was written: half-width, simplified, lower
/// case, without invisible characters, at most three of the same letter or mark in a row.
/// </summary>
public sealed class NormalizedText
{
    private readonly int[] origin;

    private NormalizedText(string source, string text, int[] origin)
    {
        Source = source;
        Text = text;
        this.origin = origin;
    }

    /// <summary>The message as it came.</summary>
    public string Source { get; }

    /// <summary>The form for matching.</summary>
    public string Text { get; }

    /// <summary>Normalises a message in one pass.</summary>
    public static NormalizedText From(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var simplified = ScriptTables.Simplified;
        var origin = new int[source.Length];
        var buffer = source.Length <= 1024 ? stackalloc char[source.Length] : new char[source.Length];
        var length = 0;
        for (var at = 0; at < source.Length; at++)
        {
            var unit = source[at];
            if (unit >= 0x80)
            {
                if (IsInvisible(unit)) continue;
                unit = simplified[Halved(unit)];
                if (unit >= 0x80) unit = char.ToLowerInvariant(unit);
            }
            if (unit < 0x80)
            {
                if (unit is '\t' or '\r') unit = ' ';
                else if (unit is < ' ' or '\x7f' && unit != '\n') continue;
                else if (unit is >= 'A' and <= 'Z') unit = (char)(unit | 0x20);
            }
            // Digits are never shortened: 10000 is not 1000.
            if (length >= 3 && unit == buffer[length - 1] && unit == buffer[length - 2] && unit == buffer[length - 3] && !char.IsDigit(unit)) continue;
            buffer[length] = unit;
            origin[length++] = at;
        }
        return new NormalizedText(source, new string(buffer[..length]), origin);
    }

    /// <summary>What was written where the normalised characters <paramref name="start"/> to <paramref name="start"/> + <paramref name="length"/> stand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside <see cref="Text"/>.</exception>
    public string Original(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Text.Length);
        return length == 0 ? "" : Source[origin[start]..(origin[start + length - 1] + 1)];
    }

    /// <summary>Where in <see cref="Source"/> the normalised character at <paramref name="index"/> stands.</summary>
    public int OriginalIndex(int index) => index < Text.Length ? origin[index] : Source.Length;

    private static bool IsInvisible(char unit) =>
        unit is (>= '\x80' and < '\xA0') or '\xAD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');

    private static char Halved(char unit) => unit switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(unit - 0xFEE0),
        '\u3000' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' => ' ',
        '\uFFE5' => '¥',
        '\uFFE1' => '£',
        '“' or '”' or '„' or '「' or '」' or '『' or '』' => '"',
        '‘' or '’' or '´' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        _ => unit,
    };
}
