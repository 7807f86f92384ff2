using System.Globalization;
using System.Text;

namespace ComplaintBot.Channels;

/// <summary>
/// Splits long text into parts a channel takes: at the end of a paragraph, else of a sentence, else at a comma or space, and only when there is
/// none of these anywhere else; never inside what a reader sees as one character, unless that alone is longer than a whole message.
/// </summary>
internal static class TextSplitter
{
    private const string SentenceEnds = "。！？!?…；;";
    private const string Closers = "」』”’）)】》\"'";
    private const string ClauseEnds = "，,、：:";

    /// <summary>The parts as ranges of the text, in order, white space between them left out; none for empty text.</summary>
    /// <param name="text">What to split.</param>
    /// <param name="most">How long a part may be; at least 4, so that any character fits.</param>
    /// <param name="unit">What length is counted in.</param>
    public static IReadOnlyList<Range> Split(string text, int most, TextUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 4);
        var parts = new List<Range>();
        var start = Skip(text, 0);
        while (start < text.Length)
        {
            var end = Reach(text, start, most, unit);
            if (end < text.Length) end = Back(text, start, end);
            var last = end;
            while (last > start && char.IsWhiteSpace(text[last - 1])) last--;
            if (last > start) parts.Add(start..last);
            start = Skip(text, end);
        }

        return parts;
    }

    /// <summary>The length of a text.</summary>
    public static int Length(ReadOnlySpan<char> text, TextUnit unit)
    {
        if (unit == TextUnit.Utf8Bytes) return Encoding.UTF8.GetByteCount(text);
        if (unit == TextUnit.Utf16Units) return text.Length;
        var points = 0;
        foreach (var _ in text.EnumerateRunes()) points++;
        return points;
    }

    /// <summary>The beginning of a text up to a length, with an ellipsis where something was left out.</summary>
    public static string Shorten(string text, int most, TextUnit unit)
    {
        if (Length(text, unit) <= most) return text;
        var end = Reach(text, 0, most - Length("…", unit), unit);
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    /// <summary>How far a part that begins at a place can go.</summary>
    private static int Reach(string text, int start, int most, TextUnit unit)
    {
        var (end, used) = (start, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            var size = Length(text.AsSpan(end, length), unit);
            if (used + size > most) break;
            (end, used) = (end + length, used + size);
        }

        return end > start ? end : Runes(text, start, most, unit);
    }

    /// <summary>As many code points of one endless character as fit.</summary>
    private static int Runes(string text, int start, int most, TextUnit unit)
    {
        var (end, used) = (start, 0);
        foreach (var rune in text.AsSpan(start).EnumerateRunes())
        {
            var size = Length(text.AsSpan(end, rune.Utf16SequenceLength), unit);
            if (end > start && used + size > most) break;
            (end, used) = (end + rune.Utf16SequenceLength, used + size);
            if (used >= most) break;
        }

        return end;
    }

    /// <summary>The best place to end a part, going back at most half of it.</summary>
    private static int Back(string text, int start, int end)
    {
        var least = start + ((end - start) / 2);
        foreach (var ends in (Func<string, int, bool>[])[EndsParagraph, EndsSentence, EndsClause])
        {
            for (var at = end; at >= least && at > start; at--)
                if (ends(text, at) && IsBoundary(text, start, at)) return at;
        }

        return end;
    }

    private static bool EndsParagraph(string text, int at) => text[at - 1] == '\n';

    private static bool EndsSentence(string text, int at)
    {
        var last = at - 1;
        while (last > 0 && Closers.Contains(text[last], StringComparison.Ordinal)) last--;
        if (at < text.Length && Closers.Contains(text[at], StringComparison.Ordinal)) return false;
        return SentenceEnds.Contains(text[last], StringComparison.Ordinal) || (text[last] == '.' && (at == text.Length || char.IsWhiteSpace(text[at])));
    }

    private static bool EndsClause(string text, int at) => char.IsWhiteSpace(text[at - 1]) || ClauseEnds.Contains(text[at - 1], StringComparison.Ordinal);

    /// <summary>Whether a place lies between two characters as readers see them.</summary>
    private static bool IsBoundary(string text, int start, int at)
    {
        // A mark joins what stands before it, so a few characters before the place say enough.
        var from = Math.Max(start, at - 64);
        while (from > start && char.IsLowSurrogate(text[from])) from--;
        while (from < at) from += StringInfo.GetNextTextElementLength(text.AsSpan(from));
        return from == at;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && StringInfo.GetNextTextElementLength(text.AsSpan(at)) is var length && text.AsSpan(at, length).IsWhiteSpace()) at += length;
        return at;
    }
}
