using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>One measure of length for both languages.</summary>
internal static class Length
{
    /// <summary>Chinese characters count one, words and numbers two; marks and blanks nothing.</summary>
    public static int Units(ReadOnlySpan<char> text)
    {
        var units = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i])) units += i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]) ? 2 : 0;
            else if (ChineseScript.IsUsual(text[i]) || char.IsLetter(text[i])) units++;
        }
        return units;
    }
}
