using ComplaintBot.Dialogs.Language.Facts;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Tells the numbers of cards and identity papers from the other long numbers of a complaint, by what they are called and by their shape.</summary>
internal static class CardNumber
{
    // The longest telephone number with its country (ITU-T E.164).
    private const int LongestPhone = 15;

    // The longest number that a carrier puts behind its letters (SF, YT, JD and two or three more).
    private const int LongestWaybill = 15;

    // What an old identity number has; nothing in it tells it from an order number, so its name must.
    private const int OldIdentity = 15;

    /// <summary>What the words in front call a number.</summary>
    internal enum Name
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>A card.</summary>
        Card,

        /// <summary>An identity paper.</summary>
        Identity,

        /// <summary>An order, a parcel, a device: the complaint needs it.</summary>
        Other,
    }

    /// <summary>Whether there are enough digits from a group on.</summary>
    public static bool MayBeginAt(List<DigitGroup> groups, int first)
    {
        var digits = groups[first].Length;
        for (var i = first + 1; i < groups.Count && groups[i].IsJoined && digits < CardIssuers.Shortest; i++) digits += groups[i].Length;
        return digits >= CardIssuers.Shortest;
    }

    /// <summary>How many groups from one on make up a number that must be masked; 0 when they don't.</summary>
    /// <param name="text">The message.</param>
    /// <param name="groups">Its groups of digits.</param>
    /// <param name="first">The group to begin with.</param>
    /// <param name="name">What the number is called.</param>
    public static int GroupsAt(string text, List<DigitGroup> groups, int first, Name name)
    {
        Span<char> digits = stackalloc char[CardIssuers.Longest + 1];
        var (count, whole, written) = (0, 0, 0);
        for (var i = first; i < groups.Count && (i == first || groups[i].IsJoined); i++)
        {
            if (count + groups[i].Length > CardIssuers.Longest) break;
            count += Copy(text, groups[i], digits[count..]);
            if (count < CardIssuers.Shortest || IsOtherNumber(text, groups, first, i, count)) continue;
            var used = i - first + 1;
            var fours = IsInFours(groups, first, i);
            // A number called an order's is masked only when it is written as cards are.
            var issued = CardIssuers.IsIssued(digits[..count]) && (name != Name.Other || fours);
            if (issued && CardIssuers.HasCheckDigit(digits[..count]) || IsIdentity(text, groups[i].End, digits, count, name)) whole = used;
            if (name == Name.Card || issued && fours) written = used;
        }

        // Mistyped cards count too, by their name or by their groups of four.
        return whole > 0 ? whole : written;
    }

    private static int Copy(string text, DigitGroup group, Span<char> digits)
    {
        for (var i = 0; i < group.Length; i++)
        {
            var unit = text[group.Start + i];
            digits[i] = char.IsAsciiDigit(unit) ? unit : (char)('0' + (int)char.GetNumericValue(unit));
        }

        return group.Length;
    }

    private static bool IsIdentity(string text, int end, Span<char> digits, int count, Name name)
    {
        if (name == Name.Other) return false;
        if (name == Name.Identity && count is OldIdentity or IdentityNumber.Length) return true;
        if (count == IdentityNumber.Length) return IdentityNumber.Is(digits[..count]);
        if (count != IdentityNumber.Length - 1 || end >= text.Length || text[end] is not ('x' or 'X' or 'ｘ' or 'Ｘ')) return false;
        digits[count] = 'x';
        return name == Name.Identity || IdentityNumber.Is(digits[..(count + 1)]);
    }

    private static bool IsInFours(List<DigitGroup> groups, int first, int last)
    {
        if (last - first < 3) return false;
        for (var i = first; i < last; i++)
            if (groups[i].Length != 4) return false;
        return groups[last].Length <= 4;
    }

    private static bool IsOtherNumber(string text, List<DigitGroup> groups, int first, int last, int digits)
    {
        if (IsPhone(text, groups, first, last, digits)) return true;
        if (first == last) return groups[first].IsGlued && digits <= LongestWaybill && IsWaybill(text, groups[first].Start);
        return IsCaseNumber(text, groups, first, last) || HoldsWholeNumber(text, groups, first, last);
    }

    /// <summary>Our own case numbers: C-20261121-123456.</summary>
    private static bool IsCaseNumber(string text, List<DigitGroup> groups, int first, int last) =>
        last == first + 1 && groups[first].Length == 8 && groups[last].Length == 6 && groups[first].Start >= 2
        && text[groups[first].Start - 1] == '-' && text[groups[first].Start - 2] is 'C' or 'c';

    /// <summary>An international number: a plus or 00 in front, or China's prefix before a mobile number. No card begins so.</summary>
    private static bool IsPhone(string text, List<DigitGroup> groups, int first, int last, int digits)
    {
        var start = groups[first].Start;
        if (digits <= LongestPhone && start > 0 && text[start - 1] is '+' or '＋') return true;
        if (first == last) return groups[first].Length == 13 && text[start] is '8' && text[start + 1] is '6' && IsMobile(text, start + 2);
        return text[start] is '0' || (groups[first].Length == 2 && text[start] is '8' && text[start + 1] is '6');
    }

    private static bool IsMobile(string text, int start) => text[start] is '1' && text[start + 1] is >= '3' and <= '9';

    /// <summary>Whether one of several groups is a number by itself, a mobile phone or a date, so that they only happen to stand together.</summary>
    private static bool HoldsWholeNumber(string text, List<DigitGroup> groups, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var (start, length) = (groups[i].Start, groups[i].Length);
            if (length == 11 && IsMobile(text, start)) return true;
            // In the middle of an identity number stands a day of birth.
            if (length == 8 && !(i == first + 1 && groups[first].Length == 6) && text[start] is '2' && text[start + 1] is '0' && text[start + 4] is '0' or '1') return true;
            if (length == 4 && i + 2 <= last && groups[i + 1].Length <= 2 && groups[i + 2].Length <= 2) return true;
        }

        return false;
    }

    /// <summary>Whether the carrier's letters (SF, YT, JD and the like) stand before the digits, not the name of a card.</summary>
    private static bool IsWaybill(string text, int start)
    {
        var count = 0;
        while (count < start && count < 5 && char.IsAsciiLetter(text[start - 1 - count])) count++;
        return count <= 4 && text.AsSpan(start - count, count).ToString().ToUpperInvariant() is not ("VISA" or "CARD" or "AMEX" or "JCB" or "IS" or "ID" or "NO");
    }
}
