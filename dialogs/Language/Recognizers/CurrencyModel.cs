using System.Collections.Frozen;
using System.Globalization;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Finds sums of money: a number with the currency before or behind it, with its cents, and currencies without a number.</summary>
internal static class CurrencyModel
{
    private static readonly FrozenDictionary<char, (string Word, Money Money)[]> Behind = Index(before: false);
    private static readonly FrozenDictionary<char, (string Word, Money Money)[]> Before = Index(before: true);

    /// <summary>The sums of a text.</summary>
    public static List<ModelResult> Read(EntityText entities)
    {
        var text = entities.Text;
        var results = new List<ModelResult>();
        for (var at = 0; at < text.Length;)
        {
            if (Sum(entities, at) is { } sum)
            {
                results.Add(sum.Result);
                at = sum.End;
            }
            else
            {
                at = IsDigit(text[at]) ? SkipDigits(text, at) : IsLatin(text[at]) ? Math.Max(at + 1, LettersEnd(text, at)) : at + 1;
            }
        }
        return results;
    }

    private static (ModelResult Result, int End)? Sum(EntityText entities, int at)
    {
        var text = entities.Text;
        var isWordStart = at == 0 || !IsWord(text[at]) || !IsWord(text[at - 1]);
        // "a $ 300": the letter is an article where a blank parts it from the sign and stands alone.
        if (isWordStart && text[at] is 'a' or 's' && at + 1 < text.Length && text[at + 1] == ' ') return null;
        if (isWordStart && UnitAt(Before, text, at) is { } unit && NumberAt(entities, SkipSpaces(text, unit.End)) is { } behind)
        {
            var (value, end) = WithParts(entities, unit.Money, behind.Value, behind.End);
            return Result(entities, at, end, unit.Money, value);
        }
        if (NumberAt(entities, at) is { } number && (IsDigit(text[at]) || isWordStart || IsHan(text[at])))
        {
            var next = SkipSpaces(text, number.End);
            if (next < text.Length && text[next] == '-') next++;
            if (UnitAt(Behind, text, next) is not { } named || IsPiece(text, named.End, named.Money)) return null;
            var (value, end) = WithParts(entities, named.Money, number.Value, named.End);
            return Result(entities, at, end, named.Money, value);
        }
        // A currency that is only named; single signs and 元, 块 and 毛 mean nothing alone.
        return isWordStart && UnitAt(Behind, text, at) is { } alone && IsName(text, at, alone) ? Result(entities, at, alone.End, alone.Money, null) : null;
    }

    private static bool IsName(string text, int at, (Money Money, int End) unit) =>
        unit.End - at >= 2 && (IsHan(text[at]) ? unit.Money.Unit is not "Jiao" && text[unit.End - 1] != '分' && text[at] is not ('块' or '元') && !(at > 0 && IsHan(text[at - 1])) : text.AsSpan(at, unit.End - at) is "dollar" or "dollars" or "euro" or "euros" or "yen" or "yuan" or "usd" or "eur" or "rmb");

    // Two 块 of cake.
    private static bool IsPiece(string text, int end, Money money) => money.Iso == "CNY" && text[end - 1] == '块' && end < text.Length && "玻铁石布肉骨蛋豆饼木砖皮板区地屏表电".Contains(text[end]);

    private static Amount? NumberAt(EntityText entities, int at)
    {
        if (at >= entities.Text.Length) return null;
        if (at > 0 && IsDigit(entities.Text[at]) && IsLatin(entities.Text[at - 1]) && UnitEnds(entities.Text, at) is false) return null;
        return entities.Text[at] == '-' ? null : NumberModel.At(entities, at);
    }

    private static bool UnitEnds(string text, int at)
    {
        var start = at;
        while (start > 0 && IsLatin(text[start - 1])) start--;
        return UnitAt(Before, text, start) is { } unit && unit.End == at;
    }

    // 3 dollars 50 cents, 两美元又三美分, 39块9
    private static (double Value, int End) WithParts(EntityText entities, Money money, double value, int end)
    {
        var text = entities.Text;
        var at = SkipSpaces(text, end);
        at += StartsAtAny(text, at, "and", "又", "零");
        at = SkipSpaces(text, at);
        if (at >= text.Length || at == end && !IsHan(text[end - 1]) || NumberModel.At(entities, at) is not { Value: >= 0 and < 100 } tail) return (value, end);
        var unit = SkipSpaces(text, tail.End);
        if (money.Iso == "CNY" && StartsAtAny(text, unit, "毛钱", "毛", "角") is > 0 and var tenth) return WithParts(entities, money, value + tail.Value / 10, unit + tenth);
        var part = money.Parts.Length > 0 ? StartsAtAny(text, unit, money.Parts) : 0;
        if (part > 0 && !StartsAt(text, unit, "分钟")) return (value + tail.Value / 100, unit + part);
        var colloquial = money.Iso == "CNY" && at == end && text[end - 1] is '块' && tail.Value < 10 && (tail.End >= text.Length || !IsHan(text[tail.End]));
        return colloquial ? (value + tail.Value / 10, tail.End) : (value, end);
    }

    private static (ModelResult, int)? Result(EntityText entities, int start, int end, Money money, double? value)
    {
        var resolution = new Dictionary<string, object?> { ["value"] = value?.ToString("G15", CultureInfo.InvariantCulture), ["unit"] = money.Unit };
        if (money.Iso is { } iso) resolution["isoCurrency"] = iso;
        if (money.Unit == "Jiao") (resolution["value"], resolution["unit"], resolution["isoCurrency"]) = ((value / 10)?.ToString("G15", CultureInfo.InvariantCulture), "Chinese yuan", "CNY");
        return (entities.Result(start, end, "currency", resolution), end);
    }

    private static (Money Money, int End)? UnitAt(FrozenDictionary<char, (string Word, Money Money)[]> index, string text, int at)
    {
        if (at >= text.Length || !index.TryGetValue(text[at], out var units)) return null;
        foreach (var (word, money) in units)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && (!IsLatin(word[^1]) || at + word.Length >= text.Length || !IsLatin(text[at + word.Length]))) return (money, at + word.Length);
        }
        return null;
    }

    private static FrozenDictionary<char, (string Word, Money Money)[]> Index(bool before) =>
        Money.All.SelectMany(money => money.Words.Where(word => before ? word[0] == '^' : !word.StartsWith("^^", StringComparison.Ordinal)).Select(word => (Word: word.TrimStart('^'), Money: money)))
            .GroupBy(unit => unit.Word[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(unit => unit.Word.Length).ToArray());

    private static int LettersEnd(string text, int at)
    {
        while (at < text.Length && IsLatin(text[at])) at++;
        return at;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && (IsDigit(text[at]) || text[at] is '.' or ',' && at + 1 < text.Length && IsDigit(text[at + 1]))) at++;
        return at;
    }
}
