using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Finds telephone numbers: of China with extension, of North America, and what is written like one elsewhere.</summary>
internal static class PhoneNumberModel
{
    private const int Fewest = 7;

    // Without a country; an extension behind a dash makes it longer.
    private const int MostBare = 15;
    private const int Most = 18;

    /// <summary>The numbers of a text.</summary>
    public static List<ModelResult> Read(EntityText entities)
    {
        var text = entities.Text;
        var results = new List<ModelResult>();
        for (var at = 0; at < text.Length;)
        {
            if (!IsDigit(text[at]) && text[at] is not ('+' or '(')) { at++; continue; }
            var written = PhoneShape.At(text, at);
            if (written.Digits is >= Fewest and <= Most && (written.HasPlus || written.Digits <= MostBare) && IsFree(text, written) && IsPlausible(text, written))
            {
                var end = ExtensionEnd(text, written.End);
                var value = entities.Written(written.Start, end);
                results.Add(entities.Result(written.Start, end, "phonenumber", new Dictionary<string, object?> { ["value"] = value }));
                at = end;
            }
            else
            {
                at = Math.Max(written.End, at + 1);
            }
        }
        return results;
    }

    // A letter, another digit or a sign of arithmetic beside it makes it a code, a formula or a measure.
    private static bool IsFree(string text, PhoneShape shape)
    {
        var (start, end) = (shape.Start, shape.End);
        if (start > 0 && (IsWord(text[start - 1]) || text[start - 1] is '#' or '.' or '/' or '=' or '*' or '+' or '$' or '_' or '¥')) return false;
        if (start > 0 && text[start - 1] == '-' && !(start > 1 && IsHan(text[start - 2]) && shape.IsMobile)) return false;
        if (end >= text.Length) return true;
        if (text[end] is ':' or '=' or '*' or '%' or '/' or '_' && end + 1 < text.Length && text[end + 1] is not ' ') return false;
        return !IsLatin(text[end]) || ExtensionEnd(text, end) > end;
    }

    private static bool IsPlausible(string text, PhoneShape shape)
    {
        var start = shape.Start;
        if (StandsBehind(text, shape.Start)) return false;
        if (shape.HasPlus) return shape.Digits >= 8 && !(start > 0 && text[start - 1] == ')') && !(shape.Groups.Count >= 5 && shape.Groups.All(length => length == 2) && !shape.HasSpace && !shape.HasBrackets);
        if (shape.HasPoint && !shape.IsThreeThreeFour) return false;
        if (shape.HasBrackets && shape.Groups.Count < 2) return false;
        return shape.Groups.Count == 1 ? shape.Digits >= 8 || shape.Digits == 7 && StartsBehindPhone(text, shape.Start) : IsGrouping(shape);
    }

    // 16-04-2010 is a date, 911-67-0060 a social security number, 5111 1111 1111 1111 a card, 112-3333 too short for its form.
    private static bool IsGrouping(PhoneShape shape)
    {
        var groups = shape.Groups;
        if (shape.Digits < 8) return groups is [3, 4] && shape.First is >= '2' or '0';
        if (groups is [4, 4] && shape.HasSlash || shape.First == '0' && groups is [2, 2, 2, 2, 2]) return false;
        if (groups is [2, 2, 4] or [4, 2, 2] or [3, 2, 4] && !shape.HasSpace) return false;
        if (groups is [4, 6, 4] or [4, 6, 5] or [4, 4, 4, 4]) return false;
        return groups.Count <= 6 && groups.Count(length => length == 1) <= 2 && groups[^1] >= 2 && groups.Max() >= 2;
    }

    private static readonly string[] OtherNames = ["account number", "account", "account no", "serial", "serial number", "order", "order number", "card", "visa", "american express", "discover", "omb no", "card number", "omb no.", "订单号", "账号", "卡号", "序列号"];

    private static bool StandsBehind(string text, int start) => EndsAtAny(text, start - (start > 1 && text[start - 2] == ':' ? 2 : 0), OtherNames) > 0;

    private static bool StartsBehindPhone(string text, int start) => EndsAtAny(text, start, "phone number is", "phone is", "number is", "call", "tel", "电话是", "电话号是", "电话", "电话:", "打") > 0;

    private static int ExtensionEnd(string text, int end)
    {
        var at = SkipSpaces(text, end);
        var word = StartsAtAny(text, at, "转分机", "转", "分机", "extension", "ext.", "ext", "x");
        if (word == 0) return end;
        var from = SkipSpaces(text, at + word);
        var stop = from;
        while (stop < text.Length && IsDigit(text[stop])) stop++;
        return stop - from is >= 1 and <= 6 && (stop >= text.Length || !IsLatin(text[stop])) ? stop : end;
    }
}
