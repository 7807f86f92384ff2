using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>What is left of an answer without the words that carry nothing.</summary>
internal static class AnswerWords
{
    private static readonly string[] Tails = ["了吧", "那里", "的样子", "吧", "啊", "呀", "呢", "哈", "啦", "嘛", "哦", "喔", "谢谢", "i think", "i guess", "i believe", "please", "thanks", "thank you", "or so"];

    /// <summary>A stretch without fillers and marks at both ends.</summary>
    public static Span WithoutFillers(FactReading reading, Span span)
    {
        var fillers = reading.Cues(CueKind.Filler);
        var (before, next) = (new Span(-1, -1), 0);
        while (span != before && span.Length > 0)
        {
            before = span;
            span = reading.Trim(span);
            for (; next < fillers.Length && fillers[next].Start <= span.Start; next++)
                if (fillers[next].Start == span.Start && fillers[next].End <= span.End) span = new Span(fillers[next].End, span.End);
            var tail = EndsAtAny(reading.Text, span.End, Tails);
            if (tail > 0 && span.End - tail >= span.Start) span = new Span(span.Start, span.End - tail);
        }
        return reading.Trim(span);
    }

    /// <summary>The whole answer without fillers, from the first to the last clause that is no refusal; null when nothing is left.</summary>
    public static Span? Content(FactReading reading)
    {
        Span? content = null;
        foreach (var clause in reading.Clauses)
        {
            var words = WithoutFillers(reading, clause);
            if (words.Length == 0 || reading.HasCue(CueKind.Decline, clause)) continue;
            content = content is { } first ? new Span(first.Start, words.End) : words;
        }
        return content;
    }
}
