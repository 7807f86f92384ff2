using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Chooses how one turn of an upset customer is answered.</summary>
public static class TacticPolicy
{
    /// <summary>The anger from which on cooling down comes before everything else.</summary>
    public const int Hot = 3;

    /// <summary>The tactic for the message just taken in.</summary>
    /// <param name="playbook">In the neutral manner there are no tactics: the answer is always to listen.</param>
    /// <param name="complaint">The case with its counts.</param>
    /// <param name="analysis">The message.</param>
    /// <param name="repeats">Whether the customer says again what they said before.</param>
    public static Tactic Choose(Playbook playbook, ComplaintCase complaint, MessageAnalysis analysis, bool repeats)
    {
        if (playbook.Manner == Manner.Neutral) return Tactic.Listen;
        if (repeats && complaint.Tally.Accusations >= 3 && complaint.Tally.LastTactic != Tactic.TopicShift && MayShiftTopic(complaint, analysis)) return Tactic.TopicShift;
        if (repeats) return Tactic.Mirror;
        if (SweepingWords.AreIn(analysis.Text) && !complaint.Knows(FactNames.SinceWhen) && complaint.Tally.LastTactic != Tactic.WhenQuestion) return Tactic.WhenQuestion;
        if (complaint.Head is { Cause: Cause.Fault } && complaint.HasDone(Step.JudgeCause)) return Tactic.Admission;
        return IsJab(complaint, analysis) ? Tactic.LetPass : Tactic.Listen;
    }

    /// <summary>Whether an untrue or misunderstood point may be taken up: the customer calm enough and the matter minor.</summary>
    public static bool MayContradictGently(ComplaintCase complaint) => complaint.CurrentAnger <= 2 && complaint.Severity == Severity.Minor;

    /// <summary>Back to the matter after one turn, and never on a message that carries a trigger, a fact, a demand or a loss.</summary>
    private static bool MayShiftTopic(ComplaintCase complaint, MessageAnalysis analysis) =>
        complaint.Severity == Severity.Minor && analysis.Triggers.Count == 0 && analysis.Facts.Count == 0;

    /// <summary>Mockery with nothing in it that could be answered. What comes up again is not let pass again.</summary>
    private static bool IsJab(ComplaintCase complaint, MessageAnalysis analysis) =>
        analysis.Has(MessageFlag.Sarcasm) && !analysis.Has(MessageFlag.Insult) && analysis.Heads.Count == 0 && analysis.Facts.Count == 0 && analysis.Triggers.Count == 0
        && complaint.Tally.LastTactic != Tactic.LetPass;
}
