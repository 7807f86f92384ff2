namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Tells Chinese identity numbers (GB 11643: region, day of birth, serial, check character) from order numbers of 18 digits.</summary>
internal static class IdentityNumber
{
    /// <summary>How many characters there are.</summary>
    public const int Length = 18;

    private const string Checks = "10x98765432";

    /// <summary>Whether 18 characters are an identity number: a province, a day that exists, and the right check character.</summary>
    /// <param name="characters">Digits; the last may be <c>x</c> or <c>X</c>.</param>
    public static bool Is(ReadOnlySpan<char> characters)
    {
        if (characters.Length != Length || !IsProvince(characters) || !IsDay(characters.Slice(6, 8))) return false;
        var (sum, weight) = (0, 1);
        for (var at = Length - 2; at >= 0; at--)
        {
            weight = weight * 2 % 11;
            sum += (characters[at] - '0') * weight;
        }
        return Checks[sum % 11] == char.ToLowerInvariant(characters[Length - 1]);
    }

    private static bool IsProvince(ReadOnlySpan<char> characters) =>
        ((characters[0] - '0') * 10 + (characters[1] - '0')) is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82 or 83 or 91;

    private static bool IsDay(ReadOnlySpan<char> digits)
    {
        var (year, month, day) = (Number(digits[..4]), Number(digits.Slice(4, 2)), Number(digits.Slice(6, 2)));
        return year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = value * 10 + (digit - '0');
        return value;
    }
}
