namespace ComplaintBot.Commands;

/// <summary>Makes texts of others safe to show in a terminal.</summary>
internal static class TerminalText
{
    /// <summary>
    /// The text with blanks for everything but line feeds that a terminal obeys instead of showing: control characters could move the
    /// cursor or change its settings, marks of direction could turn what is read around.
    /// </summary>
    public static string Clean(string text)
    {
        foreach (var c in text)
            if (IsObeyed(c)) return string.Concat(text.Select(each => IsObeyed(each) ? ' ' : each));
        return text;
    }

    private static bool IsObeyed(char c) => c != '\n' && (char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C');
}
