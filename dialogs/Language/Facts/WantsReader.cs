using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads what the customer asks for.</summary>
internal static class WantsReader
{
    /// <summary>Adds the first demand of a message.</summary>
    public static void Read(FactReading reading)
    {
        foreach (var cue in reading.Cues(CueKind.Wants))
        {
            if (IsOther(reading, cue)) continue;
            var clause = reading.ClauseAt(cue.Start);
            var start = Start(reading, cue, clause);
            var span = AnswerWords.WithoutFillers(reading, new Span(start, End(reading, cue, clause)));
            if (span.Length < 2) continue;
            reading.Add(FactNames.Wants, span);
            return;
        }
        if (Enough(reading) is { } enough) reading.Add(FactNames.Wants, enough);
    }

    // 退款 after 不 or in a question how it works is no demand; neither is what we asked of the customer.
    private static bool IsOther(FactReading reading, Span cue)
    {
        var text = reading.Text;
        if (EndsAtAny(text, cue.Start, "不", "没", "没有", "怎么", "如何", "申请", "不给", "拒绝", "你们", "他们", "客服", "要我", "让我", "被", "已经", "的", "don't", "not", "do not", "didn't", "never", "refused", "no", "requested", "get", "getting", "got", "for") > 0
            && StartsAtAny(text, cue.Start, "我", "i ", "必须", "给我", "give me") == 0) return true;
        var behind = new Span(cue.End, Math.Min(text.Length, cue.End + (IsLatin(text[cue.Start]) ? 24 : 4)));
        if (IsDemandVerb(text, cue) && reading.FindCue(CueKind.NotWanted, behind) is { } other && other.Start - cue.End <= (IsLatin(text[cue.Start]) ? 6 : 2)) return true;
        return StartsAtAny(text, cue.End, "了", "的时候", "时", "流程", "政策", "中心", "金额", "到账", "成功", "失败") > 0 && !StartsAt(text, cue.Start, "我");
    }

    private static bool IsDemandVerb(string text, Span cue) =>
        StartsAtAny(text, cue.Start, "我要求", "要求", "我要", "我想要", "我想", "我希望", "希望", "想要", "只想", "能不能", "可不可以", "必须", "请") > 0 || IsLatin(text[cue.Start]);

    // 把那个人开除 begins at 把, 今天必须 at 必须's clause: the object stands before the verb.
    private static int Start(FactReading reading, Span cue, Span clause)
    {
        var text = reading.Text;
        var before = text.AsSpan(clause.Start, cue.Start - clause.Start);
        var object_ = before.LastIndexOf('把');
        if (object_ >= 0 && cue.Start - clause.Start - object_ <= 12) return clause.Start + object_;
        return StartsAtAny(text, cue.Start, "必须", "开除", "配合", "免了", "全额退") > 0 && before.Length <= 12 ? clause.Start : cue.Start;
    }

    private static int End(FactReading reading, Span cue, Span clause)
    {
        var from = cue.End;
        foreach (var stop in reading.CuesIn(CueKind.WantsEnd, new Span(from, clause.End)))
        {
            if (stop.Start - cue.Start >= 2) return stop.Start;
        }
        return clause.End;
    }

    // 给换成对的就行: what goes before "that will do".
    private static Span? Enough(FactReading reading)
    {
        foreach (var clause in reading.Clauses)
        {
            var end = AnswerWords.WithoutFillers(reading, clause).End;
            var word = EndsAtAny(reading.Text, end, "就行了", "就行", "就好了", "就好", "就可以了", "就可以", "即可");
            var span = reading.Trim(new Span(clause.Start, end));
            if (word > 0 && span.Length - word is >= 2 and <= 20) return span;
            if (reading.FindCue(CueKind.NotWanted, clause) is null && StartsAtAny(reading.Text, clause.Start, "给换", "给退", "给修", "把") > 0 && clause.Length <= 16 && reading.Text.AsSpan(clause.Start, clause.Length).ContainsAny("退换赔修")) return span;
        }
        return null;
    }
}
