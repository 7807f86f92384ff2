using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads how long a state has lasted (三天了, 快一个月了, 第三天了) as the moment it began.</summary>
internal static class ChineseDuration
{
    /// <summary>A unit of time at a place: what one of it is worth and where it ends; null when there is none.</summary>
    public static (int Days, int Minutes, int Months, int End)? UnitAt(string text, int at)
    {
        var word = StartsAtAny(text, at, "个星期", "个礼拜", "星期", "礼拜", "周");
        if (word > 0) return (7, 0, 0, at + word);
        word = StartsAtAny(text, at, "个多月", "个月", "个来月");
        if (word > 0) return (0, 0, 1, at + word);
        word = StartsAtAny(text, at, "个多小时", "个小时", "个钟头", "个多钟头", "个钟", "小时", "钟头");
        if (word > 0) return (0, 60, 0, at + word);
        word = StartsAtAny(text, at, "分钟");
        if (word > 0) return (0, 1, 0, at + word);
        word = StartsAtAny(text, at, "天", "日");
        if (word > 0) return (1, 0, 0, at + word);
        return StartsAt(text, at, "年") ? (0, 0, 12, at + 1) : null;
    }

    /// <summary>A moment so many units back, or null when the calendar does not reach so far.</summary>
    public static DateTime? Subtract(DateTime now, int count, int days, int minutes, int months)
    {
        if (days * (long)count > 200_000 || months * (long)count > 6_000) return null;
        return months > 0 ? now.AddMonths(-months * count) : now.AddDays(-(double)days * count).AddMinutes(-(double)minutes * count);
    }

    /// <summary>The state that has lasted as long as the numeral says, or null when it is no such statement.</summary>
    public static TimeMention? Read(TimeText time, Numeral numeral)
    {
        var text = time.Text;
        if (!numeral.IsWhole(1, 5000) || UnitAt(text, numeral.End) is not { } unit) return null;
        var nth = numeral.Ordinal || numeral.Start > 0 && text[numeral.Start - 1] == '第';
        var end = unit.End;
        if (StartsAt(text, end, "多")) end++;
        var lasting = StartsAt(text, end, "了") || StartsAtAny(text, end, "没", "还没", "都没") > 0 && unit.Minutes == 0 && text[unit.End - 1] != '周';
        var start = nth ? numeral.Start - 1 : numeral.Start;
        // 写成24个月了, 说三天: a length that was written or named, not one that has passed.
        if (EndsAtAny(text, start, "成", "写", "说", "是", "为", "改", "才") > 0) return null;
        var before = EndsAtAny(text, start, "已经快", "已经", "快要", "快", "将近", "近", "都", "足足", "整整");
        if (!lasting && (before == 0 || unit.Minutes > 0)) return null;
        var count = nth ? (int)numeral.Value - 1 : (int)numeral.Value;
        if (Subtract(time.Now, count, unit.Days, unit.Minutes, unit.Months) is not { } moment) return null;
        if (StartsAt(text, end, "了")) end++;
        return new TimeMention(new Span(start - (text[start - before] is '快' or '近' ? before : 0), end), Value(moment, unit.Minutes > 0)) { Lasting = true };
    }

    /// <summary>半个月了, 半年了.</summary>
    public static TimeMention? ReadHalf(TimeText time, int at)
    {
        var text = time.Text;
        var (word, moment) = StartsAtAny(text, at, "半个多月", "半个月") is > 0 and var month ? (month, time.Now.AddDays(-15)) : StartsAt(text, at, "半年") ? (2, time.Now.AddMonths(-6)) : (0, time.Now);
        if (word == 0 || !StartsAt(text, at + word, "了") && EndsAtAny(text, at, "快", "已经", "都", "近") == 0) return null;
        return new TimeMention(new Span(at, at + word + (StartsAt(text, at + word, "了") ? 1 : 0)), Value(moment, clock: false)) { Lasting = true };
    }

    private static string Value(DateTime moment, bool clock) =>
        moment.ToString(clock ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
