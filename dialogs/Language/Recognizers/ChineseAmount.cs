using ComplaintBot.Dialogs.Language.Facts;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads numbers in Chinese: 负四十五亿零四百, 5亿1万, 四百五, 十点二三, 三百五又三分之一, 一打.</summary>
internal static class ChineseAmount
{
    private const string Over = "分之";

    // Longer ones are made up; the pieces of time try a number at every place.
    private const int MostCharacters = 80;

    /// <summary>The number that begins at a place, or null; digits alone are not one.</summary>
    public static Amount? Read(string text, int start)
    {
        var negative = text[start] is '负' or '-';
        var from = negative ? SkipSpaces(text, start + 1) : start;
        if (negative && text[start] == '-' && start > 0 && (IsWord(text[start - 1]) || text[start - 1] == '-')) return null;
        if (StartsAt(text, from, "百分之") || Decimal(text, from) is not { } first) return null;
        var number = Fraction(text, first) ?? Mixed(text, first) ?? first;
        var onlyDigits = number == first && !HasHan(text, from, first.End);
        if (onlyDigits || number == first && IsOtherWord(text, from, first.End)) return null;
        return new Amount(start, number.End, negative ? -number.Value : number.Value);
    }

    private static bool HasHan(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (IsHan(text[at])) return true;
        }
        return false;
    }

    // 一切, 万一, 退伍, and units that count nothing.
    private static bool IsOtherWord(string text, int start, int end)
    {
        if (end - start > 1) return text.AsSpan(start, end - start).IndexOfAnyExcept('万', '亿', '千') < 0;
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return text[start] switch
        {
            '壹' => "切共直样些起般定".Contains(after),
            '一' => "切共直样些起般定旦边致向贯旁律时味再番概会看美块".Contains(after) || "万统唯之专".Contains(before),
            '万' or '亿' or '千' or '百' or '拾' or '兆' or '零' => text[start] is not '零' || "星食售钱件碎".Contains(after),
            '伍' or '陆' => "退队入大登着".Contains(before) || "续军地仁".Contains(after),
            '肆' => "意无".Contains(after),
            '四' => "川".Contains(after),
            '十' => "足分".Contains(after) && "味分".Contains(before),
            '九' => "泉".Contains(after),
            '二' => after == '%',
            '三' => "再".Contains(before),
            '几' or '两' => text[start] == '几' || "侧岸边者".Contains(after),
            _ => false,
        };
    }

    // 三分之一: the lower number is said first. 一百五又三分之一 is read from its whole.
    private static Amount? Fraction(string text, Amount lower)
    {
        if (OverEnd(text, lower.End) is not { } over || lower.Value == 0 || Decimal(text, SkipSpaces(text, over)) is not { } upper) return null;
        return new Amount(lower.Start, upper.End, upper.Value / lower.Value);
    }

    private static Amount? Mixed(string text, Amount whole)
    {
        var and = SkipSpaces(text, whole.End);
        if (and >= text.Length || text[and] != '又') return null;
        return Decimal(text, SkipSpaces(text, and + 1)) is { } lower && Fraction(text, lower) is { } part ? new Amount(whole.Start, part.End, whole.Value + part.Value) : null;
    }

    private static int? OverEnd(string text, int at)
    {
        at = SkipSpaces(text, at);
        if (StartsAt(text, at, Over)) return at + Over.Length;
        if (at >= text.Length || text[at] != '分') return null;
        at = SkipSpaces(text, at + 1);
        return at < text.Length && text[at] == '之' ? at + 1 : null;
    }

    // 十点二三三: digits behind the point, one by one.
    private static Amount? Decimal(string text, int start)
    {
        if (Whole(text, start) is not { } whole) return null;
        var (value, end) = (whole.Value, whole.End);
        if (end < text.Length && text[end] == '点')
        {
            var (place, at) = (.1, end + 1);
            for (; at < text.Length && text[at] != '两' && ChineseNumerals.DigitOf(text[at]) is >= 0 and var digit && at - end < 20; at++, place /= 10) value += digit * place;
            if (at > end + 1) end = at;
            if (end < text.Length && end > whole.End && Unit(text[end]) >= 10_000) value *= Unit(text[end++]);
        }
        return end < text.Length && text[end] == '打' && !(end + 1 < text.Length && "电架开包听算人车卡折扰".Contains(text[end + 1])) ? new Amount(start, end + 1, value * 12) : new Amount(start, end, value);
    }

    private static double Unit(char unit) => unit == '兆' ? 1e12 : unit == '廿' ? 20 : unit == '卅' ? 30 : ChineseNumerals.UnitOf(unit);

    // Sections of four digits, each closed by 万, 亿 or 兆; a bare digit at the end counts tenths of the unit before it (四百五).
    private static Amount? Whole(string text, int start)
    {
        double total = 0, section = 0, current = 0, last = 1;
        var (end, zero, open, spoken) = (start, false, false, 0);
        for (var at = start; at < text.Length && at - start < MostCharacters; at = SkipInner(text, at))
        {
            if (IsDigit(text[at]))
            {
                if (open || DigitAmount.Plain(text, at) is not { } digits || at > start && spoken == 0) break;
                (current, open, at) = (digits.Value, true, digits.End - 1);
                spoken++;
            }
            else if (ChineseNumerals.DigitOf(text[at]) is >= 0 and var digit)
            {
                zero = digit == 0;
                current = open && !zero ? current * 10 + digit : zero ? 0 : digit;
                open = !zero || at == start;
                spoken++;
            }
            else if (Unit(text[at]) is > 1 and var unit)
            {
                // 五十千: ten thousand is said 万.
                if (unit < 10_000 && unit > last && last > 1 && !open && section > 0) break;
                if (zero && unit == 10 && start == at - 1) open = false;
                Take(unit, ref total, ref section, ref current, open, spoken == 0);
                (last, zero, open) = (unit, false, false);
                spoken++;
            }
            else if (text[at] is '几' or '余' or '多' && spoken > 0 && IsRoughUnit(text, at) || text[at] is '俩' or '仨')
            {
                if (text[at] is '俩' or '仨') (current, open) = (text[at] == '俩' ? 2 : 3, true);
                spoken++;
            }
            else break;
            end = at + 1;
        }
        if (spoken == 0) return null;
        var tail = open && !zero && last >= 100 && current < 10 && !IsDigit(text[end - 1]) && !HasZeroBefore(text, end) ? current * last / 10 : current;
        return new Amount(start, end, total + section + tail);
    }

    private static void Take(double unit, ref double total, ref double section, ref double current, bool open, bool first)
    {
        if (unit >= 10_000)
        {
            section += current;
            if (section == 0 && total == 0 && first) section = 1;
            if (section == 0) total *= unit;
            else if (total > 0 && unit > 10_000 && total < unit) total = (total + section) * unit;
            else total += section * unit;
            section = 0;
        }
        else
        {
            section += (open ? current : 1) * unit;
        }
        current = 0;
    }

    private static bool HasZeroBefore(string text, int end) => end > 1 && text[end - 2] is '零' or '〇';

    // 十多万, 五百余万: rough, but the unit behind still counts.
    private static bool IsRoughUnit(string text, int at)
    {
        var next = SkipSpaces(text, at + 1);
        return next < text.Length && ChineseNumerals.UnitOf(text[next]) >= 10_000;
    }

    // Spaces stand inside a number where another part of it follows.
    private static int SkipInner(string text, int at)
    {
        var next = SkipSpaces(text, at + 1);
        if (next == at + 1 || next >= text.Length) return at + 1;
        var part = ChineseNumerals.DigitOf(text[next]) >= 0 || Unit(text[next]) > 1 || text[next] is '余' or '多' || IsDigit(text[next]) && Unit(text[at]) > 1;
        return part && (Unit(text[next]) > 1 || !IsDigit(text[at])) ? next : at + 1;
    }
}
