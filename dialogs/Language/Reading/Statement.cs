using ComplaintBot.Dialogs.Language.Cues;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>
/// Tells a plain statement of a grievance from an answer. Whoever writes to a complaint desk, unasked, a sentence that is no
/// question, no request and no praise, and looks like what people complain about, complains: even without a word of blame.
/// </summary>
internal static class Statement
{
    private const double LooksLikeComplaint = 0.3;
    private const int LeastUntold = 6;

    private static readonly Cue[] Others =
    [
        Cue.Praise, Cue.Thanks, Cue.Question, Cue.Request, Cue.Yes, Cue.No, Cue.NothingElse, Cue.Accept, Cue.Decline, Cue.OtherRemedy, Cue.ThinkOver, Cue.Correction, Cue.AskPerson, Cue.AskManager, Cue.AskStatus,
        Cue.Withdraw, Cue.GiveUp, Cue.Privacy, Cue.DeleteData, Cue.ChangeLanguage, Cue.WrongCompany, Cue.WhoAreYou, Cue.Smalltalk, Cue.AddToCase, Cue.Relief, Cue.Joke, Cue.Hearsay, Cue.Calming,
    ];

    /// <summary>Whether a message states a grievance without saying so.</summary>
    /// <param name="cues">What the word lists found.</param>
    /// <param name="asked">What was asked before.</param>
    /// <param name="facts">The facts found; what they cover tells nothing of a grievance.</param>
    /// <param name="evidence">How much the message looks like a complaint of the playbook, 0 to 1.</param>
    public static bool Is(FoundCues cues, Asked asked, IReadOnlyList<FactMention> facts, double evidence)
    {
        if (asked is not (Asked.Nothing or Asked.Vent) || evidence < LooksLikeComplaint) return false;
        foreach (var cue in Others)
            if (cues.Has(cue)) return false;
        var told = 0;
        foreach (var fact in facts) told += Length.Units(fact.Text);
        return Length.Units(cues.Text) - told >= LeastUntold;
    }
}
