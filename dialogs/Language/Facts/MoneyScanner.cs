using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Finds sums of money: numerals with a currency, and bare numerals where money is spoken of or was asked for.</summary>
internal static class MoneyScanner
{
    private const int MostSums = 32;

    // In the answer to an offer a large bare number is what the customer wants instead.
    private const string Bargaining = "offer";
    private const int LeastDemand = 100;

    private static readonly (string Word, string Code)[] Before =
        [("us$", "USD"), ("hk$", "HKD"), ("nt$", "TWD"), ("a$", "AUD"), ("rmb", "CNY"), ("cny", "CNY"), ("usd", "USD"), ("hkd", "HKD"), ("gbp", "GBP"), ("eur", "EUR"), ("人民币", "CNY"), ("港币", "HKD"), ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("英镑", "GBP"), ("台币", "TWD"), ("¥", "CNY"), ("$", "USD"), ("£", "GBP"), ("€", "EUR")];

    private static readonly (string Word, string? Code)[] Behind =
    [
        ("美元", "USD"), ("美金", "USD"), ("美刀", "USD"), ("欧元", "EUR"), ("英镑", "GBP"), ("港币", "HKD"), ("港元", "HKD"), ("新台币", "TWD"), ("台币", "TWD"), ("日元", "JPY"), ("人民币", "CNY"), ("元人民币", "CNY"),
        ("块钱", "CNY"), ("元钱", "CNY"), ("块", "CNY"), ("元整", "CNY"), ("元", "CNY"), ("圆", "CNY"), ("rmb", "CNY"), ("cny", "CNY"), ("yuan", "CNY"), ("dollars", "USD"), ("dollar", "USD"), ("bucks", "USD"), ("buck", "USD"), ("usd", "USD"),
        ("us dollars", "USD"), ("quid", "GBP"), ("pounds", "GBP"), ("pound", "GBP"), ("gbp", "GBP"), ("euros", "EUR"), ("euro", "EUR"), ("eur", "EUR"), ("£", "GBP"), ("€", "EUR"), ("$", "USD"), ("¥", "CNY"),
    ];

    // What is counted otherwise than money; "块" of cake and "points" of a score are told by the words around.
    private const string UnitsZh = "个条桌次天号日月年点分秒人位楼层栋幢室小钟周岁斤公米盒箱件份遍回趟只张本台部辆级折倍%度瓶包袋杯碗盘根颗粒双套对期户家名页字寸平升支门单间把匹排路线代款种样半克刻";

    /// <summary>The sums in the order of the text.</summary>
    public static List<Sum> Scan(FactReading reading)
    {
        var sums = new List<Sum>();
        var asked = reading.Expects(FactType.Money);
        var corrected = false;
        var bargains = reading.Context.Question == Bargaining;
        foreach (var numeral in reading.Numerals)
        {
            if (sums.Count == MostSums) break;
            if (numeral.Ordinal || sums.Count > 0 && numeral.Start < sums[^1].Span.End || !reading.IsFree(numeral.Span)) continue;
            // "不是45，是54": the second is the sum, as money was spoken of when the first was denied.
            if (IsCorrected(reading.Text, numeral.Start))
            {
                corrected |= IsBareSum(reading, numeral, asked);
                continue;
            }
            var sum = WithCurrency(reading, numeral) ?? (IsBareSum(reading, numeral, asked || corrected || (bargains && numeral.Value >= LeastDemand)) ? new Sum(numeral.Span, numeral.Value, null) : null);
            if (sum is { } found) sums.Add(found);
        }
        return sums;
    }

    private static Sum? WithCurrency(FactReading reading, Numeral numeral)
    {
        var text = reading.Text;
        var (start, end, value) = (numeral.Start, numeral.End, numeral.Value);
        string? currency = null;
        foreach (var (word, code) in Before)
        {
            if (EndsAtAny(text, start, word) is not (> 0 and var length)) continue;
            (start, currency) = (start - length, code);
            break;
        }
        var small = SmallCoins(text, end, ref value);
        if (small > end) return new Sum(new Span(start, small), value, "CNY");
        var at = SkipSpaces(text, end);
        foreach (var (word, code) in Behind)
        {
            if (!StartsAt(text, at, word) || word == "块" && IsPiece(reading, numeral)) continue;
            currency ??= code;
            end = Coins(reading, text, at + word.Length, ref value);
            break;
        }
        return currency is null ? null : new Sum(new Span(start, end), value, currency);
    }

    // 39块9, 三块五, 12元5角: what follows the main unit.
    private static int Coins(FactReading reading, string text, int end, ref decimal value)
    {
        if (end >= text.Length || reading.NumeralAt(end) is not { Value: >= 1 and < 100, Ordinal: false } tail) return end;
        if (StartsAtAny(text, tail.End, "毛钱", "毛", "角") is > 0 and var tenths) { value += tail.Value / 10; return tail.End + tenths; }
        if (StartsAt(text, tail.End, "分") && !StartsAt(text, tail.End, "分钟")) { value += tail.Value / 100; return tail.End + 1; }
        if (tail.End < text.Length && (UnitsZh.Contains(text[tail.End]) || text[tail.End] is '块' or '元')) return end;
        if (tail.Value < 10) value += tail.Value / 10;
        else value += tail.Value / 100;
        return tail.End;
    }

