using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads Chinese lengths of time, alone (两年), back and ahead (5天前, 2小时后), and up to now (过去十年, 前1周).</summary>
internal static class ChineseLengths
{
    private static readonly (string Word, char Unit)[] Units =
        [("个小时", 'H'), ("小时", 'H'), ("个钟头", 'H'), ("钟头", 'H'), ("分钟", 'm'), ("秒钟", 'S'), ("秒", 'S'), ("个星期", 'W'), ("星期", 'W'), ("个礼拜", 'W'), ("礼拜", 'W'), ("周", 'W'), ("个月", 'M'), ("天", 'D'), ("日", 'D'), ("年", 'Y')];

    private static readonly string[] Back = ["过去的", "过去", "最近的", "最近", "之前", "前", "近", "上"];
    private static readonly string[] Ahead = ["未来的", "未来", "接下来的", "接下来", "之后", "后", "今后"];

    /// <summary>The statement that begins at a place, or null.</summary>
    public static TimePiece? Read(string text, int at, DateTime now)
    {
        if (Around(text, at, Back) is { } back) return Range(at, back, now, -1);
        if (Around(text, at, Ahead) is { } ahead) return Range(at, ahead, now, 1);
        if (Length(text, at) is not { } length) return null;
        var next = SkipSpaces(text, length.End);
        var ago = StartsAtAny(text, next, "之前", "以前", "前");
        var later = ago > 0 ? 0 : StartsAtAny(text, next, "之后", "以后", "过后", "后");
        if (ago + later == 0 || StartsAtAny(text, next, "前台", "后台", "前后", "前面", "后面") > 0)
            return new TimePiece(at, length.End, TimeKind.Duration, [new(TimeLength.Timex(length.Lengths), default, default)]) { Lengths = length.Lengths };
        if (TimeLength.Shift(now, length.Lengths, ago > 0 ? -1 : 1) is not { } moment) return null;
        return TimeLength.IsOfDays(length.Lengths) ? TimePiece.One(at, next + ago + later, TimeKind.Date, Timex.Day(moment), moment.Date) : TimePiece.One(at, next + ago + later, TimeKind.Moment, Timex.Day(moment), moment);
    }

    private static (List<(char, double)> Lengths, int End)? Around(string text, int at, string[] words)
    {
        var word = StartsAtAny(text, at, words);
        return word > 0 && Length(text, SkipSpaces(text, at + word)) is { } length && StartsAtAny(text, length.End, "前", "后", "之前", "之后") == 0 ? length : null;
    }

    private static TimePiece? Range(int start, (List<(char, double)> Lengths, int End) length, DateTime now, int sign)
    {
        var days = TimeLength.IsOfDays(length.Lengths);
        var here = days ? now.Date : now;
        if (TimeLength.Shift(here, length.Lengths, sign) is not { } there) return null;
        var (from, to) = sign < 0 ? (there, here) : (days ? here.AddDays(1) : here, days ? there.AddDays(1) : there);
        var format = days ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss";
        return TimePiece.One(start, length.End, days ? TimeKind.Period : TimeKind.Span, $"({Timex.Text(from, format)},{Timex.Text(to, format)},{TimeLength.Timex(length.Lengths)})", from, to);
    }

    // 两年, 一年又一个月21天, 半小时, 两个半小时
    private static (List<(char Unit, double Count)> Lengths, int End)? Length(string text, int at)
    {
        var lengths = new List<(char Unit, double Count)>();
        var end = at;
        while (Part(text, lengths.Count == 0 ? at : SkipSpaces(text, end + (StartsAtAny(text, end, "又", "零") > 0 ? 1 : 0))) is { } part)
        {
            if (lengths.Count > 0 && !TimeLength.Follows(part.Unit, lengths[^1].Unit)) break;
            lengths.Add((part.Unit, part.Count));
            end = part.End;
        }
        return lengths.Count > 0 ? (lengths, end) : null;
    }

    private static (char Unit, double Count, int End)? Part(string text, int at)
    {
        if (at >= text.Length) return null;
        if (text[at] == '半') return Half(text, at);
        if (ChineseTimes.Number(text, at) is not { } number) return null;
        var next = SkipSpaces(text, number.End);
        foreach (var (word, unit) in Units)
        {
            if (StartsAt(text, next, word) && !(word == "年" && (number.Value > 1000 || StartsAtAny(text, next, "年级", "年代") > 0)) && !(word == "日" && !IsDigit(text[at])) && StartsAtAny(text, next, "天气", "周岁", "天天") == 0)
                return (unit, number.Value, next + word.Length);
        }
        return null;
    }

    private static (char, double, int)? Half(string text, int at)
    {
        if (StartsAtAny(text, at + 1, "个小时", "小时", "个钟头") is > 0 and var hour) return ('H', .5, at + 1 + hour);
        if (StartsAt(text, at + 1, "个月")) return ('M', .5, at + 3);
        if (StartsAt(text, at + 1, "年")) return ('Y', .5, at + 2);
        return StartsAt(text, at + 1, "天") ? ('D', .5, at + 2) : null;
    }
}
