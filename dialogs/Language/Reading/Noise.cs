using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Tells a slip of the hand on the keyboard from a message.</summary>
internal static class Noise
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    /// <summary>Whether nothing can be read in a message: mostly marks, or letters without a vowel or a word.</summary>
    public static bool Is(string source)
    {
        int letters = 0, marks = 0, chinese = 0, digits = 0, surrogates = 0;
        foreach (var c in source)
        {
            if (char.IsAsciiLetter(c)) letters++;
            else if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsSurrogate(c)) surrogates++;
            else if (char.IsLetter(c)) chinese++;
            else if (!char.IsWhiteSpace(c) && c is not ('!' or '！' or '?' or '？' or '.' or '。' or '~' or '～' or '…')) marks++;
        }
        if (digits > 0 || surrogates > 0) return false;
        if (chinese == 0 && letters == 0) return marks >= 3;
        if (chinese > 0) return marks >= 5 && marks > chinese && chinese <= 6 || chinese >= 3 && letters == 0 && IsOneCharacter(source);
        return letters >= 5 && !source.Contains(' ', StringComparison.Ordinal) && (!source.AsSpan().ContainsAny(Vowels) || LooksHammered(source));
    }

    private static bool IsOneCharacter(string source)
    {
        var first = source[0];
        // Laughter and fillers are written that way.
        if ("哈嗯啊嘻呵哦好对是行嘿哎唉噢嘤呜".Contains(first, StringComparison.Ordinal)) return false;
        foreach (var c in source)
            if (char.IsLetter(c) && c != first) return false;
        return true;
    }

    // Five consonants in a row stand in no English word that people type here.
    private static bool LooksHammered(string source)
    {
        var run = 0;
        foreach (var c in source)
        {
            run = char.IsAsciiLetter(c) && !Vowels.Contains(c) ? run + 1 : 0;
            if (run >= 6) return true;
        }
        return false;
    }
}
