using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Stage 2, steps 4 to 7: concern, cooling down, the key issue read back, the full apology with the case number.</summary>
internal static class ApologyDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "apology";

    /// <summary>The waterfall.</summary>
    public static WaterfallDialog Create() => new WaterfallDialog(Id)
        .Step("express-concern", ExpressConcern)
        .Step("cool-down", CoolDown)
        .Step("cooler", step => step.GoTo("cool-down"))
        .Step("check-key-issue", CheckKeyIssue)
        .Step("confirm-key-issue", ConfirmKeyIssue)
        .Step("reconfirm-key-issue", step => step.GoTo("confirm-key-issue"))
        .Step("apologise", Apologise);

    private static DialogTurnResult ExpressConcern(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        if (turn.Case.HasDone(Step.Apologise)) return step.EndDialog();
        turn.At(Stage.Apology, Step.ExpressConcern);
        turn.Done(Step.ExpressConcern);
        return step.Next();
    }

    /// <summary>One tactic a turn while the anger is high; the escalation policy calls a person when it does not fall.</summary>
    private static DialogTurnResult CoolDown(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Apology, Step.CoolDown);
        var tally = turn.Case.Tally;
        if (turn.Case.CurrentAnger < TacticPolicy.Hot || turn.Analysis.Has(Intent.DoneVenting) || tally.TacticsUsed >= turn.Playbook.Thresholds.TacticsToCool)
        {
            turn.Done(Step.CoolDown);
            return step.GoTo("check-key-issue");
        }

        tally.TacticsUsed++;
        VentDialog.SayHeard(turn);
        Tactics.Use(turn, TacticPolicy.Choose(turn.Playbook, turn.Case, turn.Analysis, Tactics.Repeats(turn)));
        return Dialog.EndOfTurn;
    }

    private static DialogTurnResult CheckKeyIssue(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Apology, Step.CheckKeyIssue);
        ChooseLane(turn);
        if (turn.Case.Lane is Lane.Fast or Lane.Now)
        {
            VentDialog.SayHeard(turn);
            return step.GoTo("apologise");
        }

        SayReturnOnce(turn);
        ReadBack(turn, Situation.ReadBack);
        return Dialog.EndOfTurn;
    }

    private static DialogTurnResult ConfirmKeyIssue(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Apology, Step.CheckKeyIssue);
        var analysis = turn.Analysis;
        var corrected = turn.FactCorrected || analysis.Has(Intent.Correct) || (analysis.Has(Intent.Deny) && analysis.Facts.Count > 0);
        if (corrected && turn.Say(Situation.CorrectedThanks))
        {
            ReadBack(turn, Situation.ReadBackCorrected);
            return Dialog.EndOfTurn;
        }

        if (analysis.Has(Intent.Deny) && !analysis.Has(Intent.Affirm) && turn.Ask(Situation.WhatToCorrect, Expects.Readback))
        {
            return Dialog.EndOfTurn;
        }

        turn.Done(Step.CheckKeyIssue);
        return step.GoTo("apologise");
    }

    /// <summary>The second part of the apology: the thing, what is being done at once and by when; then the number to quote.</summary>
    private static DialogTurnResult Apologise(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Apology, Step.Apologise);
        turn.State.Vent.Over = true;
        turn.EnsureCase();
        if (turn.Case.State == CaseState.Received) turn.Move(CaseState.Acknowledged, "number given");
        var due = turn.NextWord;
        var category = turn.Playbook.CategoryOf(turn.Case.Head!.Category);
        if (turn.Playbook.Manner == Manner.Neutral)
        {
            turn.Say(Situation.NeutralReceived, new PhraseArgument("number", turn.Case.Number!), new PhraseArgument("due", turn.Due(ClockPolicy.Due(turn.Playbook, "written-reply", turn.Now))));
            turn.State.Told |= Told.Number;
        }
        else
        {
            var regret = turn.Phrase(Situation.RegretAndAct, new PhraseArgument("what", category.Name.In(turn.Tongue)), new PhraseArgument("action", turn.WithNumbers(category.AtOnce.In(turn.Tongue))), new PhraseArgument("due", turn.Due(due)));
            turn.Send(Address.Before(turn, regret), Expects.None);
            After.TellDepartments(turn, category, due);
            GiveNumber(turn, Situation.CaseOpened);
        }

        After.TellOnSite(turn, category);
        turn.Case.Tally.QuestionsInARow = 0;
        turn.Done(Step.Apologise);
        return step.EndDialog();
    }

    /// <summary>Gives the case number with the time of the next word, once; opens the case for it.</summary>
    public static void GiveNumber(ComplaintTurn turn, Situation situation)
    {
        if (turn.State.Told.HasFlag(Told.Number)) return;
        turn.EnsureCase();
        turn.State.Told |= Told.Number;
        var due = turn.NextWord;
        turn.Say(situation, new PhraseArgument("number", turn.Case.Number!), new PhraseArgument("due", turn.Due(due)));
        turn.Promise(TaskKind.Progress, turn.Playbook.CategoryOf(turn.Case.Head!.Category).InCharge, due, "progress message to the customer");
    }

    private static void ChooseLane(ComplaintTurn turn)
    {
        var category = turn.Playbook.CategoryOf(turn.Case.Head!.Category);
        var missing = QuestionPolicy.Missing(turn.Playbook, turn.Case, category);
        var remedy = RemedyPolicy.HasRemedyAtHand(turn.Playbook, turn.Case, category, turn.Grants, turn.Answers.Fairness);
        turn.Case.Lane = LanePolicy.Choose(turn.Playbook, turn.Case, missing, remedy);
    }

    /// <summary>Somebody who comes back about a known matter hears that this is known and regretted, and that a person gets it with a new time.</summary>
    private static void SayReturnOnce(ComplaintTurn turn)
    {
        if (turn.Case.Lane != Lane.Return || turn.State.Told.HasFlag(Told.Return)) return;
        turn.State.Told |= Told.Return;
        turn.Case.Priority = Math.Min(turn.Case.Priority, 2);
        turn.EnsureCase();
        turn.Promise(TaskKind.Contact, "agent", turn.NextWord, "answer the customer who came back, with a new time");
        var count = turn.Case.Find(FactNames.EarlierContact)?.Text ?? turn.Case.Triggers.Find(seen => seen.Id is Trigger.RepeatComplaint or Trigger.PastClock)?.Words ?? Summaries.What(turn);
        turn.Say(Situation.ReturnLane, new PhraseArgument("count", count));
    }

    private static void ReadBack(ComplaintTurn turn, Situation situation) =>
        turn.Send(turn.Phrase(situation, new PhraseArgument("summary", Summaries.ReadBack(turn))), Expects.Readback, Questions.Buttons(turn, Answer.Yes, Answer.No));
}
