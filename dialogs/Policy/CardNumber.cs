namespace ComplaintBot.Dialogs.Policy;

/// <summary>Tells card numbers (ISO/IEC 7812: 13 to 19 digits with a Luhn check digit) from the other long numbers of a complaint.</summary>
internal static class CardNumber
{
    private const int Shortest = 13;
    private const int Longest = 19;

    /// <summary>The longest number that a carrier puts behind its letters (SF, YT, JD and two or three more).</summary>
    private const int LongestWaybill = 15;

    /// <summary>The longest telephone number with its country (ITU-T E.164).</summary>
    private const int LongestPhone = 15;

    /// <summary>Whether there are enough digits from a group on.</summary>
    public static bool MayBeginAt(List<DigitGroup> groups, int first)
    {
        var digits = groups[first].Length;
        for (var i = first + 1; i < groups.Count && groups[i].IsJoined && digits < Shortest; i++) digits += groups[i].Length;
        return digits >= Shortest;
    }

    /// <summary>How many groups from one on make up a card number; 0 when it is none.</summary>
    /// <param name="text">The message.</param>
    /// <param name="groups">Its groups of digits.</param>
    /// <param name="first">The group to begin with.</param>
    /// <param name="isNamed">Whether a word for card stands in front.</param>
    public static int GroupsOfCard(string text, List<DigitGroup> groups, int first, bool isNamed)
    {
        var (fours, longest, digits) = (0, 0, 0);
        for (var i = first; i < groups.Count && (i == first || groups[i].IsJoined); i++)
        {
            digits += groups[i].Length;
            if (digits > Longest) break;
            if (digits < Shortest || IsOtherNumber(text, groups, first, i, digits)) continue;
            var used = i - first + 1;
            if (PassesLuhn(text, groups, first, i)) longest = used;
            if (isNamed || IsInFours(groups, first, i)) fours = used;
        }

        // Mistyped cards count too: four groups of four digits are nothing else.
        return longest > 0 ? longest : fours;
    }

    private static bool PassesLuhn(string text, List<DigitGroup> groups, int first, int last)
    {
        int sum = 0, place = 0;
        for (var group = last; group >= first; group--)
        {
            for (var i = groups[group].End - 1; i >= groups[group].Start; i--, place++)
            {
                var digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : (int)char.GetNumericValue(text[i]);
                if (place % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
                sum += digit;
            }
        }

        return sum % 10 == 0;
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
        var start = groups[first].Start;
        if (first == last) return groups[first].IsGlued && digits <= LongestWaybill && LettersBefore(text, start) is >= 1 and <= 4;
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
            if (length == 8 && text[start] is '2' && text[start + 1] is '0' && text[start + 4] is '0' or '1') return true;
            if (length == 4 && i + 2 <= last && groups[i + 1].Length <= 2 && groups[i + 2].Length <= 2) return true;
        }

        return false;
    }

    private static int LettersBefore(string text, int start)
    {
        var count = 0;
        while (count < start && count < 5 && char.IsAsciiLetter(text[start - 1 - count])) count++;
        return text.AsSpan(start - count, count).ToString().ToUpperInvariant() is "VISA" or "CARD" or "AMEX" ? 0 : count;
    }
}
