using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads Chinese names of places by how they end (店, 支行, 小区, 路18号) and by house, stair and floor numbers.</summary>
internal static class PlaceReader
{
    private const int LongestName = 14;

    /// <summary>Adds the first place that names something.</summary>
    public static void Read(FactReading reading)
    {
        if (reading.Has(FactNames.Place)) return;
        var (named, region) = (Named(reading) ?? House(reading), RegionReader.Read(reading));
        if (Fuller(named, region) is { } place) reading.Add(FactNames.Place, place);
    }

    // Of two readings that overlap the longer one, else the one that stands first.
    private static Span? Fuller(Span? named, Span? region)
    {
        if (named is not { } name || region is not { } area) return named ?? region;
        if (name.Overlaps(area)) return new Span(Math.Min(name.Start, area.Start), Math.Max(name.End, area.End));
        return name.Start < area.Start ? name : area;
    }

    private static Span? Named(FactReading reading)
    {
        Span? best = null;
        foreach (var suffix in reading.Cues(CueKind.PlaceSuffix))
        {
            if (!IsHan(reading.Text[suffix.Start])) continue;
            if (best is { } inside && suffix.Start < inside.End || reading.FindCue(CueKind.PlaceSuffix, new Span(suffix.End, Math.Min(reading.Text.Length, suffix.End + 3)))?.Start == suffix.End) continue;
            if (NameAround(reading, suffix) is not { } name) continue;
            if (best is null || name.Length > best.Value.Length + 2 && IsGenericDoor(reading, best.Value)) best = name;
        }
        return best;
    }

    private static bool IsGenericDoor(FactReading reading, Span name) => reading.Text.AsSpan(name.Start, name.Length) is "门口" or "小区门口" or "大门口" or "楼道" or "地下室" or "车库" or "电梯口";

    private static Span? NameAround(FactReading reading, Span suffix)
    {
        var text = reading.Text;
        if (IsOtherWord(text, suffix)) return null;
        var start = NameStart(reading, suffix);
        var stem = text.AsSpan(start, suffix.Start - start);
        var standsAlone = suffix.Length >= 3 && stem.IsEmpty && text.AsSpan(suffix.Start, suffix.Length) is "小区门口" or "地下室" or "停车场" or "电梯口" or "扶梯口" or "大门口";
        if (!standsAlone && (stem.IsEmpty || IsGeneric(reading, new Span(start, suffix.Start)) && stem.Length <= 2)) return text.AsSpan(suffix.Start, suffix.Length) is "机场" && EndsAt(text, suffix.Start, "在") ? suffix : null;
        return new Span(start, Further(reading, HouseEnd(reading, suffix.End)));
    }

    // 东风路海德公园, 金霞苑13栋一楼: one name goes on into the next.
    private static int Further(FactReading reading, int end)
    {
        for (var step = 0; step < 2; step++)
        {
            var reach = new Span(end, Math.Min(reading.ClauseAt(end).End, end + 12));
            if (reach.Length <= 0 || reading.FindCue(CueKind.PlaceSuffix, reach) is not { } next || reading.HasCue(CueKind.PlaceStop, new Span(end, next.Start)) || !AllNames(reading.Text, end, next.End) || IsOtherWord(reading.Text, next)) break;
            end = HouseEnd(reading, next.End);
        }
        return end;
    }

