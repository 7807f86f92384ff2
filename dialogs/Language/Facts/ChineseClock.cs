using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads times of the clock that begin with a numeral: 十点半, 两点零八, 10点20, 10:34, 15时.</summary>
internal static class ChineseClock
{
    /// <summary>The time of the clock, or null.</summary>
    public static TimeAtom? Read(TimeText time, Numeral hour)
    {
        var text = time.Text;
        if (!hour.IsWhole(0, 24) || hour.End >= text.Length) return null;
        if (text[hour.End] == ':' && hour.Form == NumeralForm.Digits) return WithColon(time, hour);
        if (text[hour.End] == '时' && hour.Form == NumeralForm.Digits && StartsAtAny(text, hour.End, "时候", "时间", "时常") == 0) return WithMinutes(time, hour, hour.End + 1);
        if (!StartsAt(text, hour.End, "点") || !IsClock(time, hour)) return null;
        return WithMinutes(time, hour, hour.End + 1);
    }

    private static TimeAtom? WithColon(TimeText time, Numeral hour)
    {
        var text = time.Text;
        if (time.NumeralAt(hour.End + 1) is not { Form: NumeralForm.Digits } minute || !minute.IsWhole(0, 59) || minute.End - hour.End != 3) return null;
        var end = minute.End;
        if (end + 2 < text.Length && text[end] == ':' && IsDigit(text[end + 1]) && IsDigit(text[end + 2])) end += 3;
        return EnglishClock.WithMeridiem(text, new TimeAtom(hour.Start, end, TimeAtomKind.Clock) { Minutes = (int)hour.Value * 60 + (int)minute.Value, Settled = hour.Value > 12 || hour.End - hour.Start == 2 && text[hour.Start] == '0' });
    }

    private static TimeAtom WithMinutes(TimeText time, Numeral hour, int at)
    {
        var text = time.Text;
        var (minutes, end) = (0, at);
        if (StartsAt(text, at, "钟")) end = at + 1;
        else if (StartsAt(text, at, "半")) (minutes, end) = (30, at + 1);
        else if (StartsAt(text, at, "一刻")) (minutes, end) = (15, at + 2);
        else if (StartsAt(text, at, "三刻")) (minutes, end) = (45, at + 2);
        else if (time.WholeAt(at, 0, 59) is { Rough: false } minute && StartsAtAny(text, minute.End, "个", "块", "元", "次", "份", "人", "遍") == 0)
            (minutes, end) = ((int)minute.Value, minute.End + (StartsAt(text, minute.End, "分") && !StartsAt(text, minute.End, "分钟") ? 1 : 0));
        if (StartsAt(text, end, "多") && StartsAtAny(text, end, "多收", "多扣", "多付", "多给") == 0) end++;
        return new TimeAtom(hour.Start, end, TimeAtomKind.Clock) { Minutes = ((int)hour.Value * 60 + minutes) % 1440, Settled = hour.Value > 12 };
    }

    // 一点 is "a bit" and 两点 "two points" unless something else says that the clock is meant.
    private static bool IsClock(TimeText time, Numeral hour)
    {
        var (text, behind) = (time.Text, hour.End + 1);
        if (StartsAtAny(text, behind, "要求", "意见", "建议", "问题", "原因", "不", "都", "也", "希望", "诉求", "儿", "点", "没") > 0 && hour.Form == NumeralForm.Chinese) return false;
        if (!hour.Rough && (StartsAtAny(text, behind, "钟", "半", "一刻", "三刻", "多", "左右", "整", "零") > 0 || time.WholeAt(behind, 0, 59) is not null)) return true;
        var spoken = EndsAtAny(text, hour.Start, "上午", "下午", "早上", "晚上", "中午", "凌晨", "半夜", "傍晚", "夜里", "今天", "昨天", "前天", "昨晚", "今早", "今晚", "大概", "大约", "差不多", "到", "从", "等到") > 0;
        if (hour.Rough) return spoken;
        if (!spoken && hour.Form == NumeralForm.Chinese && text.Length > 8 && (behind >= text.Length || !IsHan(text[behind]))) return false;
        return spoken || hour.Value >= 3 || hour.Form == NumeralForm.Digits && hour.Value > 0;
    }
}
