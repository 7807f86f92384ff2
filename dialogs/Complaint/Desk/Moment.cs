using System.Globalization;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>The phrases of the moment: what may be said now, by stage, tactic and tone, filled in and ready to send. Only what the customer has not heard yet.</summary>
public static class Moment
{
    private const int MostOfOne = 2;
    private const int Most = 14;

    private static readonly TimeSpan Consultation = TimeSpan.FromMinutes(5);

    /// <summary>The phrases for a person at the desk, the most fitting first; in the customer's language.</summary>
    public static IReadOnlyList<MomentPhrase> Of(DeskReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var turn = new ComplaintTurn(new Activity { Type = ActivityTypes.Event }, reading.Now, reading.State, reading.Playbook, reading.Book, new TurnAnswers { FreshCaseNumber = "" });
        var phrases = new List<MomentPhrase>();
        foreach (var (group, fitting) in Groups(turn, reading))
            foreach (var (situation, tactic, arguments) in fitting)
                foreach (var line in reading.Book.Phrases.Offered(situation, reading.State.Speech, arguments).Take(MostOfOne))
                    if (phrases.Count < Most) phrases.Add(new(group, situation.Id(), tactic, line));
        return phrases;
    }

    /// <summary>The most fitting group first: who is hot is calmed before anything else.</summary>
    private static IEnumerable<(PhraseGroup Group, IEnumerable<(Situation Situation, Tactic? Tactic, PhraseArgument[] Arguments)> Fitting)> Groups(ComplaintTurn turn, DeskReading reading)
    {
        var hot = turn.Case.CurrentAnger >= TacticPolicy.Hot;
        yield return (PhraseGroup.Firm, Special(turn));
        if (hot) yield return (PhraseGroup.Warm, Calming(turn));
        foreach (var group in OfStage(turn.Stage)) yield return (group, InGroup(group, turn, reading));
        if (!hot) yield return (PhraseGroup.Warm, Calming(turn));
        yield return (PhraseGroup.Satisfaction, [(Situation.ClosingRegret, null, [])]);
    }

    /// <summary>What the situation of the chat asks for whatever the stage.</summary>
    private static IEnumerable<(Situation, Tactic?, PhraseArgument[])> Special(ComplaintTurn turn)
    {
        if (turn.State.Desk?.InsultsAfterBoundary > 0) yield return (Situation.EndAfterBoundary, null, []);
        else if (turn.Case.Tally.Abusive > 0 && !turn.State.Told.HasFlag(Told.Boundary)) yield return (Situation.Boundary, null, []);
        if (turn.Case.HasSeen(Trigger.ConsumerAssociation) || turn.Case.HasSeen(Trigger.Regulator)) yield return (Situation.AuthorityRightRespected, null, []);
        if (turn.Case.HasSeen(Trigger.Lawyer)) yield return (Situation.RightsRespected, null, []);
        if (turn.State.Over && turn.Case.Number is { } number) yield return (Situation.Reopened, null, [new("number", number)]);
    }

    /// <summary>What lowers anger.</summary>
    private static IEnumerable<(Situation, Tactic?, PhraseArgument[])> Calming(ComplaintTurn turn)
    {
        if (turn.Case.Head is null) { yield return (Situation.Heard, Tactic.Listen, []); yield break; }
        yield return (Situation.HeardInOwnWords, Tactic.Listen, [new("what", Summaries.What(turn))]);
        if (turn.Case.Find(FactNames.EarlierContact)?.Text is { } count) yield return (Situation.CountSaidBack, Tactic.Mirror, [new("count", count)]);
        yield return (Situation.WouldFeelTheSame, null, []);
        yield return (Situation.Mirror, Tactic.Mirror, [new("what", Summaries.What(turn))]);
        if (turn.Case.Tally.Accusations > 0) yield return (Situation.WhenQuestion, Tactic.WhenQuestion, []);
        if (turn.Case.Tally.Abusive > 0) yield return (Situation.LetPass, Tactic.LetPass, []);
    }

    private static PhraseGroup[] OfStage(Stage stage) => stage switch
    {
        Stage.Vent => [PhraseGroup.Vent],
        Stage.Apology => [PhraseGroup.Apology, PhraseGroup.Facts],
        Stage.Facts => [PhraseGroup.Facts, PhraseGroup.Remedy],
        Stage.Remedy => [PhraseGroup.Remedy, PhraseGroup.Facts],
        _ => [PhraseGroup.Remedy],
    };

    private static IEnumerable<(Situation, Tactic?, PhraseArgument[])> InGroup(PhraseGroup group, ComplaintTurn turn, DeskReading reading) => group switch
    {
        PhraseGroup.Vent => [(Situation.GoOn, Tactic.Listen, []), (Situation.TellMore, Tactic.Listen, []), (Situation.RegretExperience, null, [])],
        PhraseGroup.Apology => Apologising(turn),
        PhraseGroup.Facts => Asking(turn, reading),
        _ => Offering(turn, reading),
    };

    private static IEnumerable<(Situation, Tactic?, PhraseArgument[])> Apologising(ComplaintTurn turn)
    {
        if (turn.Case.Head is not { } head) { yield return (Situation.RegretExperience, null, []); yield break; }
        var category = turn.Playbook.CategoryOf(head.Category);
        var (what, due) = (category.Name.In(turn.Tongue), turn.Due(turn.NextWord));
        yield return (Situation.RegretAndAct, null, [new("what", what), new("action", turn.WithNumbers(category.AtOnce.In(turn.Tongue))), new("due", due)]);
        yield return (Situation.CauseUnknownYet, null, [new("due", due)]);
        if (head.Cause == Cause.Fault) yield return (Situation.FaultAdmitted, Tactic.Admission, [new("what", what)]);
    }

    private static IEnumerable<(Situation, Tactic?, PhraseArgument[])> Asking(ComplaintTurn turn, DeskReading reading)
    {
        if (turn.Case.Head is null) yield break;
        if (ChatView.MissingOf(reading) is [var missing, ..]) yield return (Situation.ClarifyPolitely, null, [new("question", missing.Question)]);
        yield return (Situation.ReadBack, Tactic.Mirror, [new("summary", Summaries.ReadBack(turn))]);
    }

    private static IEnumerable<(Situation, Tactic?, PhraseArgument[])> Offering(ComplaintTurn turn, DeskReading reading)
    {
        var who = turn.NameOf(reading.Role == Role.Agent ? "supervisor" : "manager");
        var back = turn.Now + Consultation;
        yield return (Situation.Consult, Tactic.Pause, [new("who", who), new("time", turn.Due(back))]);
        yield return (Situation.Pause, Tactic.Pause, [new("who", who), new("minutes", Consultation.TotalMinutes.ToString(CultureInfo.InvariantCulture))]);
        List<ChatRung> fitting = [.. Ladder.Of(reading).Where(rung => rung.Allowed == Ladder.Yes)];
        if (fitting.Count > 0) yield return (Situation.Offer, null, [new("offer", fitting[0].Text)]);
        if (fitting.Count > 1) yield return (Situation.BestAndAlternative, null, [new("offer", fitting[0].Text), new("alternative", fitting[1].Text)]);
        if (turn.Case.LastOffer is { State: RemedyState.Offered }) yield return (Situation.ThinkingItOver, null, [new("due", turn.Due(turn.Now.AddDays(1)))]);
    }
}
