using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What a customer may come up with at any stage. Answered first; then the open question is asked again in other words.</summary>
internal static class Interruptions
{
    /// <summary>Answers what interrupts. Returns true when the message is dealt with and must not reach the dialogs.</summary>
    public static bool Handle(ComplaintTurn turn)
    {
        var analysis = turn.Analysis;
        if (turn.State.Question != OpenQuestion.None && AnswerConfirm(turn) is { } answered) return answered;
        if (analysis.Has(Intent.Withdraw)) return Withdraw(turn);
        if (analysis.Has(Intent.GiveUp) && !analysis.Has(Intent.AcceptOffer)) return GiveUp(turn);
        if (analysis.Has(Intent.AskManager)) return OfferToTakeDown(turn);
        if (analysis.Has(Intent.AskStatus)) return Status(turn);
        if (analysis.Has(Intent.WrongCompany) && turn.Case.Number is null) return Reply(turn, Situation.WrongCompany);
        if (analysis.Has(Intent.DeleteData)) return DeleteData(turn);

        if (turn.Case.Find(FactNames.OnBehalfOf) is { Text: { } person } && !turn.State.Told.HasFlag(Told.OnBehalf)) TakeForAnother(turn, person);

        // These are answered in passing: the rest of the message still counts.
        var more = HasMore(turn);
        if (analysis.Has(Intent.ChangeLanguage)) { turn.Say(Situation.LanguageChanged); if (!more) return AskAgain(turn); }
        if (analysis.Has(Intent.WhoAreYou) && Reply(turn, Situation.WhoAmI, more)) return true;
        if (analysis.Has(Intent.Privacy) && !more) return Reply(turn, Situation.PrivacyAnswer);
        if (analysis.Has(MessageFlag.Insult) && !turn.State.Told.HasFlag(Told.Boundary) && turn.State.Vent.Answered) SetBoundary(turn);
        if (analysis.Has(Intent.SecondComplaint) && turn.State.Vent.Over && turn.Case.Heads.Count > 1)
            turn.Say(Situation.SecondComplaint, new PhraseArgument("what", turn.Playbook.CategoryOf(turn.Case.Heads[^1].Category).Name.In(turn.Tongue)));
        if (NotUnderstood(turn)) { turn.Say(Situation.NotUnderstood); return AskAgain(turn); }
        return !more && IsSmall(turn) && Small(turn);
    }

    /// <summary>The first furious message is answered with a person who can be had right now, not with a handover over the customer's head.</summary>
    public static void OfferPersonOnce(ComplaintTurn turn)
    {
        if (turn.Analysis.Anger < 4 || turn.State.Told.HasFlag(Told.PersonAtHand)) return;
        turn.State.Told |= Told.PersonAtHand;
        turn.Say(Situation.OfferPerson);
    }

    private static bool? AnswerConfirm(ComplaintTurn turn)
    {
        var (state, analysis, question) = (turn.State, turn.Analysis, turn.State.Question);
        state.Question = OpenQuestion.None;
        if (question == OpenQuestion.Business)
        {
            state.Expects = Expects.Vent;
            turn.NamesBusiness = true;
            return null;
        }

        if (question == OpenQuestion.TakeDown)
        {
            if (!analysis.Has(Intent.Deny) && !analysis.Has(Intent.DeclineOffer)) return TakeDown(turn);
            turn.Case.Tally.SuperiorRequests = 2;
            Handover.Begin(turn, new Escalation(Trigger.AsksForPerson, analysis.Text, 2, true, ["agent", "supervisor"]));
            return true;
        }

        if (analysis.Has(Intent.Affirm) || analysis.Has(Intent.AcceptOffer))
        {
            Handover.Begin(turn, new Escalation(null, analysis.Text, 2, true, ["agent"]));
            return true;
        }

        if (analysis.Has(Intent.Complain) && analysis.Heads.Count > 0) return null;
        KeepOpen(turn);
        return true;
    }

