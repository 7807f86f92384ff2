namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>
/// A message in the form in which words are looked for, with the way back to what was written: half-width, simplified, lower
/// case, without invisible characters, accents and skin tones, no mark, emoji or Chinese character more than three times in a row,
/// drawn-out English words in their usual spelling, and every web address as one <see cref="WebAddress"/>.
/// </summary>
public sealed class NormalizedText
{
    /// <summary>What stands for a web address: no letter, no digit, no word.</summary>
    public const char WebAddress = '\uFFFC';

    private const int OnStack = 512;

    // Where each character comes from, and the source's length behind the last; null when all stand in their places.
    private readonly int[]? origin;

    private NormalizedText(string source, string text, int[]? origin)
    {
        Source = source;
        Text = text;
        this.origin = origin;
    }

    /// <summary>The message as it came.</summary>
    public string Source { get; }

    /// <summary>The form for matching; never longer than <see cref="Source"/>.</summary>
    public string Text { get; }

    /// <summary>Normalises a message, in time proportional to its length. Any string is accepted, broken surrogates as well.</summary>
    public static NormalizedText From(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Span<char> units = source.Length <= OnStack ? stackalloc char[source.Length] : new char[source.Length];
        Span<int> origins = source.Length <= OnStack ? stackalloc int[source.Length] : new int[source.Length];
        var normalizer = new Normalizer(units, origins);
        normalizer.Run(source);
        var found = units[..normalizer.Length];
        return new NormalizedText(source, found.SequenceEqual(source) ? source : new string(found), found.Length == source.Length ? null : [.. origins[..found.Length], source.Length]);
    }

    /// <summary>What was written where the normalised characters <paramref name="start"/> to <paramref name="start"/> + <paramref name="length"/> stand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside <see cref="Text"/>.</exception>
    public string Original(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Text.Length - start);
        return length == 0 ? "" : Source[OriginalIndex(start)..EndOf(start + length - 1)];
    }

    /// <summary>Where in <see cref="Source"/> the normalised character at <paramref name="index"/> stands.</summary>
    public int OriginalIndex(int index) => index >= Text.Length ? Source.Length : origin is null ? index : origin[index];

    // A web address reaches to the character behind it; all others are one unit of the source.
    private int EndOf(int index) => Text[index] == WebAddress ? OriginalIndex(index + 1) : OriginalIndex(index) + 1;
}
