using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads times that begin with a number: 11月2号, 18号, 2026年, 十点半, 10:34, 三天前.</summary>
internal static class ChineseCalendar
{
    /// <summary>The piece of time that begins with a numeral, or null.</summary>
    public static TimeAtom? Read(TimeText time, Numeral numeral)
    {
        if (numeral.Ordinal) return null;
        return FullDate(time, numeral) ?? MonthAndDay(time, numeral) ?? DayOfMonth(time, numeral) ?? Ago(time, numeral) ?? ChineseClock.Read(time, numeral);
    }

    /// <summary>A month that ends at a place, with the day behind it when there is one.</summary>
    public static TimeAtom? InMonth(TimeText time, int start, int end, DateOnly month, bool alone)
    {
        var text = time.Text;
        if (StartsAt(text, end, "份")) end++;
        var at = SkipSpaces(text, end);
        if (StartsAt(text, at, "的")) at++;
        if (time.WholeAt(at, 1, 31) is { } day && IsDayMark(text, day.End) && TimeText.Day(month.Year, month.Month, (int)day.Value) is { } date)
            return new TimeAtom(start, day.End + 1, TimeAtomKind.Day) { Date = date };
        if (!alone) return null;
        return new TimeAtom(start, end + StartsAtAny(text, end, "初", "底", "末"), TimeAtomKind.Month) { Date = month };
    }

    /// <summary>半小时前, 半个月前, 半年前.</summary>
    public static TimeAtom? HalfAgo(TimeText time, int at)
    {
        var (text, now) = (time.Text, time.Now);
        var (word, moment, clock) = StartsAtAny(text, at, "半个小时", "半个钟头", "半小时", "半个钟") is > 0 and var hour ? (hour, now.AddMinutes(-30), true)
            : StartsAtAny(text, at, "半个月") is > 0 and var month ? (month, now.AddDays(-15), false)
            : StartsAtAny(text, at, "半年") is > 0 and var year ? (year, now.AddMonths(-6), false)
            : (0, now, false);
        if (word == 0 || AgoEnd(text, at + word) is not { } end) return null;
        return Back(at, end, moment, clock);
    }

    private static TimeAtom? FullDate(TimeText time, Numeral year)
    {
        var text = time.Text;
        if (!year.IsWhole(0, 2200) || year.Rough) return null;
        var end = year.End;
        var mark = end < text.Length ? text[end] : ' ';
        if (mark is not ('年' or '-' or '/' or '.') || (mark != '年' && year.Value < 1900)) return null;
        var whole = year.Value < 100 ? 2000 + (int)year.Value : (int)year.Value;
        if (mark == '年' && year.Value >= 1990 && ChineseTime.Holiday(time, end + 1) is { } holiday && TimeText.Day(whole, holiday.Date.Month, holiday.Date.Day) is { } feast)
            return new TimeAtom(year.Start, holiday.End, TimeAtomKind.Day) { Date = feast };
        if (time.WholeAt(end + 1, 1, 12) is not { } month)
            return mark == '年' && year.Value >= 1990 ? new TimeAtom(year.Start, end + 1, TimeAtomKind.Year) { Date = new DateOnly(whole, 1, 1) } : null;
        if (mark == '年')
            return StartsAt(text, month.End, "月") ? InMonth(time, year.Start, month.End + 1, new DateOnly(whole, (int)month.Value, 1), alone: true) : null;
        if (month.End >= text.Length || text[month.End] != mark || time.WholeAt(month.End + 1, 1, 31) is not { } day) return null;
        return TimeText.Day(whole, (int)month.Value, (int)day.Value) is { } date ? new TimeAtom(year.Start, day.End, TimeAtomKind.Day) { Date = date } : null;
    }

