using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads Chinese names of places that begin with a region: 某市某区, then the name of an estate or a building that no suffix gives away.</summary>
internal static class RegionReader
{
    private const string Regions = "省市区县镇乡";
    private const int LongestRegion = 3;
    private const int LongestEstate = 10;

    /// <summary>The first such place, or null.</summary>
    public static Span? Read(FactReading reading)
    {
        var text = reading.Text;
        for (var at = 1; at < text.Length; at++)
        {
            if (!Regions.Contains(text[at]) || Start(reading, at) is not { } start) continue;
            var end = at + 1;
            while (NextRegion(text, end) is { } next) end = next;
            var estate = EstateEnd(reading, end);
            // A region alone is a whole town.
            if (estate - end >= 2) return new Span(start, estate);
            at = end;
        }
        return null;
    }

    // The region's name must stand free: behind a mark, the beginning, or a word that no name begins with.
    private static int? Start(FactReading reading, int suffix)
    {
        var text = reading.Text;
        var start = suffix;
        var letters = start > 0 && IsWord(text[start - 1]);
        while (start > 0 && suffix - start < LongestRegion && (letters ? IsWord(text[start - 1]) : IsHan(text[start - 1])) && !reading.EndsCue(CueKind.PlaceStop, start)) start--;
        if (start == suffix || IsOtherWord(text, suffix) || !letters && suffix - start < 2) return null;
        return start == 0 || !IsHan(text[start - 1]) && !IsWord(text[start - 1]) || letters && IsHan(text[start - 1]) || reading.EndsCue(CueKind.PlaceStop, start) ? start : null;
    }

    // 小区, 超市, 上市, 城市: the character ends another word.
    private static bool IsOtherWord(string text, int suffix) =>
        suffix > 0 && text[suffix] switch
        {
            '区' => "小社片园地景校厂库分城辖专".Contains(text[suffix - 1]),
            '市' => "超上城股门夜早菜都闹开楼本全我".Contains(text[suffix - 1]),
            '镇' => "冰乡小古".Contains(text[suffix - 1]),
            '乡' => "家老回下故水城".Contains(text[suffix - 1]),
            '县' => "全本各".Contains(text[suffix - 1]),
            _ => "全本各外".Contains(text[suffix - 1]),
        };

    private static int? NextRegion(string text, int from)
    {
        for (var at = from + 1; at <= from + LongestRegion && at < text.Length; at++)
        {
            if (Regions.Contains(text[at]) && !IsOtherWord(text, at)) return at + 1;
            if (!IsHan(text[at]) && !IsWord(text[at])) return null;
        }
        return null;
    }

    // The name goes on up to a word that no estate's name has in it.
    private static int EstateEnd(FactReading reading, int from)
    {
        var text = reading.Text;
        var most = Math.Min(text.Length, from + LongestEstate);
        var end = from;
        while (end < most && (IsHan(text[end]) || IsWord(text[end])) && reading.IsFree(new Span(end, end + 1))) end++;
        foreach (var stop in reading.CuesIn(CueKind.PlaceAfter, new Span(from, end)))
        {
            if (stop.Start < from + 2 && stop.Length == 1 && stop.Start > from) continue;
            return stop.Start;
        }
        // Cut off by the limit, and not by a word or a mark, it is a sentence and no name.
        return end == most && end < text.Length && IsHan(text[end]) ? from : end;
    }
}
