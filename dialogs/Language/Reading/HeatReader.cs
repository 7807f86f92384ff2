using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Judges anger by its heat, not by what happened: a fault told calmly stays at 1, however bad it is.</summary>
internal static class HeatReader
{
    private const float OneSign = 0.75f;
    private const float ManySigns = 2.4f;
    private const float OutOfControl = 5f;

    /// <summary>Anger and flags of a message.</summary>
    public static Heat Read(FoundCues cues, Marks marks, Tone tone)
    {
        var flags = Flags(cues, tone);
        return new Heat(Anger(cues, marks, tone, flags), flags);
    }

    private static List<MessageFlag> Flags(FoundCues cues, Tone tone)
    {
        var flags = new List<MessageFlag>(2);
        if (Meant(cues, Cue.Insult)) flags.Add(MessageFlag.Insult);
        if (Meant(cues, Cue.Threat) || cues.Has(Cue.Extortion)) flags.Add(MessageFlag.Threat);
        if (tone.Sentiment != Sentiment.Positive && (Meant(cues, Cue.Despair) || IsSelfHarm(cues))) flags.Add(MessageFlag.Despair);
        if (tone.IsSarcastic) flags.Add(MessageFlag.Sarcasm);
        return flags;
    }

    private static bool Meant(FoundCues cues, Cue cue) => cues.Has(cue) && cues.FirstMeant(cue) is not null;

    private static bool IsSelfHarm(FoundCues cues) => cues.Has(Cue.Despair) && cues.Has(Cue.DangerToLife);

    private static int Anger(FoundCues cues, Marks marks, Tone tone, List<MessageFlag> flags)
    {
        if (tone.Sentiment == Sentiment.Positive || tone.Sentiment == Sentiment.Neutral && !tone.IsGrievance && flags.Count == 0) return 0;
        var signs = Signs(cues, marks);
        if (flags.Contains(MessageFlag.Insult)) signs += 1.6f;
        if (flags.Contains(MessageFlag.Threat)) signs += 1.6f;
        if (flags.Contains(MessageFlag.Sarcasm)) signs += 0.9f;
        if (cues.Has(Cue.Calming) && !flags.Contains(MessageFlag.Insult)) signs -= 0.8f;
        var shouting = marks.Rows >= 2 || marks.Exclamations >= 8 || marks.Shouts && marks.Exclamations >= 2;
        var attacking = flags.Contains(MessageFlag.Insult) || flags.Contains(MessageFlag.Threat) || cues.Has(Cue.Swear);
        if (signs >= OutOfControl && (attacking || marks.Rows >= 3 || marks.Shouts) || shouting && (attacking || marks.Rows >= 3) || attacking && signs >= OutOfControl - 1 && marks.Exclamations >= 3) return 4;
        if (signs >= ManySigns) return 3;
        if (signs >= OneSign) return 2;
        return tone.IsGrievance || tone.Sentiment is Sentiment.Negative or Sentiment.Mixed ? 1 : 0;
    }

    private static float Signs(FoundCues cues, Marks marks)
    {
        var signs = Count(cues, Cue.Heat) + 0.9f * Count(cues, Cue.Rhetorical) + Count(cues, Cue.Swear) + 1.1f * Count(cues, Cue.Ultimatum);
        // The same word is often on the lists of blame and of heat: blame alone weighs less.
        signs += 0.8f * Math.Min(3, Count(cues, Cue.Bad)) * (cues.Has(Cue.Heat) ? 0.6f : 1);
        foreach (var cue in (ReadOnlySpan<Cue>)[Cue.Press, Cue.Lawyer, Cue.ConsumerAssociation, Cue.Regulator, Cue.GroupAction, Cue.Unreasonable, Cue.Repeat, Cue.PastClock, Cue.Decline, Cue.GiveUp, Cue.NotUnderstood, Cue.DataLeak, Cue.OverAuthority])
            if (cues.Has(cue)) signs += 0.8f;
        signs += marks.Exclamations switch { 0 => 0, 1 => 0.2f, 2 => 0.6f, _ => 1f } + Math.Min(2, marks.Rows) * 0.9f;
        signs += marks.Questions >= 2 ? 0.7f : 0;
        return signs + (marks.Shouts ? 2f : marks.Capitals >= 1 && marks.Words > 4 ? 0.4f : 0);
    }

    private static float Count(FoundCues cues, Cue cue)
    {
        var sum = 0f;
        if (!cues.Has(cue)) return sum;
        foreach (var hit in cues.All)
            if (hit.Cue == cue && !(cue is Cue.Bad or Cue.Heat && Scope.IsNegated(cues.Text, hit))) sum += hit.Weight;
        return sum;
    }
}