    private static bool AllNames(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!IsHan(text[at]) && !IsDigit(text[at])) return false;
        }
        return true;
    }

    // 店员, 站着, 学校里 and the like: the suffix begins another word, or is a verb.
    private static bool IsOtherWord(string text, Span suffix)
    {
        if (suffix.Length == 1 && text[suffix.Start] == '院' && suffix.End == text.Length) return true;
        if (suffix.End < text.Length && suffix.Length == 1)
        {
            var (word, next) = (text[suffix.Start], text[suffix.End]);
            if (word == '店' && "员家长主面铺方".Contains(next) || word == '站' && "着在起不了长".Contains(next) || word == '路' && "上过人由边费口面".Contains(next) && next != '口' || word == '院' && !IsDigit(next) && !ChineseNumerals.IsPart(next) || word == '街' && "上坊".Contains(next) || word == '弄') return true;
        }
        return suffix.Length == 2 && suffix.End < text.Length && (StartsAtAny(text, suffix.Start, "小区", "社区", "商场", "超市", "酒店", "医院", "学校", "大学", "饭店", "餐厅") > 0) && StartsAtAny(text, suffix.End, "物业", "业委会", "业主委", "老板", "经理", "客服", "态度", "服务") > 0 && suffix.Start < 2;
    }

    private static int NameStart(FactReading reading, Span suffix)
    {
        var text = reading.Text;
        var clause = reading.ClauseAt(suffix.Start);
        var start = suffix.Start;
        var least = Math.Max(clause.Start, suffix.Start - LongestName);
        while (start > least && (IsHan(text[start - 1]) || IsWord(text[start - 1])) && reading.IsFree(new Span(start - 1, start)) && !reading.EndsCue(CueKind.PlaceStop, start)) start--;
        return start;
    }

    private static bool IsGeneric(FactReading reading, Span stem) => reading.FindCue(CueKind.PlaceGeneric, stem) == stem;

    // 6栋2单元, 12楼, 7号梯, 301室
    private static Span? House(FactReading reading)
    {
        foreach (var numeral in reading.Numerals)
        {
            if (numeral.Ordinal || numeral.Form == NumeralForm.English || UnitEnd(reading.Text, numeral) is not { } end) continue;
            if (EndsAtAny(reading.Text, numeral.Start, "上", "下", "爬", "共", "有", "近", "每") > 0 || reading.Text[end - 1] == '层' && !EndsAt(reading.Text, numeral.Start, "在")) continue;
            return new Span(EstateStart(reading, numeral), HouseEnd(reading, end));
        }
        return null;
    }

    // 和光里7栋: the name of the estate before its house, back to a word that no name begins with.
    private static int EstateStart(FactReading reading, Numeral numeral)
    {
        var text = reading.Text;
        if (StartsAtAny(text, numeral.End, "栋", "幢", "号楼", "期", "座") == 0) return numeral.Start;
        var start = NameStart(reading, numeral.Span);
        var clause = reading.ClauseAt(numeral.Start);
        var free = start == clause.Start || reading.EndsCue(CueKind.PlaceStop, start);
        return free && numeral.Start - start is >= 2 and <= 8 && !reading.HasCue(CueKind.PlaceGeneric, new Span(start, numeral.Start)) ? start : numeral.Start;
    }

    // Follows a name with the numbers behind it: 柳营路18号2楼, 枫林苑三期6栋.
    private static int HouseEnd(FactReading reading, int end)
    {
        var text = reading.Text;
        for (var step = 0; step < 4; step++)
        {
            if (reading.NumeralAt(end) is not { } numeral || UnitEnd(text, numeral, behindName: true) is not { } next) break;
            end = next;
        }
        return end + StartsAtAny(text, end, "门口", "楼道", "大厅", "后面", "旁边");
    }

    private static int? UnitEnd(string text, Numeral numeral, bool behindName = false)
    {
        if (!numeral.IsWhole(1, 9999) || numeral.End >= text.Length) return null;
        var unit = StartsAtAny(text, numeral.End, "号楼", "号梯", "号院", "号铺", "号柜台", "号窗口", "号桌", "单元", "栋", "幢", "楼", "层", "室", "弄", "期");
        if (unit == 0 && behindName) unit = StartsAtAny(text, numeral.End, "号", "区", "座");
        if (unit == 0 || StartsAtAny(text, numeral.End, "楼道", "室友", "期间", "期望", "层次", "弄坏", "期货", "期限") > 0) return null;
        return !behindName && text[numeral.End] is ('期' or '弄') ? null : numeral.End + unit;
    }
}
