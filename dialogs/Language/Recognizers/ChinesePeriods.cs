using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads Chinese dates that name a week, a month or a year: 上周三, 2018年10月1日, 三月, 今年上半年, 下个月.</summary>
internal static class ChinesePeriods
{
    private static readonly (string Word, int Step)[] Steps = [("上上个", -2), ("上上", -2), ("上个", -1), ("上一个", -1), ("上一", -1), ("上", -1), ("这个", 0), ("这一", 0), ("这", 0), ("本", 0), ("下下个", 2), ("下下", 2), ("下个", 1), ("下一个", 1), ("下一", 1), ("下", 1)];

    private static readonly (string Word, int Step)[] Years = [("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2)];

    /// <summary>The period or the day that begins at a place, or null.</summary>
    public static TimePiece? Read(string text, int at, DateTime now)
    {
        var start = at;
        if (StartsAtAny(text, at, "农历", "阴历", "公历") is > 0 and var calendar) at += calendar;
        if (at >= text.Length) return null;
        return Stepped(text, at, now) ?? Weekday(text, at, at, now) ?? YearWord(text, at, now) ?? Half(text, at, at, now.Year) ?? WrittenYear(text, start, at) ?? MonthOnly(text, start, at, now);
    }

    private static TimePiece? Stepped(string text, int at, DateTime now)
    {
        foreach (var (word, step) in Steps)
        {
            if (!StartsAt(text, at, word)) continue;
            var end = at + word.Length;
            var week = StartsAtAny(text, end, "周", "星期", "礼拜");
            if (week > 0)
            {
                var monday = Timex.Monday(now).AddDays(7 * step);
                if (DayOfWeek(text, end + week) is { } day) return TimePiece.One(at, day.End, TimeKind.Date, Timex.Day(monday.AddDays(day.Weekday - 1)), monday.AddDays(day.Weekday - 1));
                if (StartsAtAny(text, end + week, "末") > 0) return TimePiece.One(at, end + week + 1, TimeKind.Period, Timex.Week(monday) + "-WE", monday.AddDays(5), monday.AddDays(7));
                return TimePiece.One(at, end + week, TimeKind.Period, Timex.Week(monday), monday, monday.AddDays(7));
            }
            if (StartsAt(text, end, "月"))
            {
                var month = Timex.FirstOfMonth(now).AddMonths(step);
                if (ChineseTimes.DayOfMonth(text, end + 1) is { } date && Timex.Exists(month.Year, month.Month, date.Day)) return TimePiece.One(at, date.End, TimeKind.Date, Timex.Day(month.AddDays(date.Day - 1)), month.AddDays(date.Day - 1));
                return new TimePiece(at, end + 1, TimeKind.Period, [Timex.Month(month.Year, month.Month)]);
            }
            if (StartsAt(text, end, "半年") && word.EndsWith('个')) return HalfYear(at, end + 2, now.Year + (step < 0 && now.Month <= 6 ? -1 : 0), (now.Month > 6) == (step == 0) ? 2 : 1);
            if (StartsAt(text, end, "季度"))
            {
                var quarter = new DateTime(now.Year, (now.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * step);
                return TimePiece.One(at, end + 2, TimeKind.Period, $"({Timex.Day(quarter)},{Timex.Day(quarter.AddMonths(3))},P3M)", quarter, quarter.AddMonths(3));
            }
        }
        return null;
    }

    private static TimePiece? Weekday(string text, int start, int at, DateTime now)
    {
        var week = StartsAtAny(text, at, "周", "星期", "礼拜");
        return week > 0 && DayOfWeek(text, at + week) is { } day ? new TimePiece(start, day.End, TimeKind.Date, Timex.Weekday(now, day.Weekday)) : null;
    }

    private static (int Weekday, int End)? DayOfWeek(string text, int at)
    {
        if (at >= text.Length) return null;
        var day = "一二三四五六日".IndexOf(text[at] == '天' ? '日' : text[at]) + 1;
        return day > 0 ? (day, at + 1) : null;
    }

    private static TimePiece? YearWord(string text, int at, DateTime now)
    {
        foreach (var (word, step) in Years)
        {
            if (!StartsAt(text, at, word)) continue;
            var (year, end) = (now.Year + step, at + word.Length);
            if (Half(text, at, end, year) is { } half) return half;
            if (InYear(text, at, end, year) is { } inside) return inside;
            var first = new DateTime(year, 1, 1);
            // The year that runs is over as far as it has gone.
            return TimePiece.One(at, end, TimeKind.Period, Timex.Text(first, "yyyy"), first, step == 0 ? now.Date : first.AddYears(1));
        }
        return null;
    }

    private static TimePiece? Half(string text, int start, int at, int year)
    {
        var word = StartsAtAny(text, at, "的上半年", "的下半年", "上半年", "前半年", "下半年", "后半年");
        return word == 0 ? null : HalfYear(start, at + word, year, text[at + word - 3] is '上' or '前' ? 1 : 2);
    }

    private static TimePiece HalfYear(int start, int end, int year, int half)
    {
        var from = new DateTime(year, half == 1 ? 1 : 7, 1);
        return TimePiece.One(start, end, TimeKind.Period, $"({Timex.Day(from)},{Timex.Day(from.AddMonths(6))},P6M)", from, from.AddMonths(6));
    }

    // 2018年, 18年, 二零一八年10月1日
    private static TimePiece? WrittenYear(string text, int start, int at)
    {
        if (ChineseTimes.Number(text, at) is not { } year) return null;
        var mark = SkipSpaces(text, year.End);
        if (mark >= text.Length || text[mark] != '年' || year.Value is not (>= 1000 and <= 2500) && !(year.Value < 100 && year.End - at == 2 && mark + 1 < text.Length && ChineseTimes.Number(text, mark + 1) is { } next && StartsAt(text, next.End, "月"))) return null;
        var whole = year.Value < 100 ? year.Value + (year.Value < 50 ? 2000 : 1900) : year.Value;
        return InYear(text, start, mark + 1, whole) ?? Half(text, start, mark + 1, whole) ?? new TimePiece(start, mark + 1, TimeKind.Period, [Timex.Year(whole)]);
    }

    private static TimePiece? InYear(string text, int start, int at, int year)
    {
        at = SkipSpaces(text, at);
        if (StartsAt(text, at, "的")) at++;
        if (MonthAt(text, at) is not { } month) return null;
        if (ChineseTimes.DayOfMonth(text, SkipSpaces(text, month.End)) is { } day && Timex.Exists(year, month.Month, day.Day))
        {
            var date = new DateTime(year, month.Month, day.Day);
            return TimePiece.One(start, day.End, TimeKind.Date, Timex.Day(date), date);
        }
        return new TimePiece(start, month.End, TimeKind.Period, [Timex.Month(year, month.Month)]);
    }

    private static (int Month, int End)? MonthAt(string text, int at)
    {
        if (StartsAt(text, at, "正月")) return (1, at + 2);
        if (StartsAt(text, at, "腊月")) return (12, at + 2);
        if (ChineseTimes.Number(text, at) is not { Value: >= 1 and <= 12 } month) return null;
        var mark = SkipSpaces(text, month.End);
        return mark < text.Length && text[mark] == '月' ? (month.Value, mark + (StartsAt(text, mark + 1, "份") ? 2 : 1)) : null;
    }

    private static TimePiece? MonthOnly(string text, int start, int at, DateTime now)
    {
        if (MonthAt(text, at) is not { } month) return null;
        var next = SkipSpaces(text, month.End);
        if ((ChineseTimes.DayOfMonth(text, next) ?? OldDay(text, at, next)) is { } day && Timex.MonthAndDay(now, month.Month, day.Day) is { Count: > 0 } days)
            return new TimePiece(start, WithWeekday(text, day.End), TimeKind.Date, days);
        return new TimePiece(start, month.End, TimeKind.Period, Timex.Month(now, month.Month));
    }

    // 正月三十
    private static (int Day, int End)? OldDay(string text, int month, int at) => text[month] is '正' or '腊' && ChineseTimes.Number(text, at) is { Value: <= 30 } day ? (day.Value, day.End) : null;

    // 10月12号，星期一
    private static int WithWeekday(string text, int end)
    {
        var at = end < text.Length && text[end] is ',' or '(' ? SkipSpaces(text, end + 1) : SkipSpaces(text, end);
        var week = StartsAtAny(text, at, "星期", "周", "礼拜");
        return week > 0 && DayOfWeek(text, at + week) is { } day ? day.End + (end < text.Length && text[end] == '(' && StartsAt(text, day.End, ")") ? 1 : 0) : end;
    }
}
