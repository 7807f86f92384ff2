using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// Masks what must never be stored or logged: bank card numbers, and PINs and one-time codes behind a word that names them.
/// Applied before a message is written anywhere. Phone, order, case and waybill numbers stay, since the complaint needs them.
/// </summary>
public static class SensitiveText
{
    private const int ShortestCode = 3;
    private const int LongestCode = 8;

    /// <summary>How far in front of a code its name may stand.</summary>
    private const int Reach = 40;

    private static readonly string[] CodeWords =
    [
        "验证码", "校验码", "动态码", "安全码", "短信码", "密码", "口令", "pin", "otp", "cvv", "cvv2", "cvc", "cvc2", "cvn2", "one-time code", "one time code", "security code",
        "verification code", "password", "passcode", "access code",
    ];

    /// <summary>What may stand between the name of a code and the code.</summary>
    private static readonly string[] Links =
    [
        "是", "为", "就是", "发来的是", "收到的是", "叫", "给你", "is", "was", "code", "number", "no", "are", "it's", "its", "it", "just", "i", "got", "me", "they", "you", "sent", "the", "my", "here", "数字",
    ];

    private static readonly string[] CardWords = ["卡号", "银行卡", "信用卡", "card"];

    /// <summary>The text with every card number reduced to its last four digits and every code to stars; the same object when there is none.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        char[]? masked = null;
        var groups = DigitGroup.In(text);
        if (groups.Count == 0) return text;
        var folded = Fold(text);
        for (var i = 0; i < groups.Count;)
        {
            var used = CardNumber.MayBeginAt(groups, i) ? CardNumber.GroupsOfCard(text, groups, i, HasBefore(folded, groups[i].Start, CardWords)) : 0;
            if (used > 0) Stars(masked ??= text.ToCharArray(), groups[i].Start, groups[i + used - 1].End, keep: 4);
            else if ((used = GroupsOfCode(folded, groups, i)) > 0) Stars(masked ??= text.ToCharArray(), groups[i].Start, groups[i + used - 1].End, keep: 0);
            i += Math.Max(1, used);
        }

        return masked is null ? text : new string(masked);
    }

    /// <summary>The text for looking up words: simplified, half-width, lower case, every character in its place.</summary>
    private static string Fold(string text) => string.Create(text.Length, ChineseScript.ToSimplified(text), static (folded, simplified) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = char.ToLowerInvariant(simplified[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(simplified[i] - 0xFEE0) : simplified[i]);
    });

    /// <summary>How many groups from one on make up a code that is named in front of it; 0 when they don't.</summary>
    private static int GroupsOfCode(string folded, List<DigitGroup> groups, int first)
    {
        var (used, digits) = (1, groups[first].Length);
        while (first + used < groups.Count && groups[first + used].IsJoined && digits + groups[first + used].Length <= LongestCode) digits += groups[first + used++].Length;
        return digits is >= ShortestCode and <= LongestCode && !groups[first].IsGlued && HasBefore(folded, groups[first].Start, CodeWords) ? used : 0;
    }

    /// <summary>Whether one of the words stands in front, with nothing but linking words and marks between.</summary>
    private static bool HasBefore(string folded, int start, string[] words)
    {
        var before = folded.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach));
        while (true)
        {
            before = before.TrimEnd(" :：=-#,，、。.(（[\"'*\n的");
            foreach (var word in words)
                if (EndsWith(before, word)) return true;
            if (WithoutLink(before) is not { } shorter) return false;
            before = before[..shorter];
        }
    }

    private static int? WithoutLink(ReadOnlySpan<char> text)
    {
        foreach (var link in Links)
            if (EndsWith(text, link)) return text.Length - link.Length;
        return null;
    }

    /// <summary>"Shipping" does not end in a PIN.</summary>
    private static bool EndsWith(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && (!char.IsAsciiLetter(word[0]) || text.Length == word.Length || !char.IsAsciiLetter(text[^(word.Length + 1)]));

    private static void Stars(char[] text, int start, int end, int keep)
    {
        for (var i = end - 1; i >= start; i--)
            if (char.IsDigit(text[i]) && keep-- <= 0) text[i] = '*';
    }
}
