using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Stage 5, steps 11 and 12: does this settle it, how were you treated, thanks for one concrete thing, anything else.</summary>
internal static class SatisfactionDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "satisfaction";

    /// <summary>The waterfall. It ends with true when the customer has another matter.</summary>
    public static WaterfallDialog Create() => new WaterfallDialog(Id)
        .Step("check-satisfaction", CheckSatisfaction)
        .Step("take-score", TakeScore)
        .Step("take-score-again", step => step.GoTo("take-score"))
        .Step("thank", Thank)
        .Step("last-word", LastWord)
        .Step("last-word-again", step => step.GoTo("last-word"));

    private static DialogTurnResult CheckSatisfaction(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Satisfaction, Step.CheckSatisfaction);
        if (!SatisfactionPolicy.MayAsk(turn.Playbook, turn.Case) || turn.Case.Satisfaction is not null)
        {
            turn.Done(Step.CheckSatisfaction);
            return step.GoTo("thank");
        }

        turn.Send(turn.Phrase(Situation.SettledQuestion), Expects.Satisfaction, Questions.Scores);
        return Dialog.EndOfTurn;
    }

    private static DialogTurnResult TakeScore(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Satisfaction, Step.CheckSatisfaction);
        turn.Done(Step.CheckSatisfaction);
        if (TakesBack(turn)) return step.EndDialog(true);
        if (turn.Analysis.Score is not { } score) return NoScore(step, turn);

        turn.Case.Satisfaction = score;
        turn.Record(CaseEventKind.Satisfaction, "customer", ("score", score.ToString(CultureInfo.InvariantCulture)), ("words", turn.Analysis.Text));
        if (score > SatisfactionPolicy.Low)
        {
            turn.Say(Situation.ScoreThanks);
            return step.GoTo("thank");
        }

        turn.Say(Situation.ScoreLow);
        Handover.Begin(turn, new Escalation(null, turn.Analysis.Text, 2, true, ["agent"]));
        return step.CancelAllDialogs(cancelParents: true);
    }

    /// <summary>An answer without a score is taken as it is: a plain no means that the matter is not settled, and is a person's.</summary>
    private static DialogTurnResult NoScore(WaterfallStepContext step, ComplaintTurn turn)
    {
        if (!turn.Analysis.Has(Intent.Deny) || turn.Analysis.Has(Intent.DoneVenting)) return step.GoTo("thank");
        Handover.Begin(turn, new Escalation(null, turn.Analysis.Text, 2, true, ["agent"]));
        return step.CancelAllDialogs(cancelParents: true);
    }

    private static DialogTurnResult Thank(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Satisfaction, Step.Thank);
        if (SatisfactionPolicy.MayAsk(turn.Playbook, turn.Case)) turn.Say(Situation.ThanksSpecific, new PhraseArgument("thing", Thing(turn)));
        else turn.Say(Situation.ClosingRegret);
        turn.Done(Step.Thank);
        turn.Send(turn.Phrase(Situation.AnythingElse), Expects.AnythingElse, Questions.Buttons(turn, Answer.NothingElse));
        return Dialog.EndOfTurn;
    }

    private static DialogTurnResult LastWord(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Satisfaction, Step.Thank);
        var analysis = turn.Analysis;
        if (TakesBack(turn)) return step.EndDialog(true);
        if (analysis.Heads.Count > 0 && analysis.Has(Intent.Complain) && AddsHead(turn)) return step.EndDialog(true);
        if (analysis.Has(Intent.Affirm) && !analysis.Has(Intent.DoneVenting) && !analysis.Has(Intent.Thanks) && turn.Ask(Situation.TellMore, Expects.AnythingElse)) return Dialog.EndOfTurn;
        return step.EndDialog(false);
    }

    /// <summary>Somebody who asks for something else after all is not held to their yes: what they agreed to is taken back, and the remedy is looked at anew.</summary>
    private static bool TakesBack(ComplaintTurn turn)
    {
        var analysis = turn.Analysis;
        if (analysis.Score is not null || !(analysis.Has(Intent.AskOtherRemedy) || analysis.Find(FactNames.Wants) is not null)) return false;
        if (turn.Case.LastOffer is not { State: RemedyState.Accepted } offer) return false;
        offer.State = RemedyState.Declined;
        turn.Case.Heads[offer.Head].Answered = false;
        turn.Record(CaseEventKind.OfferAnswered, "customer", ("kind", offer.Kind.Id()), ("answer", "taken-back"), ("words", analysis.Text));
        turn.Say(Situation.CorrectedThanks);
        return true;
    }

    private static bool AddsHead(ComplaintTurn turn)
    {
        var added = false;
        foreach (var head in turn.Analysis.Heads) added |= Intake.AddHead(turn, head.Category, head.Words);
        if (added) Intake.Assess(turn);
        return added;
    }

    /// <summary>The one concrete thing the customer did that helped.</summary>
    private static string Thing(ComplaintTurn turn)
    {
        var known = turn.Case;
        var thing = known.Find(FactNames.OrderNumber) is { Asked: > 0 } ? Situation.ThingOrderNumber
            : known.Find(FactNames.Evidence) is { Value: not "no" } ? Situation.ThingEvidence
            : known.Knows(FactNames.HappenedAt) || known.Knows(FactNames.Place) ? Situation.ThingDetails
            : Situation.ThingTold;
        return turn.Phrase(thing) ?? "";
    }
}
