using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Turns;

/// <summary>
/// Makes ids and messages of failures fit for the log. Channels use telephone numbers and e-mail addresses as ids of conversations, and
/// exceptions quote what they choked on; neither belongs into a file that outlives the case.
/// </summary>
internal static class LogText
{
    private const int ShortestPhone = 7;
    private const int KeptDigits = 2;

    /// <summary>The text with card numbers and codes masked, of telephone numbers all but the last two digits, of e-mail addresses all but the first letter and the host.</summary>
    /// <param name="text">An id or a message; its length stays the same.</param>
    public static string Of(string text)
    {
        var masked = SensitiveText.Mask(text).ToCharArray();
        for (var at = 0; at < masked.Length; at++)
        {
            if (masked[at] == '@') Address(masked, at);
            else if (char.IsAsciiDigit(masked[at])) at = Number(masked, at) - 1;
        }

        return new string(masked);
    }

    /// <summary>Stars the digits that begin at a place when there are enough for a telephone number; the place behind them.</summary>
    private static int Number(Span<char> text, int start)
    {
        var (end, digits, groups) = (start, 0, 1);
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end])) digits++;
            else if (end + 1 < text.Length && text[end] is ' ' or '-' or '.' && char.IsAsciiDigit(text[end + 1])) groups++;
            else break;
            end++;
        }

        if (digits < ShortestPhone || IsPartOfId(text, start, end) || (groups > 2 && IsDate(text, start))) return end;
        var kept = 0;
        for (var at = end - 1; at >= start; at--)
        {
            if (char.IsAsciiDigit(text[at]) && kept++ >= KeptDigits) text[at] = '*';
        }

        return end;
    }

    /// <summary>Digits beside a letter, and our case numbers, belong to an id and are nobody's.</summary>
    private static bool IsPartOfId(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && char.IsAsciiLetter(text[start - 1])) || (end < text.Length && char.IsAsciiLetter(text[end])) || (start > 1 && text[start - 1] == '-' && char.IsAsciiLetterOrDigit(text[start - 2]));

    private static bool IsDate(ReadOnlySpan<char> text, int start) =>
        start + 10 <= text.Length && text[start] is '1' or '2' && text[start + 4] is '-' or '.' && text[start + 7] == text[start + 4];

    private static void Address(Span<char> text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or '%' or '*')) start--;
        for (var place = start + 1; place < at; place++) text[place] = '*';
    }
}
