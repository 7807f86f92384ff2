using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads numbers in Chinese characters, with the short forms of speech: 三百二 is 320, 十几 is 10 and more, 俩 is 2.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";
    private const int MostCharacters = 24;
    private const decimal Largest = 1_000_000_000_000_000;

    private static readonly SearchValues<char> Parts = SearchValues.Create("几廿卅俩仨两〇壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿" + Digits);

    /// <summary>Whether a character can stand in such a number.</summary>
    public static bool IsPart(char unit) => Parts.Contains(unit);

    /// <summary>The factor of 十, 百, 千, 万, 亿; 1 for any other character.</summary>
    public static long UnitOf(char unit) => unit switch { '十' or '拾' => 10, '百' or '佰' => 100, '千' or '仟' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 1 };

    /// <summary>The digit a character stands for, or -1.</summary>
    public static int DigitOf(char unit) => unit switch { '两' => 2, '〇' => 0, '壹' => 1, '贰' => 2, '叁' => 3, '肆' => 4, '伍' => 5, '陆' => 6, '柒' => 7, '捌' => 8, '玖' => 9, _ => Digits.IndexOf(unit) };

    /// <summary>The number that begins at a place, or null.</summary>
    public static Numeral? Read(string text, int start)
    {
        if (text[start] is '俩' or '仨') return new Numeral(start, start + 1, text[start] == '俩' ? 2 : 3, NumeralForm.Chinese);
        var end = start;
        while (end < text.Length && end - start <= MostCharacters && IsPart(text[end]) && text[end] is not ('俩' or '仨')) end++;
        if (end - start > MostCharacters || IsOtherWord(text, start, end)) return null;
        var run = text.AsSpan(start, end - start);
        var (value, rough) = HasUnit(run) ? WithUnits(run) : Plain(run);
        if (value is not { } number) return null;
        number = WithDecimals(text, number, ref end);
        var roughEnd = RoughEnd(text, end);
        return new Numeral(start, roughEnd, number, NumeralForm.Chinese, rough || roughEnd > end, start > 0 && text[start - 1] == '第');
    }

    /// <summary>The end of a number with the word that makes it rough (多, 来, 余, 几) when a unit or nothing follows; else the end that was given.</summary>
    public static int RoughEnd(string text, int end)
    {
        if (end == 0 || end >= text.Length || text[end] is not ('多' or '来' or '余' or '几')) return end;
        var next = end + 1 < text.Length ? text[end + 1] : '.';
        return Characters.IsHan(next) && !"块元个号点天人次万千年月周岁斤位名户家遍回趟条件倍".Contains(next) ? end : end + 1;
    }

    // 一共, 一直, 万一, 百货: no number is meant. Only 十 counts without a digit before it.
    private static bool IsOtherWord(string text, int start, int end)
    {
        if (UnitOf(text[start]) >= 100) return true;
        if (end - start > 1 || text[start] != '一') return false;
        return end < text.Length && "共直下样起定般些切旦边会并致向贯模言律时面味块再方股系了".Contains(text[end]) && !(text[end] == '块' && Characters.StartsAtAny(text, end, "块钱", "块玻璃") > 0)
            || start > 0 && "万统唯之".Contains(text[start - 1]);
    }

    private static bool HasUnit(ReadOnlySpan<char> run)
    {
        foreach (var unit in run)
        {
            if (UnitOf(unit) > 1 || unit is '廿' or '卅') return true;
        }
        return false;
    }

    private static (decimal? Value, bool Rough) Plain(ReadOnlySpan<char> run)
    {
        decimal value = 0;
        foreach (var unit in run)
        {
            if (DigitOf(unit) is >= 0 and var digit) value = value * 10 + digit;
            else return (null, false);
        }
        // 两三天, 七八个: the lower of two neighbours.
        return run.Length == 2 && DigitOf(run[1]) == DigitOf(run[0]) + 1 && run[0] is not ('零' or '〇') ? (DigitOf(run[0]), true) : (run.Length > 18 ? null : value, false);
    }

    private static (decimal? Value, bool Rough) WithUnits(ReadOnlySpan<char> run)
    {
        decimal total = 0, section = 0, current = 0;
        long last = 1;
        var (rough, zero) = (false, false);
        foreach (var unit in run)
        {
            if (total > Largest) return (null, false);
            if (unit == '几') { rough = true; current = 0; continue; }
            if (unit is '廿' or '卅') { section += unit == '廿' ? 20 : 30; last = 10; current = 0; continue; }
            if (DigitOf(unit) is >= 0 and var digit)
            {
                zero = digit == 0;
                current = zero ? current : digit;
                if (zero) last = 1;
                continue;
            }
            var factor = UnitOf(unit);
            if (factor >= 10_000)
            {
                section += current;
                if (section == 0 && total == 0) section = 1;
                if (factor > 10_000) { total = (total + section) * factor; section = 0; }
                else { total += section * factor; section = 0; }
            }
            else
            {
                section += (current == 0 ? 1 : current) * factor;
            }
            (current, last, zero) = (0, factor, false);
        }
        return (total + section + current * (last >= 100 && !zero ? last / 10 : 1), rough);
    }

    // 二点五万, 三点五块: a decimal only when a unit of value follows, else it is a time of day.
    private static decimal WithDecimals(string text, decimal number, ref int end)
    {
        if (end >= text.Length || text[end] != '点' || number > 999) return number;
        var at = end + 1;
        decimal place = 0.1m, value = number;
        for (; at < text.Length && at < end + 6 && DigitOf(text[at]) is >= 0 and var digit; at++, place /= 10) value += digit * place;
        if (at == end + 1 || at >= text.Length || text[at] is not ('万' or '亿' or '块' or '元' or '倍' or '折')) return number;
        end = at;
        if (UnitOf(text[at]) is > 1 and var factor) { value *= factor; end++; }
        return value;
    }
}
