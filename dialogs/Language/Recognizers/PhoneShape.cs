using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Digits as they are grouped in a text.</summary>
internal readonly record struct PhoneShape(int Start, int End, int Digits, List<int> Groups, char First)
{
    private const int MostCharacters = 30;

    /// <summary>Whether a plus stands in front, in brackets or not.</summary>
    public bool HasPlus { get; init; }

    /// <summary>Whether a group stands in brackets.</summary>
    public bool HasBrackets { get; init; }

    /// <summary>Whether points part the groups.</summary>
    public bool HasPoint { get; init; }

    /// <summary>Whether a slash parts groups.</summary>
    public bool HasSlash { get; init; }

    /// <summary>Whether spaces part groups.</summary>
    public bool HasSpace { get; init; }

    /// <summary>212.555.0100 and 212 555 0100.</summary>
    public bool IsThreeThreeFour => Groups is [3, 3, 4] or [1, 3, 3, 4];

    /// <summary>A mobile number of mainland China.</summary>
    public bool IsMobile => Groups is [11] && First == '1';

    /// <summary>Reads the digits that begin at a place: at most a space and a mark between two groups, brackets around one or two.</summary>
    public static PhoneShape At(string text, int start)
    {
        var groups = new List<int>();
        var (digits, end, at, open, group) = (0, start, start, false, 0);
        var (plus, brackets, point, slash, space, first) = (false, false, false, false, false, ' ');
        for (; at < text.Length && at - start < MostCharacters; at++)
        {
            var unit = text[at];
            if (IsDigit(unit))
            {
                if (digits++ == 0) first = unit;
                (group, end) = (group + 1, at + 1);
                continue;
            }
            if (group > 0) groups.Add(group);
            group = 0;
            if (unit == '+' && digits == 0) plus = true;
            else if (unit == '(' && !open && Follows(text, at + 1, '+')) (open, brackets) = (true, true);
            else if (unit == ')' && open) (open, end) = (false, at + 1);
            else if (unit is ' ' or '-' or '.' or '/' && digits > 0 && Separates(text, at, open))
            {
                point |= unit == '.';
                slash |= unit == '/';
                space |= unit == ' ' && IsDigit(text[at - 1]);
            }
            else if (unit != ' ' || digits > 0 && !open) break;
        }
        if (group > 0) groups.Add(group);
        // A longer row of digits is no number, and neither is its beginning.
        while (end < text.Length && end > start && IsDigit(text[end - 1]) && IsDigit(text[end])) (end, digits) = (end + 1, digits + 1);
        return new PhoneShape(start, open ? start + 1 : end, open ? 0 : digits, groups, first) { HasPlus = plus, HasBrackets = brackets, HasPoint = point, HasSlash = slash, HasSpace = space };
    }

    private static bool Follows(string text, int at, char also)
    {
        at = SkipSpaces(text, at);
        return at < text.Length && (IsDigit(text[at]) || text[at] == also);
    }

    // A mark with at most a space on either side, then digits or a bracket; after "(212)" a mark may stand as well.
    private static bool Separates(string text, int at, bool open)
    {
        var next = SkipSpaces(text, at + 1);
        if (next < text.Length && text[next] is '-' && text[at] == ' ') next = SkipSpaces(text, next + 1);
        return next < text.Length && next - at <= 3 && (IsDigit(text[next]) || text[next] == '(' && !open || text[next] == ')' && open);
    }
}
