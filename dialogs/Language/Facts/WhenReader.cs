using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Says which fact each time in a message is: when it happened, since when it lasts, what was promised, when it came.</summary>
internal static class WhenReader
{
    private const string PromisedTime = "promised_time";
    private const string ActualTime = "actual_time";

    /// <summary>Adds the times of a message: at most one of each fact.</summary>
    public static void Read(FactReading reading)
    {
        var mentions = DateTimeReader.Read(reading);
        if (mentions.Count == 0) return;
        foreach (var mention in mentions) reading.Claim(mention.Span);
        mentions.RemoveAll(mention => IsNegated(reading.Text, mention.Span.Start));
        Asked(reading, mentions);
        foreach (var mention in mentions)
        {
            if (IsSince(reading, mention) || mention.Lasting && LastingState.IsNear(reading, mention.Span)) AddOnce(reading, FactNames.SinceWhen, mention);
            else if (reading.Defines(PromisedTime) && IsPromise(reading, mention)) AddOnce(reading, PromisedTime, mention);
            else if (reading.Defines(ActualTime) && IsArrival(reading, mention)) AddOnce(reading, ActualTime, mention);
        }
        if (!reading.Has(FactNames.HappenedAt) && Event(reading, mentions) is { } happened) reading.Add(FactNames.HappenedAt, happened.Span, happened.Value);
    }

    // The answer to a question about a time is that time, whatever words stand around it.
    private static void Asked(FactReading reading, List<TimeMention> mentions)
    {
        if (!reading.Expects(FactType.When) || mentions.Count == 0) return;
        var name = reading.Context.ExpectedFact!;
        var answer = mentions.Find(mention => name != PromisedTime || !mention.Vague);
        if (name == ActualTime && mentions.FindLast(mention => IsArrival(reading, mention)) is { Value: not null } arrival) answer = arrival;
        if (answer.Value is null) answer = mentions[0];
        reading.Add(name, answer.Span, answer.Value);
    }

    private static TimeMention? Event(FactReading reading, List<TimeMention> mentions)
    {
        TimeMention? best = null;
        foreach (var mention in mentions)
        {
            if (mention.Lasting || mention.Future || mention.Current || mention.Value.Length == 4 || IsTaken(reading, mention.Span) || IsSince(reading, mention) || IsLimit(reading.Text, mention.Span)) continue;
            if (mention.Vague && !IsNight(reading.Text, mention.Span) || IsAboutTalk(reading, mention.Span) || IsHabit(reading, mention.Span)) continue;
            if (best is null || Weight(reading.Text, mention) > Weight(reading.Text, best.Value)) best = mention;
        }
        return best;
    }

    // 昨天说补, 主管昨天电话里讲: when something was said about it is not when it happened; with "told them" it was a contact.
    private static bool IsAboutTalk(FactReading reading, Span span)
    {
        var (text, at) = (reading.Text, SkipSpaces(reading.Text, span.End));
        at += StartsAtAny(text, at, "又", "才", "还", "就", "已经", "都");
        return StartsAtAny(text, at, "说", "讲", "答应", "承诺", "告诉我", "通知", "回复", "电话里", "递", "提交") > 0 && StartsAtAny(text, at, "说明书", "说好的", "通知书") == 0 || StartsAtAny(text, at, "you said", "you told", "they said", "they told") > 0;
    }

    // 每天到凌晨2点, 周六日不上班: what always is.
    private static bool IsHabit(FactReading reading, Span span)
    {
        var clause = reading.ClauseAt(span.Start);
        return reading.Text.AsSpan(clause.Start, span.Start - clause.Start).ContainsAny("每天", "每晚", "每次", "every", "总是") || StartsAtAny(reading.Text, span.End, "日不", "都不", "至周", "到周") > 0;
    }

    private static bool ContainsAny(this ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    // A promised or real time of arrival is when the trouble was; a time asked for as something else is not.
    private static bool IsTaken(FactReading reading, Span span) =>
        reading.Results.Exists(found => found.Span == span && found.Name is not (PromisedTime or ActualTime));

    private static void AddOnce(FactReading reading, string name, TimeMention mention)
    {
        if (!reading.Has(name) && !IsTaken(reading, mention.Span)) reading.Add(name, mention.Span, mention.Value);
    }

    private static bool IsSince(FactReading reading, TimeMention mention)
    {
        var (text, span) = (reading.Text, mention.Span);
        if (EndsAtAny(text, span.Start, "自从", "打从", "从", "自", "since about", "since around", "since the", "since this", "since", "starting from", "starting", "ever since") > 0
            && StartsAtAny(text, span.End, "买", "订", "下") == 0) return true;
        var behind = SkipSpaces(text, span.End);
        return StartsAtAny(text, behind, "就开始", "开始", "起就", "起到", "以来", "至今", "到现在", "onwards") > 0
            && StartsAtAny(text, behind, "开始使用", "开始用") == 0 && (mention.HasDay || StartsAtAny(text, behind, "就开始", "开始") == 0) || StartsAt(text, behind, "起") && StartsAtAny(text, behind, "起火", "起来", "起床", "起飞", "起诉") == 0;
    }

    private static bool IsPromise(FactReading reading, TimeMention mention)
    {
        var clause = reading.ClauseAt(mention.Span.Start);
        return reading.HasCue(CueKind.Promise, new Span(clause.Start, mention.Span.Start));
    }

    private static bool IsArrival(FactReading reading, TimeMention mention)
    {
        var clause = reading.ClauseAt(mention.Span.Start);
        if (mention.Span.End > clause.End || !reading.HasCue(CueKind.Arrival, clause) || IsPromise(reading, mention)) return false;
        var behind = reading.Text.AsSpan(mention.Span.End, clause.End - mention.Span.End);
        return !behind.Contains('没') && !behind.Contains("n't", StringComparison.Ordinal) && !behind.Contains("not ", StringComparison.Ordinal);
    }

    // "until 8", "by Friday": a bound, not the event.
    private static bool IsLimit(string text, Span span) =>
        EndsAtAny(text, span.Start, "until", "till", "before", "by", "截止", "直到") > 0 || text[span.End - 1] != '前' && StartsAtAny(text, span.End, "前", "之前", "以前") > 0
        || text[span.End - 1] == '前' && StartsAt(text, span.End, "的");

    // A day says more than a month or an hour; a day on which was complained says less than one on which something happened.
    private static int Weight(string text, TimeMention mention) =>
        (mention.HasDay && mention.Value.Length >= 10 ? 2 : mention.HasDay ? 1 : 0) - (StartsAtAny(text, mention.Span.End, "投诉", "报修", "反映", "打电话", "就投诉", "就报", "说", "电话", "开始使用", "开始用") > 0 ? 1 : 0);

    private static bool IsNight(string text, Span span) => text.AsSpan(span.Start, span.Length) is "半夜" or "凌晨" or "深夜" or "一下午" or "一上午" or "一晚上" or "一整晚" or "一夜";

    private static bool IsNegated(string text, int start) => EndsAtAny(text, start, "不是", "而不是", "not on", "not") > 0;
}