    private static TimeAtom? MonthAndDay(TimeText time, Numeral month)
    {
        var text = time.Text;
        // 1.17号: people type the day behind a point.
        if (!month.IsWhole(1, 12)) return PointDate(time, month);
        if (!StartsAt(text, month.End, "月") || month.Rough || text[month.Start] is '两' or '俩') return null;
        var at = SkipSpaces(text, month.End + 1);
        var day = time.WholeAt(at, 1, 31);
        if (day is { } number && time.LastDay((int)month.Value, (int)number.Value) is { } date && (IsDayMark(text, number.End) || number.Form == NumeralForm.Digits && !IsUnitBehind(text, number.End)))
            return new TimeAtom(month.Start, IsDayMark(text, number.End) ? number.End + 1 : number.End, TimeAtomKind.Day) { Date = date };
        return time.LastDay((int)month.Value, 1) is { } first ? InMonth(time, month.Start, month.End + 1, first, alone: true) : null;
    }

    private static TimeAtom? PointDate(TimeText time, Numeral numeral)
    {
        var text = time.Text;
        if (numeral.Form != NumeralForm.Digits || numeral.Value is < 1 or >= 13) return null;
        // 5.7在工地摔了: without 号 only where a verb of place or time follows and nothing is measured.
        var bare = !IsDayMark(text, numeral.End);
        if (bare && (StartsAtAny(text, numeral.End, "在", "那天", "当天", "晚上", "下午", "上午", "中午", "早上", "买的", "下单") == 0 || EndsAtAny(text, numeral.Start, "到", "的", "了", "是", "版本", "v") > 0)) return null;
        var point = text.IndexOf('.', numeral.Start, numeral.Length());
        if (point < 0 || !int.TryParse(text.AsSpan(point + 1, numeral.End - point - 1), out var day)) return null;
        return time.LastDay((int)numeral.Value, day) is { } date ? new TimeAtom(numeral.Start, bare ? numeral.End : numeral.End + 1, TimeAtomKind.Day) { Date = date } : null;
    }

    private static int Length(this Numeral numeral) => numeral.End - numeral.Start;

    private static TimeAtom? DayOfMonth(TimeText time, Numeral day)
    {
        var text = time.Text;
        if (!day.IsWhole(1, 31) || !IsDayMark(text, day.End) || text[day.End] == '日' && day.Form == NumeralForm.Chinese && day.Value < 10) return null;
        if (day.Start > 0 && "路街巷弄道段区湾村苑园城庄里坊屯组队厂院坪岭桥塘幢栋楼室门柜桌".Contains(text[day.Start - 1])) return null;
        return time.LastDay((int)day.Value) is { } date ? new TimeAtom(day.Start, day.End + 1, TimeAtomKind.Day) { Date = date } : null;
    }

    private static TimeAtom? Ago(TimeText time, Numeral count)
    {
        if (!count.IsWhole(0, 10_000)) return null;
        var (text, number, now) = (time.Text, (int)count.Value, time.Now);
        if (ChineseDuration.UnitAt(text, count.End) is not { } unit || AgoEnd(text, unit.End) is not { } end) return null;
        return ChineseDuration.Subtract(now, number, unit.Days, unit.Minutes, unit.Months) is { } moment ? Back(count.Start, end, moment, unit.Minutes > 0) : null;
    }

    private static TimeAtom Back(int start, int end, DateTime moment, bool clock) => clock
        ? new TimeAtom(start, end, TimeAtomKind.Moment) { Moment = moment }
        : new TimeAtom(start, end, TimeAtomKind.Day) { Date = DateOnly.FromDateTime(moment) };

    private static int? AgoEnd(string text, int at)
    {
        if (StartsAtAny(text, at, "之前", "以前") > 0) return at + 2;
        // 三天前台 is no time, 前 must not begin another word.
        return StartsAt(text, at, "前") && StartsAtAny(text, at, "前台", "前面", "前后", "前天") == 0 ? at + 1 : null;
    }

    private static bool IsDayMark(string text, int at) =>
        at < text.Length && text[at] is '号' or '日' && !(at + 1 < text.Length && "线楼店门机码梯院房桌柜窗车厅床单库栋幢馆站口铺摊餐本元户".Contains(text[at + 1]));

    private static bool IsUnitBehind(string text, int at) => at < text.Length && (IsHan(text[at]) || text[at] == '.');
}
