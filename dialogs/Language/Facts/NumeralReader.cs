using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Finds the numerals of a text in one pass, the first two hundred: nobody complains with more. Numbers of more than 18 digits are none: they are codes.</summary>
internal static class NumeralReader
{
    private const int MostDigits = 18;
    private const int MostNumerals = 200;

    /// <summary>The numerals in the order of the text.</summary>
    public static List<Numeral> Scan(string text)
    {
        var numerals = new List<Numeral>();
        for (var at = 0; at < text.Length && numerals.Count < MostNumerals;)
        {
            var numeral = IsDigit(text[at]) ? Digits(text, at)
                : ChineseNumerals.IsPart(text[at]) ? ChineseNumerals.Read(text, at)
                : IsLatin(text[at]) && (at == 0 || !IsWord(text[at - 1])) ? EnglishNumerals.Read(text, at)
                : null;
            if (numeral is { } found)
            {
                numerals.Add(found);
                at = found.End;
            }
            else
            {
                at = Skip(text, at);
            }
        }
        return numerals;
    }

    private static int Skip(string text, int at)
    {
        if (IsWord(text[at])) return Math.Max(at + 1, WordEnd(text, at));
        if (!ChineseNumerals.IsPart(text[at])) return at + 1;
        while (at < text.Length && ChineseNumerals.IsPart(text[at])) at++;
        return at;
    }

    private static Numeral? Digits(string text, int start)
    {
        if (start > 0 && IsLatin(text[start - 1])) return null;
        decimal value = 0;
        int end = start, count = 0;
        while (end < text.Length && (IsDigit(text[end]) || IsThousandsMark(text, start, end)))
        {
            if (IsDigit(text[end]))
            {
                if (++count > MostDigits) return null;
                value = value * 10 + (text[end] - '0');
            }
            end++;
        }
        if (end + 1 < text.Length && text[end] == '.' && IsDigit(text[end + 1]))
        {
            decimal place = 0.1m;
            for (end++; end < text.Length && IsDigit(text[end]); end++, place /= 10)
            {
                if (++count > MostDigits) return null;
                value += place * (text[end] - '0');
            }
        }
        return WithUnit(text, start, end, value);
    }

    private static Numeral? WithUnit(string text, int start, int end, decimal value)
    {
        var suffix = StartsAtAny(text, end, "st", "nd", "rd", "th");
        if (suffix > 0) return new Numeral(start, end + suffix, value, NumeralForm.Digits, Ordinal: true);
        var ordinal = start > 0 && text[start - 1] == '第';
        if (end < text.Length && ChineseNumerals.UnitOf(text[end]) is > 1 and var unit && !(text[end] == '千' && end + 1 < text.Length && text[end + 1] is '克' or '米'))
        {
            value *= unit;
            end++;
            if (end < text.Length && IsDigit(text[end]) && (end + 1 == text.Length || !IsDigit(text[end + 1]) && text[end + 1] is not '.') && unit >= 100)
                value += (text[end++] - '0') * (unit / 10);
        }
        else if (StartsAtAny(text, end, "k") > 0)
        {
            value *= 1000;
            end++;
        }
        else
        {
            var word = SkipSpaces(text, end);
            if (word > end && EnglishNumerals.Magnitude(text, word) is { } magnitude)
            {
                value *= magnitude.Value;
                end = magnitude.End;
            }
        }
        var rough = ChineseNumerals.RoughEnd(text, end);
        return new Numeral(start, rough, value, NumeralForm.Digits, rough > end, ordinal);
    }

    private static bool IsThousandsMark(string text, int start, int at)
    {
        if (text[at] != ',' || at == start || at - start > 3 && text[at - 4] != ',') return false;
        var end = at + 1;
        while (end < text.Length && end < at + 5 && IsDigit(text[end])) end++;
        return end - at == 4;
    }
}
