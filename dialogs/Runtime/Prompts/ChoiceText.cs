namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>Brings answers and choices into one form for comparing: lower case, half width, single blanks, none beside Chinese.</summary>
internal static class ChoiceText
{
    /// <summary>What stands between clauses in the normal form.</summary>
    public const char ClauseEnd = '\n';

    private const string ClauseSigns = ",.;:!?，。；：！？、…\n\r()（）";

    public static char Halfwidth(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '　' => ' ',
        _ => c,
    };

    public static bool IsChinese(char c) => c is >= '㐀' and <= '鿿';

    /// <summary>The normal form, with clauses parted by <see cref="ClauseEnd"/>.</summary>
    public static string Normalize(string text)
    {
        var buffer = new char[text.Length];
        int length = 0;
        char gap = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = char.ToLowerInvariant(Halfwidth(text[i]));
            if (char.IsLetterOrDigit(c) || IsApostrophe(c) || IsDecimalPoint(text, i))
            {
                length = WriteGap(buffer, length, gap, c);
                buffer[length++] = c == '’' ? '\'' : c;
                gap = '\0';
            }
            else if (gap != ClauseEnd)
            {
                gap = ClauseSigns.Contains(text[i], StringComparison.Ordinal) || ClauseSigns.Contains(c, StringComparison.Ordinal) ? ClauseEnd : ' ';
            }
        }

        return new string(buffer, 0, length);
    }

    private static int WriteGap(char[] buffer, int length, char gap, char next)
    {
        bool isNeeded = gap == ClauseEnd || (gap == ' ' && length > 0 && !(IsChinese(buffer[length - 1]) || IsChinese(next)));
        if (isNeeded && length > 0)
        {
            buffer[length++] = gap;
        }

        return length;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static bool IsDecimalPoint(string text, int at) =>
        Halfwidth(text[at]) == '.' && at > 0 && at + 1 < text.Length
        && char.IsAsciiDigit(Halfwidth(text[at - 1])) && char.IsAsciiDigit(Halfwidth(text[at + 1]));
}