    private static int SmallCoins(string text, int end, ref decimal value)
    {
        var word = StartsAtAny(text, end, "毛钱", "毛", "角钱");
        if (word == 0) return end;
        value /= 10;
        return end + word;
    }

    private static bool IsPiece(FactReading reading, Numeral numeral)
    {
        if (EndsAtAny(reading.Text, numeral.Start, "成", "碎", "断", "裂", "切", "分") > 0) return true;
        var at = numeral.End + 1;
        return at < reading.Text.Length && "玻铁石布肉骨蛋豆饼木砖皮板区地屏表电腕".Contains(reading.Text[at]) || StartsAt(reading.Text, at, "头皮");
    }

    private static bool IsBareSum(FactReading reading, Numeral numeral, bool asked)
    {
        var text = reading.Text;
        if (numeral.Value <= 0 || numeral.End < text.Length && (UnitsZh.Contains(text[numeral.End]) || text[numeral.End] is ':' or '%' or '/' or '-')) return false;
        if (numeral.Start > 0 && (text[numeral.Start - 1] is '/' or '-' or '#' or ':' && !asked && numeral.Form != NumeralForm.Chinese || "第楼号栋".Contains(text[numeral.Start - 1]))) return false;
        if (!asked && (numeral.Form == NumeralForm.Chinese && !HasUnit(text.AsSpan(numeral.Start, numeral.Span.Length)) || numeral.Form == NumeralForm.Digits && numeral.IsWhole(0, 4))) return false;
        if (numeral.End < text.Length && text[numeral.End] == '、' && !asked || EndsAtAny(text, numeral.Start, "单元", "室", "幢") > 0) return false;
        if (numeral.Form == NumeralForm.English && numeral.Value < 10 && !asked || numeral.Form == NumeralForm.Chinese && numeral.Value < 10 && !asked) return false;
        if (EnglishUnits.Follows(text, numeral.End) || StartsAtAny(text, numeral.End, "am", "pm", "gb", "mb", "g", "kg", "km", "mm", "cm", "ml", "l", "w", "x", "yr", "hrs", "min") > 0) return false;
        if (asked) return true;
        // Four digits near the present are a year unless a currency says otherwise.
        if (numeral.Form == NumeralForm.Digits && numeral.IsWhole(1990, 2035) && reading.FindCue(CueKind.MoneyContext, new Span(Math.Max(0, numeral.Start - 3), numeral.Start)) is null) return false;
        if (IsCardTail(reading, numeral)) return false;
        return IsNearMoney(reading, numeral);
    }

    private static bool HasUnit(ReadOnlySpan<char> written)
    {
        foreach (var unit in written)
        {
            if (ChineseNumerals.UnitOf(unit) > 1) return true;
        }
        return false;
    }

    private static bool IsNearMoney(FactReading reading, Numeral numeral)
    {
        var clause = reading.ClauseAt(numeral.Start);
        var latin = numeral.Form != NumeralForm.Chinese && numeral.Start > 1 && IsLatin(reading.Text[Math.Max(0, SkipBack(reading.Text, numeral.Start))]);
        var before = new Span(Math.Max(clause.Start, numeral.Start - (latin ? 24 : 8)), numeral.Start);
        if (reading.HasCue(CueKind.MoneyContext, before) || reading.HasCue(CueKind.MoneyCharged, before) || reading.HasCue(CueKind.MoneyExpected, before)) return true;
        if (numeral.Value >= 100 && reading.HasCue(CueKind.MoneyDemand, before)) return true;
        var after = new Span(numeral.End, Math.Min(clause.End, numeral.End + (latin || numeral.End < reading.Text.Length && reading.Text[numeral.End] == ' ' ? 16 : 4)));
        if (after.Start < after.End && reading.HasCue(CueKind.MoneyContext, after)) return true;
        // 12.50 is a price by its two decimals when money is spoken of at all.
        var cents = numeral.Form == NumeralForm.Digits && numeral.Span.Length >= 4 && reading.Text[numeral.End - 3] == '.';
        return (cents || numeral.Form == NumeralForm.Chinese && numeral.Value >= 100) && !reading.Cues(CueKind.MoneyContext).IsEmpty;
    }

    private static int SkipBack(string text, int at)
    {
        do at--; while (at > 0 && text[at] == ' ');
        return at;
    }

    private static bool IsCardTail(FactReading reading, Numeral numeral) =>
        reading.FindCue(CueKind.CardNumber, new Span(Math.Max(0, numeral.Start - 12), numeral.Start)) is { } cue && numeral.Start - cue.End <= 4;

    private static bool IsCorrected(string text, int start) => EndsAtAny(text, start, "不是", "并不是", "not") > 0;
}
