using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// Masks what must never be stored or logged: the numbers of bank cards and Chinese identity papers, and PINs and one-time codes
/// beside a word that names them. Applied before a message is written anywhere. Phone, order, case, waybill and device numbers
/// stay, since the complaint needs them.
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

    private static readonly string[] CardWords = ["卡号", "银行卡", "信用卡", "储蓄卡", "借记卡", "银行卡号码", "card", "visa", "mastercard", "amex"];

    private static readonly string[] IdentityWords = ["身份证", "身份证号", "身份证号码", "证件号", "证件号码", "identity card", "id card", "id", "resident identity"];

    /// <summary>What the complaint needs.</summary>
    private static readonly string[] OtherWords =
    [
        "订单", "订单号", "订单编号", "单号", "快递", "运单", "运单号", "流水", "流水号", "交易号", "交易单号", "商户单号", "小票", "小票号", "票号", "发票", "发票号", "发票号码", "合同号", "保单号", "会员号", "会员卡号", "取件码", "串号", "机身号", "序列号",
        "批号", "条码", "条形码", "产品编号", "工单", "工单号", "编号", "imei", "serial", "s/n", "sn", "order", "order id", "tracking", "tracking id", "waybill", "parcel", "consignment", "receipt", "invoice", "reference", "ref", "booking",
        "ticket", "transaction", "transaction id", "barcode", "iccid", "ean", "policy", "contract", "member", "membership card", "loyalty card",
    ];

    /// <summary>What may stand between a code and its name behind it; without one of them the two have nothing to do with each other.</summary>
    private static readonly string[] LinksBehind = ["就是", "是", "为", "is", "was", "my", "the", "your", "我的", "你们的", "你们发的", "发来的", "收到的", "短信", "that", "a"];

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
            var used = CardNumber.MayBeginAt(groups, i) ? CardNumber.GroupsAt(text, groups, i, NameOf(folded, groups[i].Start)) : 0;
            if (used > 0) Stars(masked ??= text.ToCharArray(), groups[i].Start, EndOfIdentity(text, groups[i + used - 1].End), keep: 4);
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
        if (digits is < ShortestCode or > LongestCode || groups[first].IsGlued) return 0;
        return HasBefore(folded, groups[first].Start, CodeWords) || HasBehind(folded, groups[first + used - 1].End) ? used : 0;
    }

    private static CardNumber.Name NameOf(string folded, int start)
    {
        if (HasBefore(folded, start, OtherWords)) return CardNumber.Name.Other;
        if (HasBefore(folded, start, CardWords)) return CardNumber.Name.Card;
        return HasBefore(folded, start, IdentityWords) ? CardNumber.Name.Identity : CardNumber.Name.None;
    }

    /// <summary>Whether a code is named behind: "是我的验证码", "is my PIN".</summary>
    private static bool HasBehind(string folded, int end)
    {
        var behind = folded.AsSpan(end, Math.Min(folded.Length - end, Reach));
        for (var linked = false; ; linked = true)
        {
            behind = behind.TrimStart(" \"')）");
            if (linked)
            {
                foreach (var word in CodeWords)
                    if (StartsWith(behind, word)) return true;
            }

            var link = LinkAt(behind);
            if (link == 0) return false;
            behind = behind[link..];
        }
    }

    private static int LinkAt(ReadOnlySpan<char> text)
    {
        foreach (var link in LinksBehind)
            if (StartsWith(text, link)) return link.Length;
        return 0;
    }

    /// <summary>The last character of an identity number may be an X.</summary>
    private static int EndOfIdentity(string text, int end) => end < text.Length && text[end] is 'x' or 'X' ? end + 1 : end;

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

    private static bool StartsWith(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (!char.IsAsciiLetter(word[0]) || text.Length == word.Length || !char.IsAsciiLetter(text[word.Length]));

    private static void Stars(char[] text, int start, int end, int keep)
    {
        for (var i = end - 1; i >= start; i--)
            if ((char.IsDigit(text[i]) || i == end - 1 && keep > 0 && text[i] is 'x' or 'X') && keep-- <= 0) text[i] = '*';
    }
}
