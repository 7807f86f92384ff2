using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Stage 3, steps 8 and 9: ask what is missing, one at a time, never what was said; then judge the cause.</summary>
internal static class FactsDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "facts";

    /// <summary>The waterfall.</summary>
    public static WaterfallDialog Create() => new WaterfallDialog(Id)
        .Step("clarify", Clarify)
        .Step("take-answer", TakeAnswer)
        .Step("judge-cause", JudgeCause);

    private static DialogTurnResult Clarify(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Facts, Step.Clarify);
        After.TellOnSite(turn, turn.Playbook.CategoryOf(turn.Case.Head!.Category));
        if (QuestionPolicy.Next(turn.Playbook, turn.Case) is not { } missing || !GiveSomethingBack(turn))
        {
            turn.Done(Step.Clarify);
            return step.GoTo("judge-cause");
        }

        Questions.AskFact(turn, missing);
        return Dialog.EndOfTurn;
    }

    private static DialogTurnResult TakeAnswer(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Facts, Step.Clarify);
        if (turn.Analysis.Has(Intent.SecondComplaint) && turn.State.ExpectedFact is { } open && !turn.Case.Knows(open))
        {
            Questions.Repeat(turn);
            return Dialog.EndOfTurn;
        }

        Skip(turn);
        return step.GoTo("clarify");
    }

    private static DialogTurnResult JudgeCause(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Facts, Step.JudgeCause);
        var head = turn.Case.Head!;
        var (cause, evidence) = CausePolicy.Judge(turn.Playbook, turn.Case, head);
        head.Cause = cause;
        turn.Record(CaseEventKind.CauseSet, "bot", ("category", head.Category), ("cause", cause.Id()), ("evidence", evidence), ("provisional", "yes"));
        if (turn.Case.State == CaseState.Acknowledged) turn.Move(CaseState.Assessed, "facts taken");
        turn.Done(Step.JudgeCause);
        return step.EndDialog();
    }

    /// <summary>Leaves an open question where it was declined: somebody who says they don't know is not asked again; somebody who said something else may be.</summary>
    public static void Skip(ComplaintTurn turn)
    {
        if (turn.State.ExpectedFact is not { } name || turn.Case.Entry(name) is not { Value: null } asked) return;
        if (!Declines(turn) && asked.Asked < QuestionPolicy.TimesNeeded) return;
        asked.Declined = true;
        turn.Record(CaseEventKind.FactDeclined, "customer", ("name", name));
        turn.Say(name is FactNames.Name or FactNames.ContactPhone ? Situation.AnonymousRespected : Situation.QuestionSkipped);
    }

    private static bool Declines(ComplaintTurn turn) =>
        turn.Analysis.Has(Intent.DoneVenting) || turn.Analysis.Has(Intent.Deny)
        || AnswerReading.IsDecline(NormalizedText.From(turn.Analysis.Text), turn.Tongue);

    /// <summary>After questions in a row the customer hears what is under way before the next one; false when there is nothing left to give, and so nothing left to ask.</summary>
    public static bool GiveSomethingBack(ComplaintTurn turn)
    {
        if (turn.Case.Tally.QuestionsInARow < QuestionPolicy.InARow(turn.Case.CurrentAnger)) return true;
        var category = turn.Playbook.CategoryOf(turn.Case.Head!.Category);
        if (!turn.Say(Situation.PassedOnWithTask, new PhraseArgument("who", turn.NameOf(category.InCharge)), new PhraseArgument("due", turn.Due(turn.NextWord)))) return false;
        turn.Case.Tally.QuestionsInARow = 0;
        return true;
    }
}
