using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads the days and parts of days that Chinese speakers say.</summary>
internal static class ChineseTime
{
    // Longest first where one begins another.
    private static readonly (string Word, int Days, DayPart Part)[] DayWords =
    [
        ("大前天", -3, DayPart.None), ("昨儿个", -1, DayPart.None), ("今儿个", 0, DayPart.None), ("前儿个", -2, DayPart.None),
        ("昨天", -1, DayPart.None), ("昨日", -1, DayPart.None), ("昨儿", -1, DayPart.None), ("昨晚上", -1, DayPart.Evening), ("昨晚", -1, DayPart.Evening), ("昨夜", -1, DayPart.Evening), ("昨早", -1, DayPart.Morning),
        ("寻日", -1, DayPart.None), ("琴日", -1, DayPart.None),
        ("前天", -2, DayPart.None), ("前日", -2, DayPart.None), ("前晚", -2, DayPart.Evening),
        ("今天", 0, DayPart.None), ("今日", 0, DayPart.None), ("今儿", 0, DayPart.None), ("今早上", 0, DayPart.Morning), ("今早", 0, DayPart.Morning), ("今晨", 0, DayPart.Morning), ("今晚上", 0, DayPart.Evening), ("今晚", 0, DayPart.Evening), ("今夜", 0, DayPart.Evening),
        ("明天", 1, DayPart.None), ("明日", 1, DayPart.None), ("明早", 1, DayPart.Morning), ("明晚", 1, DayPart.Evening), ("后天", 2, DayPart.None),
    ];

    private static readonly (string Word, DayPart Part)[] PartWords =
    [
        ("大清早", DayPart.Morning), ("一大早", DayPart.Morning), ("早上", DayPart.Morning), ("早晨", DayPart.Morning), ("上午", DayPart.Morning), ("清晨", DayPart.Morning), ("中午", DayPart.Noon),
        ("一下午", DayPart.Afternoon), ("一上午", DayPart.Morning), ("一整晚", DayPart.Evening), ("一晚上", DayPart.Evening), ("一夜", DayPart.Night), ("午后", DayPart.Afternoon), ("下午", DayPart.Afternoon), ("傍晚", DayPart.Evening), ("晚上", DayPart.Evening), ("夜晚", DayPart.Evening), ("半夜", DayPart.Night), ("夜里", DayPart.Night), ("深夜", DayPart.Night), ("夜间", DayPart.Night), ("凌晨", DayPart.Dawn),
    ];

    private static readonly (string Word, int Month, int Day)[] Holidays =
        [("国庆", 10, 1), ("十一期间", 10, 1), ("十一假期", 10, 1), ("元旦", 1, 1), ("五一", 5, 1), ("圣诞", 12, 25), ("情人节", 2, 14)];

    /// <summary>The piece of time that begins at a place, or null.</summary>
    public static TimeAtom? Read(TimeText time, int at) => time.Text[at] switch
    {
        '大' or '昨' or '前' or '今' or '明' or '后' or '寻' or '琴' => DayWord(time, at) ?? Part(time.Text, at) ?? YearWord(time, at),
        '上' or '这' or '本' or '下' or '周' or '星' or '礼' => Week(time, at) ?? MonthWord(time, at) ?? Part(time.Text, at),
        '去' => YearWord(time, at),
        '刚' or '方' => JustNow(time, at),
        '国' or '元' or '五' or '十' or '圣' or '情' when Holiday(time, at) is { } holiday => holiday,
        '半' => Part(time.Text, at) ?? ChineseCalendar.HalfAgo(time, at),
        '早' or '中' or '午' or '傍' or '晚' or '夜' or '深' or '凌' or '清' or '一' when Part(time.Text, at) is { } part => part,
        _ => time.NumeralAt(at) is { } numeral ? ChineseCalendar.Read(time, numeral) : null,
    };

    private static TimeAtom? DayWord(TimeText time, int at)
    {
        foreach (var (word, days, part) in DayWords)
        {
            if (!StartsAt(time.Text, at, word)) continue;
            return new TimeAtom(at, at + word.Length, TimeAtomKind.Day) { Date = time.Today.AddDays(days), Part = part };
        }
        // 前两天 is two days back.
        if (time.Text[at] == '前' && time.WholeAt(at + 1, 2, 30) is { Rough: false } back && StartsAt(time.Text, back.End, "天"))
            return new TimeAtom(at, back.End + 1, TimeAtomKind.Day) { Date = time.Today.AddDays(-(int)back.Value) };
        return null;
    }

