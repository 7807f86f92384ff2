using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads for whom somebody complains when it is not for themselves: "替我妈投诉", "on behalf of my neighbour".</summary>
internal static class OnBehalfReader
{
    private static readonly string[] Speaking = ["投诉", "反映", "反馈", "问", "说", "维权", "讨", "咨询", "报", "申诉", "complain", "complaint", "complaining", "writing", "write", "asking", "reporting", "raise", "raising", "on behalf of"];

    /// <summary>Adds the person the complaint is made for.</summary>
    public static void Read(FactReading reading)
    {
        foreach (var cue in reading.Cues(CueKind.OnBehalf))
        {
            if (reading.FindCue(CueKind.Relation, new Span(cue.End, Math.Min(reading.Text.Length, cue.End + 24))) is not { } person || SkipSpaces(reading.Text, cue.End) != person.Start) continue;
            if (!Speaks(reading, reading.ClauseAt(cue.Start))) continue;
            reading.Add(FactNames.OnBehalfOf, person);
            return;
        }
    }

    private static bool Speaks(FactReading reading, Span clause)
    {
        for (var at = clause.Start; at < clause.End; at++)
            if (StartsAtAny(reading.Text, at, Speaking) > 0) return true;
        return false;
    }
}
