using System.Buffers;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads short answers: yes and no in all their degrees, a score, a refusal to say, or nothing at all.</summary>
public static class AnswerReading
{
    // What stands before "that's all" in one breath: "no", "nope", "嗯好", "不用".
    private static readonly SearchValues<char> BeforeNothingElse = SearchValues.Create("nope ah,.嗯好的没有不用了谢");
    private static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?吗嘛");
    private static readonly DateTimeOffset AnyTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether an answer says yes (true) or no (false); null when it says neither. "没有了" and "no thanks" (nothing more) are neither.</summary>
    public static bool? YesNo(NormalizedText text, Tongue language) => YesNo(Reading(text, language));

    /// <summary>Whether the customer does not know, cannot find, or will not say what was asked.</summary>
    public static bool IsDecline(NormalizedText text, Tongue language) => IsDecline(Reading(text, language));

    /// <summary>Whether a message says nothing: greetings, hesitation, marks.</summary>
    public static bool IsFiller(NormalizedText text) => AnswerWords.Content(Reading(text, Tongue.ZhHans)) is null && !Reading(text, Tongue.ZhHans).Text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>A score from 1 to 5, when the message plainly is one: "5", "四分", "3/5", "满分".</summary>
    public static int? Score(NormalizedText text)
    {
        var reading = Reading(text, Tongue.ZhHans);
        if (reading.Text.Contains("满分", StringComparison.Ordinal) || StartsAtAny(reading.Text, 0, "full marks", "top marks") > 0) return 5;
        if (reading.Numerals.Count is 0 or > 2) return null;
        var numeral = reading.Numerals[0];
        if (!numeral.IsWhole(1, 5) || numeral.Ordinal || numeral.Rough || numeral.Start > 0 && reading.Text[numeral.Start - 1] is '-' or '.') return null;
        var end = SkipSpaces(reading.Text, numeral.End);
        var over = StartsAtAny(reading.Text, end, "/5", "/ 5", "out of 5", "out of five");
        if (reading.Numerals.Count == 2 && over == 0) return null;
        var unit = over > 0 ? over : StartsAtAny(reading.Text, end, "分钟") > 0 ? 0 : StartsAtAny(reading.Text, end, "分", "星", "颗星", "stars", "star", "points", "point");
        if (unit > 0) return (int)numeral.Value;
        var alone = AnswerWords.WithoutFillers(reading, new Span(0, reading.Text.Length));
        return alone.Start == numeral.Start && alone.End == numeral.End ? (int)numeral.Value : null;
    }

    internal static bool? YesNo(FactReading reading)
    {
        if (reading.Text.Length == 0 || IsNothingElse(reading) || IsQuestion(reading.Text)) return null;
        var first = true;
        foreach (var clause in reading.Clauses)
        {
            var start = SkipHesitation(reading, clause);
            if (start >= clause.End || reading.FindCue(CueKind.Decline, clause)?.Start == start) continue;
            var no = Leading(reading, CueKind.No, start);
            var yes = Leading(reading, CueKind.Yes, start);
            // Behind a statement only a clause that is nothing but yes or no still answers.
            var counts = first || Math.Max(no, yes) + 1 >= clause.End - start;
            first = first && AnswerWords.WithoutFillers(reading, clause).Length == 0;
            if (no == 0 && yes == 0 || !counts) continue;
            if (no == 0 && reading.Text.IndexOf("算了", start, StringComparison.Ordinal) > 0) return false;
            if (no > 0 && IsDoubleNegative(reading.Text, start, no)) return true;
            return no > 0 && no >= yes ? false : true;
        }
        return null;
    }

    internal static bool IsDecline(FactReading reading)
    {
        if (reading.Clauses.Count == 0) return false;
        var whole = new Span(0, reading.Text.Length);
        var content = AnswerWords.Content(reading);
        if (reading.HasCue(CueKind.Decline, whole)) return content is not { } rest || AnswerWords.WithoutFillers(reading, rest).Length < 2;
        if (content is not { } words || words.Length > 12) return false;
        foreach (var cue in reading.CuesIn(CueKind.DeclineShort, words))
        {
            if (cue == words) return true;
        }
        return false;
    }

