using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Prompts;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Stage 4, step 10: offer what is within authority (see <see cref="Offers"/>), and take the answer.</summary>
internal static class RemedyDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "remedy";

    /// <summary>The waterfall.</summary>
    public static WaterfallDialog Create() => new WaterfallDialog(Id)
        .Step("act", Act)
        .Step("take-answer", TakeAnswer)
        .Step("take-next-answer", step => step.GoTo("take-answer"));

    private static DialogTurnResult Act(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Remedy, Step.Act);
        turn.Done(Step.Act);
        if (turn.Playbook.Manner == Manner.Neutral)
        {
            // The answer is the written reply that was promised with the registration.
            turn.Case.Head!.Answered = true;
            return step.EndDialog();
        }

        if (turn.Case.Severity == Severity.Major) return AsAgreed(step, turn);
        if (turn.Case.Find(FactNames.Wants)?.Text is { } wish && AskWorth(turn, wish)) return Dialog.EndOfTurn;

        switch (Offers.Next(turn))
        {
            case RemedyProposal.Explain explain:
                Offers.Explain(turn, explain);
                return Dialog.EndOfTurn;
            case RemedyProposal.Ladder ladder:
                Offers.Propose(turn, ladder);
                return Dialog.EndOfTurn;
            default:
                return AskWorth(turn, wish: null) ? Dialog.EndOfTurn : AsAgreed(step, turn);
        }
    }

    /// <summary>Where nothing is the bot's to offer a person decides, unless one has: what was agreed is then the answer, and nobody is called for it again.</summary>
    private static DialogTurnResult AsAgreed(WaterfallStepContext step, ComplaintTurn turn)
    {
        if (turn.State.Desk?.Agreed is null || turn.Case.Head is not { Called: true } head) return ToPerson(step, turn);
        head.Answered = true;
        return step.EndDialog();
    }

    private static DialogTurnResult TakeAnswer(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Remedy, Step.Act);
        if (turn.State.ExpectedFact is not null)
        {
            FactsDialog.Skip(turn);
            return step.GoTo("act");
        }

        var (analysis, offer) = (turn.Analysis, turn.Case.LastOffer!);
        if (analysis.Has(Intent.ThinkItOver)) return ThinkItOver(turn);
        if (turn.State.Expects == Expects.None && TakesLeave(analysis)) return SeeOff(turn);
        if (analysis.Find(Trigger.UnreasonableObjection) is not null) return HearOut(turn, offer);
        if (Intake.IsRefusal(analysis)) return Refused(step, turn, offer);
        if (ChosenBeside(turn, offer) is { } other) return Accept(step, turn, Offers.Make(turn, other));
        if (Accepts(turn) || AsksForIt(turn, offer)) return Accept(step, turn, offer);
        if (analysis.Has(Intent.AskOtherRemedy) || analysis.Find(FactNames.Wants) is not null) return OtherWish(turn, offer);
        if (analysis.Has(Intent.Correct) || analysis.Facts.Count > 0) return Reconsider(step, turn, offer);

        // What they say of the offer is something else than what was meant: said back first, and put right when they have heard it.
        if (analysis.Has(Intent.Complain) && Reasons(turn) && turn.Case.Tally.LastTactic != Tactic.Mirror) return HearOut(turn, offer);
        var clarified = turn.Ask(Situation.ObjectionClarified, Expects.Offer, new PhraseArgument("offer", Offers.TextOf(turn, offer)))
            || turn.Ask(Situation.AgreedThenRepeat, Expects.Offer, new PhraseArgument("offer", Offers.TextOf(turn, offer)));
        return clarified ? Dialog.EndOfTurn : ToPerson(step, turn);
    }

    /// <summary>An objection is repeated as a question, and the customer is let speak: no argument, and nothing new is put on the table.</summary>
    private static DialogTurnResult HearOut(ComplaintTurn turn, Offer offer)
    {
        Tactics.Note(turn, Tactic.Mirror);
        if (!turn.Ask(Situation.ObjectionMirrored, Expects.Offer, new PhraseArgument("point", Summaries.SaidBack(turn, turn.Analysis.Text)))) turn.Ask(Situation.AgreedThenRepeat, Expects.Offer, new PhraseArgument("offer", Offers.TextOf(turn, offer)));
        return Dialog.EndOfTurn;
    }

    /// <summary>An explanation is taken when it helped; praise and thanks are a yes unless they come with a no.</summary>
    private static bool Accepts(ComplaintTurn turn)
    {
        var analysis = turn.Analysis;
        if (analysis.Has(Intent.AcceptOffer) || analysis.Has(Intent.Affirm)) return true;
        return analysis.Sentiment is Sentiment.Positive || (analysis.Has(Intent.Thanks) && analysis.Sentiment != Sentiment.Negative);
    }

    /// <summary>Whoever names what is on the table takes it.</summary>
    private static bool AsksForIt(ComplaintTurn turn, Offer offer) =>
        turn.Analysis.Find(FactNames.Wants) is { } wish && Offers.Answering(turn, wish.Text)?.Index == offer.Rung;

    /// <summary>Of two that were put to choose from, the second: by its place or by what it is.</summary>
    private static PricedRung? ChosenBeside(ComplaintTurn turn, Offer offer)
    {
        if (RemedyPolicy.Beside(turn.Playbook, turn.Case, offer, turn.Grants, turn.Answers.Fairness) is not { } beside) return null;
        var best = turn.Playbook.CategoryOf(turn.Case.Head!.Category).Ladder[offer.Rung];
        Choice[] choices = [Choice(best, turn.Tongue), Choice(beside.Rung, turn.Tongue)];
        return ChoiceRecognizer.Recognize(turn.Analysis.Text, choices)?.Index == 1 ? beside : null;
    }

    private static Choice Choice(Rung rung, Tongue tongue) => new(rung.Kind.Id()) { Synonyms = rung.Answers.In(tongue) };

    private static DialogTurnResult Accept(WaterfallStepContext step, ComplaintTurn turn, Offer offer)
    {
        turn.Take(offer);
        turn.Case.Head!.Answered = true;
        turn.Done(Step.CheckKeyIssue);
        turn.Record(CaseEventKind.OfferAnswered, "customer", ("kind", offer.Kind.Id()), ("answer", "accepted"), ("words", turn.Analysis.Text));
        turn.Move(CaseState.Decided, "offer accepted");

        // An explanation that helped is carried out already; nothing is left to promise.
        if (offer is { Kind: RemedyKind.Explanation, Rung: < 0 })
        {
            turn.Say(Situation.ExplanationHelped, new PhraseArgument("number", turn.Case.Number!));
            return step.EndDialog();
        }

        turn.Promise(TaskKind.CarryOut, offer.By, offer.Due, offer.Text);
        turn.Say(Situation.Accepted, new PhraseArgument("offer", Offers.TextOf(turn, offer)), new PhraseArgument("who", turn.NameOf(offer.By)), new PhraseArgument("due", turn.Due(offer.Due)));
        return step.EndDialog();
    }

    private static DialogTurnResult ThinkItOver(ComplaintTurn turn)
    {
        var due = turn.Now.AddDays(1);
        turn.Record(CaseEventKind.OfferAnswered, "customer", ("kind", turn.Case.LastOffer!.Kind.Id()), ("answer", "thinking"), ("words", turn.Analysis.Text));
        turn.Promise(TaskKind.Contact, "agent", due, "remind the customer of the open offer");
        turn.State.Expects = Expects.None;
        turn.Say(Situation.ThinkingItOver, new PhraseArgument("due", turn.Due(due)));
        return Dialog.EndOfTurn;
    }

    private static bool TakesLeave(MessageAnalysis analysis) =>
        !analysis.Has(Intent.AcceptOffer) && !analysis.Has(Intent.DeclineOffer) && (analysis.Has(Intent.DoneVenting) || analysis.Has(Intent.Thanks) || analysis.Has(Intent.Smalltalk));

    /// <summary>Somebody who takes time and says goodbye hears when they are reminded; the offer stays open.</summary>
    private static DialogTurnResult SeeOff(ComplaintTurn turn)
    {
        turn.Say(Situation.Closing, new PhraseArgument("number", turn.Case.Number!), new PhraseArgument("due", turn.Due(turn.Now.AddDays(1))));
        return Dialog.EndOfTurn;
    }

    /// <summary>A refusal is repeated as a question; then what the customer asks for, if it may be granted, or else the next rung. A second one is a person's.</summary>
    private static DialogTurnResult Refused(WaterfallStepContext step, ComplaintTurn turn, Offer offer)
    {
        offer.State = RemedyState.Declined;
        turn.Record(CaseEventKind.OfferAnswered, "customer", ("kind", offer.Kind.Id()), ("answer", "declined"), ("words", turn.Analysis.Text));
        var wish = turn.Analysis.Find(FactNames.Wants)?.Text ?? turn.Analysis.Text;
        if (Offers.Answering(turn, wish) is { } wanted)
        {
            Offers.Put(turn, wanted, Situation.Offer);
            return Dialog.EndOfTurn;
        }

        if (AskWorth(turn, wish)) return Dialog.EndOfTurn;
        if (Offers.IsAbove(turn)) return ToPerson(step, turn);
        if (Offers.Next(turn) is not RemedyProposal.Ladder next) return AskWorth(turn, wish: null) ? Dialog.EndOfTurn : ToPerson(step, turn);
        if (turn.Analysis.Find(FactNames.Wants) is null && Reasons(turn)) turn.Say(Situation.ObjectionMirrored, new PhraseArgument("point", Summaries.SaidBack(turn, turn.Analysis.Text)));
        Offers.Put(turn, next.Best, Situation.OfferAfterRefusal);
        return Dialog.EndOfTurn;
    }

    /// <summary>What would fit may wait for a sum only: then that is asked, before the matter is a person's.</summary>
    private static bool AskWorth(ComplaintTurn turn, string? wish)
    {
        if (RemedyPolicy.Unpriced(turn.Playbook, turn.Case, wish) is not { } missing || !FactsDialog.GiveSomethingBack(turn)) return false;
        Questions.AskFact(turn, missing);
        return true;
    }

    /// <summary>More than a bare no: there is a point in it to be repeated.</summary>
    private static bool Reasons(ComplaintTurn turn) => turn.Analysis.Text.Length >= (turn.Tongue == Tongue.En ? 24 : 8);

    private static DialogTurnResult OtherWish(ComplaintTurn turn, Offer offer)
    {
        var wish = turn.Analysis.Find(FactNames.Wants)?.Text ?? turn.Analysis.Text;
        if (Offers.Answering(turn, wish) is { } wanted && wanted.Index != offer.Rung)
        {
            Offers.Put(turn, wanted, Situation.Offer);
        }
        else if (Offers.IsAbove(turn) && turn.Ask(Situation.AboveAuthority, Expects.Offer, new PhraseArgument("offer", Offers.TextOf(turn, offer))))
        {
            return Dialog.EndOfTurn;
        }
        else if (!AskWorth(turn, wish))
        {
            turn.Say(Situation.ObjectionMirrored, new PhraseArgument("point", Summaries.SaidBack(turn, wish)));
            Questions.Repeat(turn);
        }

        return Dialog.EndOfTurn;
    }

    /// <summary>A fact that was corrected or added may change what fits: the offer is made anew.</summary>
    private static DialogTurnResult Reconsider(WaterfallStepContext step, ComplaintTurn turn, Offer offer)
    {
        if (turn.FactCorrected || turn.Analysis.Has(Intent.Correct)) turn.Say(Situation.CorrectedThanks);
        var fresh = Offers.Next(turn);
        if (fresh is RemedyProposal.Ladder ladder && (ladder.Best.Index != offer.Rung || ladder.Best.Amount != offer.Amount))
        {
            Offers.Put(turn, ladder.Best, Situation.Offer);
        }
        else
        {
            Questions.Repeat(turn);
        }

        return turn.HasAsked(Expects.Offer) ? Dialog.EndOfTurn : ToPerson(step, turn);
    }

    private static DialogTurnResult ToPerson(WaterfallStepContext step, ComplaintTurn turn)
    {
        Handover.Begin(turn, new Escalation(null, turn.Case.Head?.Words ?? turn.Analysis.Text, turn.Case.Severity == Severity.Major ? 1 : 2, true, turn.Case.Severity == Severity.Major ? ["manager"] : ["agent"]));
        return step.CancelAllDialogs(cancelParents: true);
    }
}
