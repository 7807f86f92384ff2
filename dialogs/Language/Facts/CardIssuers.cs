namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>
/// Tells card numbers (ISO/IEC 7812) from order numbers of the same length: by the ranges that the card networks issue from,
/// each with the lengths in use, and by the check digit.
/// </summary>
internal static class CardIssuers
{
    /// <summary>The fewest digits of a card.</summary>
    public const int Shortest = 13;

    /// <summary>The most digits of a card.</summary>
    public const int Longest = 19;

    // First and last beginning of each range as four digits, and the lengths in use: Visa, Mastercard, American Express, Diners, JCB,
    // Discover, UnionPay, Maestro, and the older debit cards of two Chinese banks that stand outside the UnionPay range.
    private static readonly (int First, int Last, int Shortest, int Longest)[] Ranges =
    [
        (4000, 4999, 16, 16), (4000, 4999, 13, 13), (4000, 4999, 19, 19), (5100, 5599, 16, 16), (2221, 2720, 16, 16), (3400, 3499, 15, 15), (3700, 3799, 15, 15),
        (3000, 3059, 14, 16), (3600, 3699, 14, 19), (3800, 3999, 14, 16), (3528, 3589, 16, 19), (6011, 6011, 16, 19), (6440, 6599, 16, 19), (6000, 6099, 16, 19),
        (6200, 6299, 13, 19), (8100, 8171, 16, 19), (5018, 5018, 13, 19), (5020, 5020, 13, 19), (5038, 5038, 13, 19), (5600, 5899, 13, 19), (6300, 6399, 16, 19), (6700, 6799, 13, 19), (9558, 9559, 19, 19),
    ];

    /// <summary>Whether digits begin as a network's cards of that length do.</summary>
    public static bool IsIssued(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < Shortest or > Longest) return false;
        var head = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0');
        foreach (var (first, last, shortest, longest) in Ranges)
        {
            if (head >= first && head <= last && digits.Length >= shortest && digits.Length <= longest) return true;
        }
        return false;
    }

    /// <summary>Whether the last digit is the check digit of those before it (Luhn).</summary>
    public static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var back = 0; back < digits.Length; back++)
        {
            var digit = digits[^(back + 1)] - '0';
            if (back % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
