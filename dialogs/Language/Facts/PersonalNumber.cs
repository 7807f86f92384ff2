using System.Globalization;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Recognises bank card and identity numbers, so that they never become a fact.</summary>
internal static class PersonalNumber
{
    /// <summary>Whether a row of digits is such a number. Thirteen to nineteen digits are one unless they directly follow the name of an order number and do not look like a card.</summary>
    public static bool Is(string text, DigitRun run, IReadOnlyList<Span> orderCues, IReadOnlyList<Span> cardCues)
    {
        var digits = run.Digits;
        if (digits.Length < 13 || run.HasPlus || digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal)) return false;
        if (digits.Length > 19) return true;
        var named = orderCues.Any(cue => cue.End <= run.Span.Start && run.Span.Start - cue.End <= 4);
        if (!named || cardCues.Any(cue => cue.End <= run.Span.Start && run.Span.Start - cue.End <= 6)) return true;
        return IsIdentity(digits, text, run.Span.End) || LooksLikeCard(digits) && (run.Groups > 2 || PassesLuhn(digits));
    }

    private static bool LooksLikeCard(string digits) => digits.Length is >= 15 and <= 19 && digits[0] is '3' or '4' or '5' or '6';

    private static bool IsIdentity(string digits, string text, int end) =>
        (digits.Length == 18 || digits.Length == 17 && end < text.Length && text[end] == 'x')
        && DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year is >= 1900 and <= 2050 && digits[0] != '0';

    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var back = 0; back < digits.Length; back++)
        {
            var digit = digits[^(back + 1)] - '0';
            if (back % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
