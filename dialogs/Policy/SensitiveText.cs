using System.Text;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// Masks what must never be stored or logged: bank card numbers, and PINs and one-time codes behind a word that names them.
/// Applied before a message is written anywhere.
/// </summary>
public static class SensitiveText
{
    private const int ShortestCard = 13;
    private const int LongestCard = 19;

    private static readonly string[] CodeWords = ["验证码", "驗證碼", "校验码", "动态码", "密码", "密碼", "口令", "pin", "otp", "cvv", "cvc", "one-time code", "security code", "verification code", "password", "passcode"];

    /// <summary>The text with every card number reduced to its last four digits and every code to stars; the same object when there is none.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? masked = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsDigit(text[i]) || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || char.IsDigit(text[i - 1])))) continue;
            var (end, digits) = Run(text, i);
            if (IsCard(text, i, end, digits)) Stars(masked ??= new(text), i, end, keep: 4);
            else if (digits is >= 3 and <= 8 && NamesCode(text, i)) Stars(masked ??= new(text), i, end, keep: 0);
            i = end - 1;
        }

        return masked?.ToString() ?? text;
    }

    /// <summary>The end of a run of digits, single blanks and dashes between them allowed, and how many digits it has.</summary>
    private static (int End, int Digits) Run(string text, int start)
    {
        int end = start, digits = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsDigit(text[i])) { digits++; end = i + 1; }
            else if (text[i] is not (' ' or '-' or '\u00A0') || i + 1 >= text.Length || !char.IsDigit(text[i + 1])) break;
        }

        return (end, digits);
    }

    /// <summary>A card number passes the Luhn check, or is written in groups of four, or stands behind a word for card.</summary>
    private static bool IsCard(string text, int start, int end, int digits)
    {
        if (digits is < ShortestCard or > LongestCard) return false;
        return Luhn(text, start, end) || InFours(text, start, end) || HasBefore(text, start, ["卡号", "卡號", "card"]);
    }

    private static bool Luhn(string text, int start, int end)
    {
        int sum = 0, place = 0;
        for (var i = end - 1; i >= start; i--)
        {
            if (!char.IsDigit(text[i])) continue;
            var digit = (int)char.GetNumericValue(text[i]);
            if (place++ % 2 == 1) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    private static bool InFours(string text, int start, int end)
    {
        var groups = text[start..end].Split([' ', '-', '\u00A0']);
        return groups.Length >= 4 && groups[..^1].All(group => group.Length == 4);
    }

    private static bool NamesCode(string text, int start) => HasBefore(text, start, CodeWords);

    private static bool HasBefore(string text, int start, string[] words)
    {
        const int reach = 16;
        var before = text[Math.Max(0, start - reach)..start];
        return Array.Exists(words, word => before.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static void Stars(StringBuilder text, int start, int end, int keep)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (!char.IsDigit(text[i])) continue;
            if (keep-- > 0) continue;
            text[i] = '*';
        }
    }
}
