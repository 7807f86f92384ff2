using ComplaintBot.Dialogs.Language.Facts;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Finds numbers, however they are written.</summary>
internal static class NumberModel
{
    /// <summary>The numbers of a text as results.</summary>
    public static List<ModelResult> Read(EntityText text)
    {
        var results = new List<ModelResult>();
        foreach (var number in Scan(text)) results.Add(text.Result(number.Start, number.End, "number", new Dictionary<string, object?> { ["value"] = number.Written }));
        return results;
    }

    /// <summary>The numbers of a text in their order.</summary>
    public static List<Amount> Scan(EntityText entities)
    {
        var text = entities.Text;
        var numbers = new List<Amount>();
        for (var at = 0; at < text.Length;)
        {
            if (At(entities, at) is { } number)
            {
                numbers.Add(number);
                at = number.End;
            }
            else
            {
                at = Next(text, at);
            }
        }
        return numbers;
    }

    /// <summary>The number that begins at a place, or null.</summary>
    public static Amount? At(EntityText entities, int at)
    {
        var text = entities.Text;
        if (text[at] is '¼' or '½' or '¾') return new Amount(at, at + 1, text[at] switch { '¼' => .25, '½' => .5, _ => .75 });
        if (Characters.IsDigit(text[at]) || text[at] is '-' or '负' && at + 1 < text.Length && Characters.IsDigit(text[at + 1])) return ChineseAmount.Read(text, at) ?? DigitAmount.Read(entities, at);
        if (Characters.IsLatin(text[at])) return at > 0 && Characters.IsLatin(text[at - 1]) ? null : EnglishAmount.Read(text, at);
        return ChineseAmount.Read(text, at);
    }

    private static int Next(string text, int at)
    {
        if (Characters.IsLatin(text[at])) return Math.Max(at + 1, Characters.WordEnd(text, at));
        if (!Characters.IsDigit(text[at])) return at + 1;
        while (at < text.Length && (Characters.IsDigit(text[at]) || text[at] == '.' && at + 1 < text.Length && Characters.IsDigit(text[at + 1]))) at++;
        return at;
    }
}