    /// <summary>The matter is taken down on the way to the superior: what was asked before is asked again, or else the customer tells.</summary>
    private static bool? TakeDown(ComplaintTurn turn)
    {
        var state = turn.State;
        state.Expects = state.Interrupted ?? Expects.Vent;
        if (!turn.Analysis.Has(Intent.Affirm) || turn.Analysis.Heads.Count > 0) return null;
        if (state.Interrupted is not null) return AskAgain(turn);
        return turn.Case.Heads.Count == 0 ? turn.Ask(Situation.TellMore, Expects.Vent) : null;
    }

    private static bool Withdraw(ComplaintTurn turn)
    {
        var state = turn.State;
        state.Dialogs = new DialogStack();
        state.Expects = Expects.None;
        state.Over = true;
        if (turn.Case.Heads.Count == 0) return turn.Say(Situation.ClosingWithdrawn);
        turn.EnsureCase();
        turn.Move(CaseState.Withdrawn, turn.Analysis.Text);
        turn.Say(Situation.Withdrawn, new PhraseArgument("number", turn.Case.Number!));
        turn.Say(Situation.UndoWithdrawal, new PhraseArgument("number", turn.Case.Number!));
        return true;
    }

    /// <summary>Dejection is not satisfaction: the case stays open, with one caring question.</summary>
    private static bool GiveUp(ComplaintTurn turn)
    {
        if (turn.State.Told.HasFlag(Told.Dejected)) { KeepOpen(turn); return true; }
        turn.State.Told |= Told.Dejected;
        turn.State.Vent.Over = true;
        if (turn.Case.Heads.Count > 0) turn.EnsureCase();
        turn.State.Question = OpenQuestion.CallBack;
        turn.Send(turn.Phrase(Situation.Dejected), Expects.Confirm, Questions.Buttons(turn, Answer.Please, Answer.NoThanks));
        return true;
    }

    private static void KeepOpen(ComplaintTurn turn)
    {
        turn.State.Dialogs = new DialogStack();
        turn.State.Expects = Expects.None;
        turn.State.Over = true;
        turn.EnsureCase();
        turn.State.Told |= Told.Number;
        var due = turn.NextWord;
        turn.Promise(TaskKind.Contact, "agent", due, "the customer gave up: find out what would help");
        After.OpenReview(turn);
        turn.Say(Situation.DejectedKept, new PhraseArgument("number", turn.Case.Number!), new PhraseArgument("due", turn.Due(due)));
    }

    private static bool OfferToTakeDown(ComplaintTurn turn)
    {
        turn.Record(CaseEventKind.Requested, "customer", ("what", "superior"), ("words", turn.Analysis.Text));
        turn.State.Question = OpenQuestion.TakeDown;
        turn.State.Interrupted = turn.State.Expects is Expects.None or Expects.Vent ? null : turn.State.Expects;
        turn.State.Told |= Told.WhoSpeaks;
        turn.Send(turn.Phrase(Situation.TakeDownFirst, new PhraseArgument("superior", turn.NameOf("manager"))), Expects.Confirm, Questions.Buttons(turn, Answer.Please, Answer.NoThanks));
        return true;
    }

    private static bool Status(ComplaintTurn turn)
    {
        var asked = turn.Analysis.Find(FactNames.CaseNumber)?.Value;
        if (asked is null && turn.Case.Number is { } own)
        {
            if (turn.State.Desk?.Agreed is { } agreed) turn.Say(Situation.AgreedStands, new PhraseArgument("agreed", agreed));
            if (turn.Case.LastOffer is { State: RemedyState.Accepted, IsRemedy: true } promised && turn.Now < promised.Due)
                turn.Say(Situation.NotDoneYet, new PhraseArgument("what", turn.Playbook.CategoryOf(turn.Case.Heads[promised.Head].Category).Name.In(turn.Tongue)), new PhraseArgument("due", turn.Due(promised.Due)));
            else turn.Say(Situation.ProgressNothingNew, new PhraseArgument("number", own), new PhraseArgument("due", turn.Due(turn.NextWord)));
            return turn.State.Expects is Expects.None or Expects.Vent || AskAgain(turn);
        }

        if (turn.Case.Heads.Count > 0 && asked is null) return false;
        turn.State.Told |= Told.WhoSpeaks;
        if (turn.Answers.AskedCase is { } known)
            turn.Say(Situation.ProgressNew, new PhraseArgument("number", known.Number), new PhraseArgument("state", turn.NameOf(known.State)), new PhraseArgument("due", turn.Due(turn.NextWord)));
        else if (asked is null) AskWhich(turn);
        else turn.Say(Situation.StatusNotFound, new PhraseArgument("number", asked));
        turn.Case.Heads.Clear();
        return true;
    }