    private static FactReading Reading(NormalizedText text, Tongue language) => new(text, new FactContext(AnyTime, [], null, null, language), CueLexicon.Embedded);

    /// <summary>Whether an answer says that there is nothing more to tell.</summary>
    internal static bool IsNothingElse(FactReading reading)
    {
        var first = reading.Clauses.Count > 0 ? SkipHesitation(reading, reading.Clauses[0]) : 0;
        foreach (var cue in reading.Cues(CueKind.NothingElse))
        {
            if (cue.Start <= first) return true;
            if (!reading.Text.AsSpan(0, cue.Start).ContainsAnyExcept(BeforeNothingElse)) return true;
        }
        return false;
    }

    // 需要我做什么, 能开发票吗: asked back, not answered.
    private static bool IsQuestion(string text) =>
        text.AsSpan().ContainsAny(QuestionMarks) && !text.Contains("好吗", StringComparison.Ordinal) || text.Contains("什么", StringComparison.Ordinal) || text.Contains("怎么", StringComparison.Ordinal)
        || text.Contains("多少", StringComparison.Ordinal) || text.Contains("多久", StringComparison.Ordinal) || text.Contains("能否", StringComparison.Ordinal) || text.Contains("是不是", StringComparison.Ordinal);

    private static int SkipHesitation(FactReading reading, Span clause)
    {
        var start = clause.Start;
        for (var moved = true; moved;)
        {
            moved = false;
            start = SkipSpaces(reading.Text, start);
            var word = StartsAtAny(reading.Text, start, "呃", "额", "哦", "噢", "啊", "哎", "那", "这个", "那个", "well", "um", "uh", "oh", "hmm", "er", "i think", "i guess", "i mean", "我觉得", "我想", "应该", "大概", "好像");
            // 好像是, 应该是 are themselves the answer.
            if (word == 0 || StartsAtAny(reading.Text, start, "i think so", "好像是", "应该是", "大概是") > 0) continue;
            (start, moved) = (start + word, true);
        }
        return start;
    }

    private static int Leading(FactReading reading, CueKind kind, int start)
    {
        foreach (var cue in reading.CuesIn(kind, new Span(start, reading.Text.Length)))
        {
            if (cue.Start != start || IsOtherWord(reading.Text, cue)) return 0;
            // "I am" and "we don't" answer only when nothing follows ("I am looking for …" does not), unless yes or no was asked for.
            var open = reading.Expected is null && StartsAtAny(reading.Text, start, "i", "it", "we", "she", "he", "they") > 0 && !StartsAt(reading.Text, start, "i think so");
            return open && AnswerWords.WithoutFillers(reading, new Span(cue.End, reading.ClauseAt(start).End)).Length > 0 ? 0 : cue.Length;
        }
        return 0;
    }

    // 没错, 不错, 对面, 好几次, 是不是: the word begins another one.
    private static bool IsOtherWord(string text, Span cue)
    {
        if (!IsHan(text[cue.Start]) || cue.Length > 1 || cue.End >= text.Length) return StartsAtAny(text, cue.Start, "no problem", "no worries", "right now", "ok so") > 0;
        return text[cue.Start] switch
        {
            '对' => "面方于不".Contains(text[cue.End]),
            '好' => "几多像久不难吃看".Contains(text[cue.End]),
            '是' => text[cue.End] is '不' or '否',
            '行' => "李长业".Contains(text[cue.End]),
            '会' => text[cue.End] is '不' or '员',
            '能' => text[cue.End] is '不',
            '得' => true,
            '中' => "午间国".Contains(text[cue.End]),
            '成' => text[cue.End] is not ('吧' or '啊' or ',' or '.' or '。'),
            '要' => "么求是不".Contains(text[cue.End]),
            '在' => false,
            '有' => "没效限问时点".Contains(text[cue.End]),
            '别' => "的人".Contains(text[cue.End]),
            '无' => true,
            '不' => "错好意思过仅".Contains(text[cue.End]) && !(text[cue.End] == '好' && cue.End + 1 == text.Length),
            _ => false,
        };
    }

    private static bool IsDoubleNegative(string text, int start, int length) => StartsAtAny(text, start, "没错", "没问题", "不错", "没毛病", "not wrong") is > 0 and var words && words >= length;
}
