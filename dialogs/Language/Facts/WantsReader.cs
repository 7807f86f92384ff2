using System.Buffers;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads what the customer asks for.</summary>
internal static class WantsReader
{
    private static readonly SearchValues<char> RemedyVerbs = SearchValues.Create("退换赔修补免帮解处折派查重还送取");

    private static readonly SearchValues<char> OtherDemands = SearchValues.Create("歉说法书面停取消撤删改开关装快早今明天减降公");

    /// <summary>Adds the first demand of a message.</summary>
    public static void Read(FactReading reading)
    {
        foreach (var cue in reading.Cues(CueKind.Wants))
        {
            if (IsOther(reading, cue) || IsQuestion(reading, cue)) continue;
            var clause = reading.ClauseAt(cue.Start);
            if (reading.HasCue(CueKind.NotOurs, clause) || IsTold(reading.Text, clause, cue)) continue;
            var start = Start(reading, cue, clause);
            var span = AnswerWords.WithoutFillers(reading, new Span(start, End(reading, cue, clause)));
            if (span.Length < 2) continue;
            reading.Add(FactNames.Wants, span);
            return;
        }
        if ((ForMe(reading) ?? Enough(reading)) is { } enough) reading.Add(FactNames.Wants, enough);
    }

    // 退款 after 不 or in a question how it works is no demand; neither is what we asked of the customer.
    private static bool IsOther(FactReading reading, Span cue)
    {
        var text = reading.Text;
        if (EndsAtAny(text, cue.Start, "不", "没", "没有", "怎么", "如何", "申请", "不给", "拒绝", "你们", "他们", "客服", "要我", "让我", "被", "已经", "的", "don't", "not", "do not", "didn't", "never", "refused", "no", "requested", "get", "getting", "got", "for") > 0
            && StartsAtAny(text, cue.Start, "我", "i ", "必须", "给我") == 0) return true;
        var behind = new Span(cue.End, Math.Min(text.Length, cue.End + (IsLatin(text[cue.Start]) ? 24 : 4)));
        if (IsDemandVerb(text, cue) && reading.FindCue(CueKind.NotWanted, behind) is { } other && other.Start - cue.End <= (IsLatin(text[cue.Start]) ? 6 : 2)) return true;
        return StartsAtAny(text, cue.End, "了", "的时候", "时", "流程", "政策", "中心", "金额", "到账", "成功", "失败") > 0 && !StartsAt(text, cue.Start, "我");
    }

    // 退款几时能到, 换货太折腾, 能不能看见: asked or judged, not demanded.
    private static bool IsQuestion(FactReading reading, Span cue)
    {
        var text = reading.Text;
        var clause = reading.ClauseAt(cue.Start);
        var rest = text.AsSpan(cue.Start, clause.End - cue.Start);
        if (StartsAtAny(text, cue.Start, "能不能", "可不可以") > 0) return !rest.ContainsAny(RemedyVerbs) || rest.Contains("还剩", StringComparison.Ordinal) || rest.Contains('看');
        if (StartsAtAny(text, cue.Start, "希望", "我希望", "要求", "必须", "我想", "想要") > 0 && !rest.ContainsAny(RemedyVerbs) && !rest.ContainsAny(OtherDemands)) return true;
        if (StartsAtAny(text, cue.End, "有关", "网友", "大家", "各位", "店家注", "或者", "每个", "广大", "打算") > 0) return true;
        if (StartsAt(text, cue.Start, "必须")) return text.AsSpan(clause.Start, cue.Start - clause.Start).ContainsAny('说', '定');
        if (StartsAtAny(text, cue.Start, "退款", "退货", "换货", "退钱", "补发", "重发") == 0) return StartsAt(text, cue.Start, "我要是");
        return StartsAtAny(text, cue.End, "啥", "什么时候", "多久", "怎么", "为什么", "为啥", "还没", "没", "太", "麻烦", "审核", "进度", "要多", "到底", "几天", "申请", "一直", "难", "都", "不", "被", "得等") > 0 || EndsAtAny(text, cue.Start, "不是要", "是要", "关于", "说好", "答应") > 0;
    }

