using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads the texts that a playbook asks for in its own facts, by the cue words of their definitions: 豆腐 with what stands before it is a dish.</summary>
internal static class OwnFactReader
{
    private const int LongestPhrase = 8;
    private const int LongestClause = 30;

    // How a thing is cut or served belongs to its name: 鸡丁, 牛肉面, 鱼片.
    private const string Cuts = "丁丝片块条饭面汤粥锅煲卷饼排翅腿柳球丸串堡羹";

    // Things have a name, which is the cue and what belongs to it; of all else the clause is the fact.
    private static readonly HashSet<string> Things = ["dish", "product", "object", "model", "device"];

    /// <summary>Adds the texts whose cue words occur, except those that the grievance itself answers.</summary>
    public static void Read(FactReading reading)
    {
        if (reading.Context.Playbooks.Count != 1 || reading.WordHits is null) return;
        foreach (var definition in reading.Words!.Facts)
        {
            if (definition.Type != FactType.Text || definition.FromGrievance || definition.Name == reading.Context.ExpectedFact || reading.Has(definition.Name)) continue;
            if (Best(reading, definition) is { } words) reading.Add(definition.Name, words);
        }
    }

    private static Span? Best(FactReading reading, FactDefinition definition)
    {
        Span? best = null;
        foreach (var hit in reading.WordHits!)
        {
            if (!ReferenceEquals(hit.Fact, definition)) continue;
            var span = Things.Contains(definition.Name) ? Phrase(reading, hit.Span) : Clause(reading, hit.Span);
            if (span is { } words && (best is null || words.Length > best.Value.Length)) best = words;
        }
        return best;
    }

    private static Span Clause(FactReading reading, Span cue)
    {
        var clause = reading.ClauseAt(cue.Start);
        return clause.Length <= LongestClause || IsLatin(reading.Text[cue.Start]) ? AnswerWords.WithoutFillers(reading, clause) : cue;
    }

    private static Span? Phrase(FactReading reading, Span cue)
    {
        if (!reading.IsFree(cue)) return null;
        var text = reading.Text;
        return IsLatin(text[cue.Start]) ? EnglishPhrase(text, cue) : ChinesePhrase(reading, cue);
    }

    // A single character as a cue (面, 饭, 锅) is a suffix: alone, or in 里面 and 锅里, it names nothing.
    private static Span? ChinesePhrase(FactReading reading, Span cue)
    {
        var text = reading.Text;
        var start = cue.Start;
        while (start > 0 && cue.Start - start < LongestPhrase && IsHan(text[start - 1]) && !IsOutside(text, start) && reading.IsFree(new Span(start - 1, start))) start--;
        if (cue.Length == 1 && (start == cue.Start || "里外上下前后对方见当全表".Contains(text[cue.Start - 1]) || cue.End < text.Length && "前对子店馆包条试积".Contains(text[cue.End]))) return null;
        var end = cue.End;
        while (end < text.Length && Cuts.Contains(text[end])) end++;
        return new Span(start, end);
    }

    private static bool IsOutside(string text, int at) =>
        "的了在里是有买吃点给份个碗盘把道条只台块你我他她它们这那送来到被说和跟与还都就也很太不没从用上下着过要拿做件位家袋瓶盒单错少漏根张片次口盏副双部瓶箱".Contains(text[at - 1])
        || EndsAtAny(text, at, "外卖", "今天", "昨天", "前天", "昨晚", "今晚", "新买", "吃出", "喝出", "嚼出", "咬出", "捞出", "挑出", "夹出", "舀出", "拨出", "吐出", "翻出", "爬出", "飞出", "掉出", "里面", "里头", "发现", "看见") > 0;

    private static Span EnglishPhrase(string text, Span cue)
    {
        var start = cue.Start;
        for (var words = 0; words < 2; words++)
        {
            var end = start;
            while (end > 0 && text[end - 1] == ' ') end--;
            var from = end;
            while (from > 0 && (IsLatin(text[from - 1]) || text[from - 1] == '-')) from--;
            if (from == end || text.AsSpan(from, end - from) is "a" or "an" or "the" or "my" or "our" or "your" or "this" or "that" or "of" or "in" or "is" or "was" or "some" or "and" or "with" or "had" or "got" or "had a" or "found" or "new" or "ordered" or "to" or "for" or "from" or "on" or "at" or "it" or "i" or "we" or "were" or "are" or "his" or "her" or "their" or "no" or "not" or "two" or "one" or "another" or "by" or "off" or "into" or "any") break;
            start = from;
        }
        var stop = WordEnd(text, cue.End);
        return new Span(start, stop);
    }
}
