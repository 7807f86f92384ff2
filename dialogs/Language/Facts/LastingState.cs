using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Tells the length of a state that still goes on (停水三天了) from the length of a wait, an acquaintance or a promise.</summary>
internal static class LastingState
{
    private static readonly string[] States =
    [
        "坏", "漏", "停", "断", "堵", "没水", "没电", "没网", "没信号", "没热水", "没暖气", "没修", "不能", "用不了", "打不开", "不亮", "不响", "不通", "不走", "不热", "不制", "上不了", "连不上", "一直", "等了", "无水", "无电", "没法", "没人修", "臭", "吵", "卡在", "开不了", "闪退", "不动",
        "down", "out", "broken", "leaking", "leaks", "dead", "off", "blocked", "stuck", "not working", "doesn't work", "won't work", "isn't working", "no internet", "no signal", "no water", "no power", "no heating", "no hot water", "no service", "without", "not had", "haven't had",
    ];

    /// <summary>Whether the clause of a stretch, or the one before it when nothing else is said there, tells of such a state.</summary>
    public static bool IsNear(FactReading reading, Span span)
    {
        var clause = reading.ClauseAt(span.Start);
        if (reading.Expects(FactNames.SinceWhen) || Tells(reading.Text, clause)) return true;
        return clause.Length - span.Length <= 4 && clause.Start > 1 && Tells(reading.Text, reading.ClauseAt(clause.Start - 2));
    }

    private static bool Tells(string text, Span clause)
    {
        for (var at = clause.Start; at < clause.End; at++)
        {
            if (StartsAtAny(text, at, States) > 0) return true;
        }
        return false;
    }
}
