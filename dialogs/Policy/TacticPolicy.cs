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
        if (repeats && complaint.Tally.Accusations >= 3 && MayShiftTopic(complaint, analysis)) return Tactic.TopicShift;
        if (repeats) return Tactic.Mirror;
        if (IsSweeping(analysis)) return Tactic.WhenQuestion;
        return complaint.Head is { Cause: Cause.Fault } && complaint.HasDone(Step.JudgeCause) ? Tactic.Admission : Tactic.Listen;
    }

    /// <summary>Whether an untrue or misunderstood point may be taken up: calm enough, a minor matter, a fact behind it.</summary>
    public static bool MayContradictGently(ComplaintCase complaint) => complaint.CurrentAnger <= 2 && complaint.Severity == Severity.Minor;

    /// <summary>Never on a message that carries a trigger, a fact, a demand or a loss.</summary>
    private static bool MayShiftTopic(ComplaintCase complaint, MessageAnalysis analysis) =>
        complaint.Severity == Severity.Minor && analysis.Triggers.Count == 0 && analysis.Facts.Count == 0;

    private static bool IsSweeping(MessageAnalysis analysis) => SweepingWords.AreIn(analysis.Text);
}
