using System.Globalization;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads numbers that begin with a digit or its sign: 1,234.5, 1.111,11, 1 234 567, 3/5, 2 1/4, 1.3e6, 2^-1, 10M, 3 hundred and 21.</summary>
internal static class DigitAmount
{
    private const int MostDigits = 300;

    /// <summary>The number that begins at a place, or null.</summary>
    public static Amount? Read(EntityText entities, int start)
    {
        var text = entities.Text;
        var negative = text[start] is '-' or '负';
        var from = negative ? SkipSpaces(text, start + 1) : start;
        if (from >= text.Length || !IsDigit(text[from]) || negative && start > 0 && (IsWord(text[start - 1]) || text[start - 1] is '-' or ')' or '.')) return null;
        if (Plain(text, from) is not { } plain) return null;
        var (value, end) = (plain.Value, plain.End);
        if (Fraction(text, from, value, end) is { } fraction) (value, end) = (fraction.Value, fraction.End);
        else if (Power(text, value, end) is { } power) return IsCut(text, power.End) ? null : new Amount(start, power.End, negative ? -power.Value : power.Value);
        else (value, end) = WithSuffix(entities, value, end);
        if (end == plain.End && EnglishAmount.Continue(text, from, value, end) is { } words) (value, end) = (words.Value, words.End);
        return IsCut(text, end) ? null : new Amount(start, end, negative ? -value : value);
    }