    // 当我要求退款时, 如果坏了可以换吗, 我想我不会再来, 强迫我必须: told, supposed, thought, or wanted by others.
    private static bool IsTold(string text, Span clause, Span cue) =>
        StartsAtAny(text, clause.Start, "当", "如果", "要是", "假如", "下次", "when i", "if i") > 0
        || StartsAtAny(text, cue.Start, "我想我", "想要我", "我想我们") > 0 || text.AsSpan(cue.End, clause.End - cue.End).Contains("结果", StringComparison.Ordinal)
        || EndsAtAny(text, cue.Start, "逼我", "逼迫我", "强迫我", "要求我", "说我", "刚说", "说要", "to", "they", "would", "they would", "could", "you", "can") > 0;

    private static bool IsDemandVerb(string text, Span cue) =>
        StartsAtAny(text, cue.Start, "我要求", "要求", "我要", "我想要", "我想", "我希望", "希望", "想要", "只想", "能不能", "可不可以", "必须", "请") > 0 || IsLatin(text[cue.Start]);

    // 把那个人开除 begins at 把, 今天必须 at 必须's clause: the object stands before the verb.
    private static int Start(FactReading reading, Span cue, Span clause)
    {
        var text = reading.Text;
        var before = text.AsSpan(clause.Start, cue.Start - clause.Start);
        var lead = before.LastIndexOf('把') is >= 0 and var taken ? taken : before.LastIndexOf('让') is >= 0 and var made && StartsAtAny(text, cue.Start, "给我") > 0 ? made : -1;
        if (lead >= 0 && cue.Start - clause.Start - lead <= 12) return clause.Start + lead;
        if (EndsAtAny(text, cue.Start, "给我", "请给我") is > 0 and var mine) return cue.Start - mine;
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

    // 退一半钱给我, 把货款转回来, 让店长给我道歉: a verb of redress in a clause that turns it to the speaker.
    private static Span? ForMe(FactReading reading)
    {
        var text = reading.Text;
        foreach (var clause in reading.Clauses)
        {
            if (clause.Length > 40 || !IsHan(text[clause.Start])) continue;
            var words = text.AsSpan(clause.Start, clause.Length);
            var me = words.IndexOf("给我", StringComparison.Ordinal);
            var take = words.IndexOf('把');
            if (take >= 0 && !words.ContainsAny('了', '没') && (words.EndsWith("过来") || words.EndsWith("回来") || words.EndsWith("还我") || words.EndsWith("给我"))) return reading.Trim(new Span(clause.Start + take, clause.End));
            var verb = me > 0 ? words[..me].IndexOfAny(RemedyVerbs) : -1;
            // 还给我说了一通: with a verb behind it "still", not "give back".
            var still = verb >= 0 && verb == me - 1 && words[verb] == '还' && me + 2 < words.Length && words[me + 2] is not '钱';
            if (verb >= 0 && !still && me - verb <= 8 && !words[..me].ContainsAny('不', '没', '了')) return reading.Trim(new Span(clause.Start + verb, clause.Start + me + 2));
        }
        return null;
    }

    // 给换个新的就行: what goes before "that will do".
    private static Span? Enough(FactReading reading)
    {
        foreach (var clause in reading.Clauses)
        {
            var end = AnswerWords.WithoutFillers(reading, clause).End;
            var word = EndsAtAny(reading.Text, end, "就行了", "就行", "就好了", "就好", "就可以了", "就可以", "即可");
            var span = reading.Trim(new Span(clause.Start, end));
            if (StartsAtAny(reading.Text, span.Start, "下次", "以后") > 0) continue;
            if (word > 0 && span.Length - word is >= 2 and <= 20) return span;
            if (reading.FindCue(CueKind.NotWanted, clause) is null && StartsAtAny(reading.Text, clause.Start, "给换", "给退", "给修", "把") > 0 && clause.Length <= 16 && reading.Text.AsSpan(clause.Start, clause.Length).ContainsAny("退换赔修")) return span;
        }
        return null;
    }
}