    // Whoever asks how far an old case is may complain anew: this question counts as theirs then.
    private static void AskWhich(ComplaintTurn turn)
    {
        turn.Case.Tally.Questions++;
        turn.Ask(Situation.StatusWhich, Expects.Fact(FactNames.CaseNumber));
    }

    private static bool DeleteData(ComplaintTurn turn)
    {
        var due = ClockPolicy.Due(turn.Playbook, "determined", turn.Now);
        turn.Record(CaseEventKind.Requested, "customer", ("what", "delete-data"), ("words", turn.Analysis.Text));
        turn.Promise(TaskKind.DataRequest, "it-security", due, "delete the customer's data");
        turn.Say(Situation.DeleteData, new PhraseArgument("due", turn.Due(due)));
        return AskAgain(turn);
    }

    /// <summary>Somebody may complain for another; money and personal data need that person's yes, which is the agent's to get.</summary>
    private static void TakeForAnother(ComplaintTurn turn, string person)
    {
        turn.State.Told |= Told.OnBehalf;
        turn.Record(CaseEventKind.Requested, "customer", ("what", "on-behalf-of"), ("words", person));
        turn.Say(Situation.OnBehalfNoted);
    }

    private static void SetBoundary(ComplaintTurn turn)
    {
        turn.State.Told |= Told.Boundary;
        turn.Say(Situation.Boundary);
    }

    private static bool Reply(ComplaintTurn turn, Situation situation, bool goOn = false)
    {
        if (situation == Situation.WhoAmI)
        {
            var identity = turn.Playbook.Identity;
            turn.State.Told |= Told.WhoSpeaks;
            turn.Say(situation, new PhraseArgument("assistant", identity.Assistant.In(turn.Tongue)), new PhraseArgument("business", identity.Business.In(turn.Tongue)));
        }
        else
        {
            turn.Say(situation);
        }

        return !goOn && AskAgain(turn);
    }

    private static bool AskAgain(ComplaintTurn turn)
    {
        if (turn.State.Expects == Expects.None && turn.Case.Heads.Count == 0) turn.State.Expects = Expects.Vent;
        Questions.Repeat(turn);
        return true;
    }

    private static bool NotUnderstood(ComplaintTurn turn) => turn.Case.Tally.NotUnderstoodInARow > 0 && turn.State.Expects is not Expects.Vent;

    private static bool HasMore(ComplaintTurn turn)
    {
        var analysis = turn.Analysis;
        return analysis.Heads.Count > 0 || analysis.Facts.Count > 0 || analysis.Score is not null
            || analysis.Intents.Any(intent => intent is Intent.Complain or Intent.GiveFact or Intent.Affirm or Intent.Deny or Intent.Correct or Intent.AcceptOffer
                or Intent.DeclineOffer or Intent.AskOtherRemedy or Intent.ThinkItOver or Intent.DoneVenting or Intent.SecondComplaint);
    }

    private static bool IsSmall(ComplaintTurn turn) => turn.Analysis.Intents.Count > 0 && turn.Analysis.Intents.All(intent => intent is Intent.Thanks or Intent.Smalltalk);

    /// <summary>Thanks and small talk get one friendly line; a yes hidden in thanks is left to the dialogs.</summary>
    private static bool Small(ComplaintTurn turn)
    {
        if (turn.State.Expects is Expects.Offer or Expects.Satisfaction or Expects.AnythingElse or Expects.Vent or Expects.None) return false;
        turn.Say(turn.Analysis.Has(Intent.Thanks) ? Situation.ThanksAnswered : Situation.Smalltalk);
        return AskAgain(turn);
    }
}
