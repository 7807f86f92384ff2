namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Tests of characters that all readers share.</summary>
internal static class Characters
{
    /// <summary>A Chinese character.</summary>
    public static bool IsHan(char unit) => unit is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    /// <summary>A letter of the Latin alphabet, lower case or with an accent.</summary>
    public static bool IsLatin(char unit) => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F' and not '×' and not '÷');

    /// <summary>A digit 0 to 9.</summary>
    public static bool IsDigit(char unit) => unit is >= '0' and <= '9';

    /// <summary>A Latin letter or a digit.</summary>
    public static bool IsWord(char unit) => IsLatin(unit) || IsDigit(unit);

    /// <summary>The end of the Latin word that begins or goes on at a place.</summary>
    public static int WordEnd(string text, int at)
    {
        while (at < text.Length && (IsWord(text[at]) || (text[at] == '\'' && at + 1 < text.Length && IsLatin(text[at + 1])))) at++;
        return at;
    }

    /// <summary>The first place at or behind another that holds no space.</summary>
    public static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }

    /// <summary>Whether the text continues with a word at a place; a Latin word must stand free.</summary>
    public static bool StartsAt(string text, int at, string word)
    {
        if ((uint)at >= (uint)text.Length || text[at] != word[0] || at + word.Length > text.Length) return false;
        if (word.Length > 1 && !text.AsSpan(at + 1, word.Length - 1).SequenceEqual(word.AsSpan(1))) return false;
        return !CutsWord(text, at, at + word.Length);
    }

    /// <summary>Whether a word stands right before a place, spaces aside; a Latin word must stand free.</summary>
    public static bool EndsAt(string text, int at, string word)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at >= word.Length && text[at - 1] == word[^1] && StartsAt(text, at - word.Length, word);
    }

    /// <summary>Whether one of the words stands right before a place; the length it takes away, spaces included, or 0.</summary>
    public static int EndsAtAny(string text, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!EndsAt(text, at, word)) continue;
            var end = at;
            while (text[end - 1] == ' ') end--;
            return at - end + word.Length;
        }
        return 0;
    }

    /// <summary>The length of the first of the words that stands at a place, or 0.</summary>
    public static int StartsAtAny(string text, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (StartsAt(text, at, word)) return word.Length;
        }
        return 0;
    }

    /// <summary>Whether a Latin word or a number goes on over one of the two ends; between a digit and a letter is an end ("7pm").</summary>
    public static bool CutsWord(string text, int start, int end) =>
        (start > 0 && start < text.Length && GoesOn(text[start - 1], text[start])) || (end > start && end < text.Length && GoesOn(text[end - 1], text[end]));

    private static bool GoesOn(char left, char right) => IsLatin(left) && IsLatin(right) || IsDigit(left) && IsDigit(right);
}