    /// <summary>Digits with their separators, or null where they are too many for any number.</summary>
    public static Amount? Plain(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsDigit(text[end])) end++;
        if (end - start > MostDigits) return null;
        if (Grouped(text, start, end, ',', '.') is { } comma) return comma;
        if (Grouped(text, start, end, '.', ',') is { } point) return point;
        if (Grouped(text, start, end, ' ', '.') is { } space) return space;
        var whole = end;
        if (end + 1 < text.Length && text[end] is '.' or ',' && IsDigit(text[end + 1]) && !IsAddress(text, start, end))
        {
            var decimals = end + 1;
            while (decimals < text.Length && IsDigit(text[decimals])) decimals++;
            // 5,00 has a decimal comma; three digits behind one are thousands, which were read above.
            if (text[end] == '.' || decimals - end == 3) end = decimals;
        }
        return new Amount(start, end, Parse(text.AsSpan(start, end - start), whole - start));
    }

    private static double Parse(ReadOnlySpan<char> digits, int whole)
    {
        var value = double.Parse(digits[..whole], CultureInfo.InvariantCulture);
        return whole == digits.Length ? value : double.Parse(string.Concat(digits[..whole], ".", digits[(whole + 1)..]), CultureInfo.InvariantCulture);
    }

    // 192.168.1.2 are four numbers.
    private static bool IsAddress(string text, int start, int point)
    {
        if (start > 1 && text[start - 1] == '.' && IsDigit(text[start - 2])) return true;
        var at = point + 1;
        while (at < text.Length && IsDigit(text[at])) at++;
        return text[point] == '.' && at + 1 < text.Length && text[at] == '.' && IsDigit(text[at + 1]);
    }

    // 1,234,567.8; in India 12,34,567; in much of Europe 1.234.567,8 and 1 234 567.
    private static Amount? Grouped(string text, int start, int end, char mark, char point)
    {
        if (end - start is < 1 or > 3 || end + 3 >= text.Length || text[end] != mark) return null;
        var (last, groups) = (end, 0);
        while (last < text.Length && text[last] == mark && Run(text, last + 1) is 2 or 3)
        {
            if (Run(text, last + 1) == 2 && (mark != ',' || last + 3 >= text.Length || text[last + 3] != ',')) break;
            last += 1 + Run(text, last + 1);
            groups++;
        }
        if (groups == 0 || Run(text, last - 3) < 3 || IsDigit(text[last - 4])) return null;
        // One point with three digits behind is a decimal, unless a comma with decimals follows.
        var hasPoint = last + 1 < text.Length && text[last] == point && IsDigit(text[last + 1]);
        if (mark == '.' && groups == 1 && !hasPoint) return null;
        var stop = hasPoint ? last + 1 + Run(text, last + 1) : last;
        var plain = text[start..last].Replace(mark.ToString(), "", StringComparison.Ordinal) + (hasPoint ? "." + text[(last + 1)..stop] : "");
        return new Amount(start, stop, double.Parse(plain, CultureInfo.InvariantCulture));
    }

    private static int Run(string text, int at)
    {
        var end = Math.Max(0, at);
        while (end < text.Length && IsDigit(text[end]) && end - at < 20) end++;
        return end - at;
    }

    // 3/5, 2 1/4
    private static Amount? Fraction(string text, int start, double value, int end)
    {
        if (start > 0 && text[start - 1] is '-' or '/' && (text[start - 1] == '/' || start > 1 && text[start - 2] != ' ') && (start < 2 || !IsSpaceOrStart(text, start - 2))) return null;
        if (Over(text, end) is { } over) return new Amount(start, over.End, value / over.Value);
        var at = SkipSpaces(text, end);
        if (at == end || at >= text.Length || !IsDigit(text[at])) return null;
        var top = at + Run(text, at);
        return Over(text, top) is { } part ? new Amount(start, part.End, value + double.Parse(text.AsSpan(at, top - at), CultureInfo.InvariantCulture) / part.Value) : null;
    }

    private static bool IsSpaceOrStart(string text, int at) => at < 0 || text[at] == ' ';

    private static Amount? Over(string text, int slash)
    {
        if (slash + 1 >= text.Length || text[slash] != '/' || !IsDigit(text[slash + 1])) return null;
        var end = slash + 1 + Run(text, slash + 1);
        var below = double.Parse(text.AsSpan(slash + 1, end - slash - 1), CultureInfo.InvariantCulture);
        return below == 0 || end < text.Length && text[end] is '/' or '.' && end + 1 < text.Length && IsDigit(text[end + 1]) ? null : new Amount(slash, end, below);
    }

    // 2^-1, 1.3e6, 1.3x10^6
    private static Amount? Power(string text, double value, int end)
    {
        if (end >= text.Length) return null;
        var ten = StartsAtAny(text, end, "x10^", "*10^");
        if (ten > 0 && Exponent(text, end + ten) is { } scaled) return new Amount(end, scaled.End, value * Math.Pow(10, scaled.Value));
        if (text[end] == '^' && Exponent(text, end + 1) is { } power) return new Amount(end, power.End, Math.Pow(value, power.Value));
        return text[end] == 'e' && Exponent(text, end + 1) is { } scientific ? new Amount(end, scientific.End, value * Math.Pow(10, scientific.Value)) : null;
    }

    private static Amount? Exponent(string text, int at)
    {
        var sign = at < text.Length && text[at] is '-' or '+' ? 1 : 0;
        var digits = Run(text, at + sign);
        if (digits is 0 or > 3) return null;
        var value = double.Parse(text.AsSpan(at + sign, digits), CultureInfo.InvariantCulture);
        return new Amount(at, at + sign + digits, sign == 1 && text[at] == '-' ? -value : value);
    }

    // 100k, 10M, 1.2b, 1MM; a small m is a metre.
    private static (double Value, int End) WithSuffix(EntityText entities, double value, int end)
    {
        var (text, at) = (entities.Text, end < entities.Text.Length && entities.Text[end] == ' ' ? end + 1 : end);
        if (at >= text.Length || !IsLatin(text[at])) return (value, end);
        var word = WordEnd(text, at);
        double factor = entities.Source.AsSpan(at, word - at) switch
        {
            "k" or "K" when at == end => 1e3,
            "M" or "MM" or "mm" when at == end || entities.Source[at] == 'M' => 1e6,
            "b" or "B" when at == end => 1e9,
            "G" => 1e9,
            "T" => 1e12,
            _ => 0,
        };
        return factor == 0 ? (value, end) : (value * factor, word);
    }

    // 180ml, 4th and s666 are no numbers.
    private static bool IsCut(string text, int end) => end < text.Length && IsLatin(text[end]);
}
