using ComplaintBot.Dialogs.Language.Facts;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads the pieces of time that Chinese speakers say: days, weeks, months, years, hours, parts of the day and durations.</summary>
internal static class ChineseTimes
{
    private static readonly (string Word, int Days)[] Days =
        [("大前天", -3), ("大后天", 3), ("前天", -2), ("前日", -2), ("昨天", -1), ("昨日", -1), ("昨", -1), ("今天", 0), ("今日", 0), ("今", 0), ("最近", 0), ("明天", 1), ("明日", 1), ("明", 1), ("后天", 2), ("后日", 2)];

    private static readonly (string Word, string Timex, int From, int To)[] Parts =
    [
        ("凌晨", "TDA", 0, 8), ("清晨", "TMO", 8, 12), ("早上", "TMO", 8, 12), ("早晨", "TMO", 8, 12), ("早间", "TMO", 8, 12), ("上午", "TMO", 8, 12), ("中午", "TMI", 11, 13), ("午后", "TAF", 12, 16), ("下午", "TAF", 12, 16),
        ("傍晚", "TEV", 16, 20), ("晚上", "TEV", 16, 20), ("晚间", "TEV", 16, 20), ("夜晚", "TNI", 20, 24), ("夜里", "TNI", 20, 24), ("半夜", "TNI", 20, 24), ("深夜", "TNI", 20, 24), ("早", "TMO", 8, 12), ("晚", "TEV", 16, 20),
    ];

    /// <summary>The piece that begins at a place, or null.</summary>
    public static TimePiece? Read(EntityText entities, int at, DateTime now)
    {
        var text = entities.Text;
        if (text[at] is '大' or '约')
        {
            var about = StartsAtAny(text, at, "大约", "约");
            if (about > 0 && at + about < text.Length && Number(text, SkipSpaces(text, at + about)) is not null || about > 0 && Part(text, at + about) is not null) return Read(entities, SkipSpaces(text, at + about), now) is { Kind: TimeKind.Clock or TimeKind.Hours } clock ? clock with { Start = at } : null;
        }
        if (StartsAtAny(text, at, "今日头条", "明白", "明显", "明星", "明确", "今后", "早已", "早就", "晚辈", "晚会", "昨非") > 0) return null;
        return Day(text, at, now) ?? ChinesePeriods.Read(text, at, now) ?? Part(text, at) ?? Counted(text, at, now);
    }

    /// <summary>A whole number in digits or characters, or null; years are read digit by digit (二零一六).</summary>
    public static (int Value, int End)? Number(string text, int at)
    {
        if (at >= text.Length) return null;
        if (IsDigit(text[at])) return NumericTimes.Digits(text, at) is { Value: < int.MaxValue } digits ? digits : null;
        if (ChineseNumerals.DigitOf(text[at]) < 0 && text[at] is not '十' and not '廿') return null;
        var (end, spoken) = (at, 0);
        while (end < text.Length && ChineseNumerals.DigitOf(text[end]) is >= 0 and var digit && end - at < 5) (spoken, end) = (spoken * 10 + digit, end + 1);
        if (end - at >= 2 && (end >= text.Length || ChineseNumerals.UnitOf(text[end]) == 1)) return (spoken, end);
        return ChineseAmount.Read(text, at) is { Value: >= 0 and < 100_000 } amount && amount.Value == Math.Floor(amount.Value) ? ((int)amount.Value, amount.End) : end == at + 1 ? (spoken, end) : null;
    }

    /// <summary>A day of the month at a place, with 日, 号 or the old way of counting (初一, 三十), or null.</summary>
    public static (int Day, int End)? DayOfMonth(string text, int at)
    {
        var old = at < text.Length && text[at] == '初' ? 1 : 0;
        if (Number(text, at + old) is not { Value: >= 1 and <= 31 } day) return null;
        if (old == 1) return (day.Value, day.End);
        return day.End < text.Length && text[day.End] is '日' or '号' ? (day.Value, day.End + 1) : null;
    }

    private static TimePiece? Day(string text, int at, DateTime now)
    {
        foreach (var (word, days) in Days)
        {
            if (!StartsAt(text, at, word)) continue;
            // 今晚, 明早: one character stands for the day only before a part of it.
            if (word.Length == 1 && !(at + 1 < text.Length && text[at + 1] is '早' or '晚')) continue;
            var date = now.Date.AddDays(days);
            return TimePiece.One(at, at + word.Length, TimeKind.Date, Timex.Day(date), date);
        }
        return null;
    }

    private static TimePiece? Part(string text, int at)
    {
        foreach (var (word, timex, from, to) in Parts)
        {
            if (!StartsAt(text, at, word) || word.Length == 1 && !IsSinglePart(text, at)) continue;
            var midnight = DateTime.MinValue;
            return TimePiece.One(at, at + word.Length, TimeKind.Hours, timex, midnight.AddHours(from), midnight.AddHours(to));
        }
        return null;
    }

    // 早 and 晚 alone only behind a day or before an hour.
    private static bool IsSinglePart(string text, int at) => at > 0 && text[at - 1] is '今' or '昨' or '明' or '日' or '号' || at + 1 < text.Length && Number(text, at + 1) is { } hour && hour.End < text.Length && text[hour.End] is '点' or ':';

    private static TimePiece? Counted(string text, int at, DateTime now)
    {
        if (text[at] == '半') return ChineseLengths.Read(text, at, now);
        if (at > 0 && IsDigit(text[at]) && (IsDigit(text[at - 1]) || text[at - 1] is '.' or '-')) return null;
        if (Number(text, at) is not { } number) return ChineseLengths.Read(text, at, now);
        return DayIn(text, at, number, now) ?? Clock(text, at, number) ?? ChineseLengths.Read(text, at, now);
    }

    // 29日; 12号 is a house or a bus as well.
    private static TimePiece? DayIn(string text, int at, (int Value, int End) day, DateTime now) =>
        day.Value is >= 1 and <= 31 && day.End < text.Length && text[day.End] == '日' && !(day.End + 1 < text.Length && text[day.End + 1] is '元' or '本') && Timex.DayOfMonth(now, day.Value) is { Count: 2 } readings ? new TimePiece(at, day.End + 1, TimeKind.Date, readings) : null;

    private static TimePiece? Clock(string text, int at, (int Value, int End) hour)
    {
        if (hour.Value > 24 || hour.End >= text.Length || text[hour.End] is not ('点' or '时') || StartsAtAny(text, hour.End, "时候", "时间", "点五", "点六", "点七", "点八", "点一") > 0) return null;
        var (minute, second, end, parts) = (0, 0, hour.End + 1, 1);
        if (StartsAt(text, end, "钟")) end++;
        else if (StartsAt(text, end, "半")) (minute, end, parts) = (30, end + 1, 2);
        else if (StartsAtAny(text, end, "一刻", "三刻") > 0) (minute, end, parts) = (text[end] == '一' ? 15 : 45, end + 2, 2);
        else if (Number(text, end) is { Value: < 60 } minutes && !(minutes.End < text.Length && text[minutes.End] is '个' or '天'))
        {
            (minute, end, parts) = (minutes.Value, minutes.End, 2);
            if (StartsAt(text, end, "分"))
            {
                end++;
                if (Number(text, end) is { Value: < 60 } seconds && StartsAt(text, seconds.End, "秒")) (second, end, parts) = (seconds.Value, seconds.End + 1, 3);
            }
        }
        if (StartsAt(text, end, "整")) end++;
        return NumericTimes.Settle(at, end, hour.Value, minute, second, parts, ' ');
    }
}
