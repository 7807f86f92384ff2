using System.Globalization;

namespace ComplaintBot.Turns;

/// <summary>The form of a case number: short enough to say on the phone, with a check digit against slips of the tongue.</summary>
internal static class CaseNumber
{
    /// <summary>How many numbers a day has.</summary>
    public const int Span = 100_000;

    /// <summary>Makes a number.</summary>
    /// <param name="day">The day, in the customer's time.</param>
    /// <param name="index">0 to <see cref="Span"/> - 1.</param>
    public static string Create(DateTimeOffset day, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Span);
        var digits = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{index:D5}");
        return string.Create(CultureInfo.InvariantCulture, $"C-{digits[..8]}-{digits[8..]}{CheckDigit(digits)}");
    }

    /// <summary>Whether a text is a case number and its check digit is right.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length != 17 || !text.StartsWith("C-", StringComparison.Ordinal) || text[10] != '-') return false;
        var digits = string.Concat(text.AsSpan(2, 8), text.AsSpan(11, 6));
        foreach (var c in digits)
            if (!char.IsAsciiDigit(c)) return false;
        return CheckDigit(digits[..^1]) == digits[^1] - '0';
    }

    /// <summary>The Luhn digit: it catches every wrong digit and nearly every swap of neighbours.</summary>
    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 0) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return (10 - (sum % 10)) % 10;
    }
}
