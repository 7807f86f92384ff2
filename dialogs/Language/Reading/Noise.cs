using System.Buffers;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Tells a slip of the hand on the keyboard from a message. Emoji, numbers and web addresses are none: somebody chose them.</summary>
internal static class Noise
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    /// <summary>Whether nothing can be read in a message: mostly marks, or letters without a vowel or a word.</summary>
    public static bool Is(string source)
    {
        int letters = 0, drawn = 0, marks = 0, chinese = 0;
        var before = '\0';
        foreach (var c in source)
        {
            if (char.IsAsciiDigit(c) || char.IsSurrogate(c) || c is (>= '\u2600' and <= '\u27BF') or '\u20E3') return false;
            if (char.IsAsciiLetter(c))
            {
                letters++;
                if ((c | 0x20) == (before | 0x20)) drawn++;
            }
            else if (char.IsLetter(c)) chinese++;
            else if (!char.IsWhiteSpace(c) && c is not ('!' or '！' or '?' or '？' or '.' or '。' or '~' or '～' or '…')) marks++;
            before = c;
        }
        if (WebAddresses.TryNext(source, 0, out _, out _)) return false;
        if (chinese == 0 && letters == 0) return marks >= 3;
        if (chinese > 0) return marks >= 5 && marks > chinese && chinese <= 6 || chinese >= 3 && letters == 0 && IsOneCharacter(source);
        // "Hmmmm" and "grrrr" are drawn out, not hammered: a letter counts once in a row.
        return letters - drawn >= 5 && !source.Contains(' ', StringComparison.Ordinal) && (!source.AsSpan().ContainsAny(Vowels) || LooksHammered(source));
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

    // Six consonants in a row stand in no English word that people type here.
    private static bool LooksHammered(string source)
    {
        var run = 0;
        var before = '\0';
        foreach (var c in source)
        {
            if (!char.IsAsciiLetter(c) || Vowels.Contains(c)) run = 0;
            else if (c != before) run++;
            before = c;
            if (run >= 6) return true;
        }
        return false;
    }
}
