using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads that there is a photo, a receipt, a recording, or that there is none.</summary>
internal static class EvidenceReader
{
    /// <summary>Adds the evidence of a message, <c>yes</c> or <c>no</c>.</summary>
    public static void Read(FactReading reading)
    {
        var asked = reading.Expects(FactType.Attachment);
        var name = asked ? reading.Context.ExpectedFact! : FactNames.Evidence;
        foreach (var thing in reading.Cues(CueKind.EvidenceThing))
        {
            if (Having(reading, thing) is not { } having) continue;
            var none = IsMissing(reading, having);
            if (none && !asked) continue;
            reading.Add(name, having, none ? "no" : "yes");
            return;
        }
        if (asked && reading.Cues(CueKind.EvidenceThing) is [var bare, ..]) reading.Add(name, bare, IsMissing(reading, bare) ? "no" : "yes");
    }

    // The thing with the word that says that it is there, on either side.
    private static Span? Having(FactReading reading, Span thing)
    {
        var clause = reading.ClauseAt(thing.Start);
        var reach = IsLatin(reading.Text[thing.Start]) ? 22 : 6;
        var before = reading.CuesIn(CueKind.EvidenceHave, new Span(Math.Max(clause.Start, thing.Start - reach), thing.Start));
        var after = reading.CuesIn(CueKind.EvidenceHave, new Span(thing.End, Math.Min(clause.End, thing.End + reach)));
        if (before.Length > 0 && StartsAtAny(reading.Text, before[^1].Start, "调") == 0 && EndsAtAny(reading.Text, before[^1].Start, "只", "没个") == 0) return new Span(before[^1].Start - EndsAtAny(reading.Text, before[^1].Start, "我", "没", "没有"), thing.End);
        return after.Length > 0 && !IsLatin(reading.Text[thing.Start]) && !EndsAt(reading.Text, after[0].Start, "只") ? new Span(thing.Start, after[^1].End) : null;
    }

    private static bool IsMissing(FactReading reading, Span span)
    {
        var clause = reading.ClauseAt(span.Start);
        var before = reading.Text.AsSpan(clause.Start, span.End - clause.Start);
        return before.Contains('没') || before.Contains("不能", StringComparison.Ordinal) || before.Contains("不给", StringComparison.Ordinal) || before.Contains("丢了", StringComparison.Ordinal) || reading.HasCue(CueKind.Decline, clause)
            || before.Contains("n't", StringComparison.Ordinal) || before.Contains("no ", StringComparison.Ordinal) || before.Contains("not ", StringComparison.Ordinal) || before.Contains("without", StringComparison.Ordinal);
    }
}