    private static TimeAtom? Part(string text, int at)
    {
        foreach (var (word, part) in PartWords)
        {
            if (StartsAt(text, at, word)) return new TimeAtom(at, at + word.Length, TimeAtomKind.Part) { Part = part };
        }
        return null;
    }

    private static TimeAtom? Week(TimeText time, int at)
    {
        var text = time.Text;
        var prefix = StartsAtAny(text, at, "上上个", "上个", "上上", "上", "这个", "这", "本", "下个", "下");
        var unit = StartsAtAny(text, at + prefix, "星期", "礼拜", "周");
        if (unit == 0) return null;
        var end = at + prefix + unit;
        var weekday = end < text.Length ? "一二三四五六日".IndexOf(text[end] == '天' ? '日' : text[end]) : -1;
        if (weekday < 0 && end < text.Length && text[end] is >= '1' and <= '7' && !(end + 1 < text.Length && IsDigit(text[end + 1]))) weekday = text[end] - '1';
        if (weekday < 0 && StartsAt(text, end, "末")) weekday = 5;
        var monday = prefix == 0 ? time.Monday : time.Monday.AddDays(text[at] switch { '上' => StartsAt(text, at, "上上") ? -14 : -7, '下' => 7, _ => 0 });
        if (weekday >= 0)
        {
            // 周到, 周围 and 两周 are no weekdays; 周一到周五 is a habit, not a day.
            if (prefix == 0 && at > 0 && (IsDigit(text[at - 1]) || ChineseNumerals.IsPart(text[at - 1]))) return null;
            return new TimeAtom(at, end + 1, TimeAtomKind.Day) { Date = prefix == 0 ? time.LastWeekday(weekday) : monday.AddDays(weekday) };
        }
        return prefix > 0 && text[at] == '上' ? new TimeAtom(at, end, TimeAtomKind.Day) { Date = monday } : null;
    }

    private static TimeAtom? MonthWord(TimeText time, int at)
    {
        var text = time.Text;
        var back = StartsAtAny(text, at, "上上个月", "上上月", "上个月", "上月", "这个月", "本月");
        if (back == 0) return null;
        var months = StartsAt(text, at, "上上") ? -2 : text[at] == '上' ? -1 : 0;
        var month = time.Today.AddDays(1 - time.Today.Day).AddMonths(months);
        return ChineseCalendar.InMonth(time, at, at + back, month, alone: true);
    }

    private static TimeAtom? YearWord(TimeText time, int at)
    {
        var word = StartsAtAny(time.Text, at, "去年", "前年", "今年");
        if (word == 0) return null;
        var year = time.Today.Year - (time.Text[at] switch { '去' => 1, '前' => 2, _ => 0 });
        var end = StartsAt(time.Text, at + word, "的") ? at + word + 1 : at + word;
        if (time.WholeAt(end, 1, 12) is { } month && StartsAt(time.Text, month.End, "月"))
            return ChineseCalendar.InMonth(time, at, month.End + 1, new DateOnly(year, (int)month.Value, 1), alone: true);
        return time.Text[at] == '今' ? null : new TimeAtom(at, at + word, TimeAtomKind.Year) { Date = new DateOnly(year, 1, 1) };
    }

    private static TimeAtom? JustNow(TimeText time, int at)
    {
        var word = StartsAtAny(time.Text, at, "刚刚", "刚才", "方才");
        // 刚才说话冲了 speaks of the talk itself, 刚刚好 of a measure.
        if (word > 0 && StartsAtAny(time.Text, at + word, "说", "讲", "问", "在气", "脾气", "语气", "态度", "激动", "好", "那", "骂", "冲", "是我") > 0) return null;
        // 刚 alone is only "newly" (刚买的), unless it came in, was told or happened.
        if (word == 0 && StartsAtAny(time.Text, at, "刚收到", "刚发生", "刚发现", "刚看到", "刚接到", "刚送到", "刚到") > 0) word = 1;
        return word == 0 ? null : new TimeAtom(at, at + word, TimeAtomKind.Moment) { Moment = time.Now };
    }

    /// <summary>A holiday that begins at a place, the last one there was, or null.</summary>
    public static TimeAtom? Holiday(TimeText time, int at)
    {
        foreach (var (word, month, day) in Holidays)
        {
            if (!StartsAt(time.Text, at, word) || StartsAtAny(time.Text, at + word.Length, "路", "店", "街", "广场") > 0) continue;
            return time.LastDay(month, day) is { } date ? new TimeAtom(at, at + word.Length, TimeAtomKind.Day) { Date = date } : null;
        }
        return null;
    }
}
