using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Prompts;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Stage 4, step 10: offer what is within authority, and take the answer.</summary>
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

        switch (RemedyPolicy.Next(turn.Playbook, turn.Case, turn.Answers.Grants, turn.Answers.Fairness))
        {
            case RemedyProposal.Explain explain:
                Explain(turn, explain.Question.In(turn.Tongue), explain.Help.In(turn.Tongue));
                return Dialog.EndOfTurn;
            case RemedyProposal.Ladder ladder:
                Propose(turn, ladder);
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
        if (ChosenBeside(turn, offer) is { } other) return Accept(step, turn, Make(turn, other, null));
        if (Accepts(turn) || AsksForIt(turn, offer)) return Accept(step, turn, offer);
        if (analysis.Has(Intent.AskOtherRemedy) || analysis.Find(FactNames.Wants) is not null) return OtherWish(turn, offer);
        if (analysis.Has(Intent.Correct) || analysis.Facts.Count > 0) return Reconsider(step, turn, offer);

        // What they say of the offer is something else than what was meant: said back first, and put right when they have heard it.
        if (analysis.Has(Intent.Complain) && Reasons(turn) && turn.Case.Tally.LastTactic != Tactic.Mirror) return HearOut(turn, offer);
        var clarified = turn.Ask(Situation.ObjectionClarified, Expects.Offer, new PhraseArgument("offer", TextOf(turn, offer)))
            || turn.Ask(Situation.AgreedThenRepeat, Expects.Offer, new PhraseArgument("offer", TextOf(turn, offer)));
        return clarified ? Dialog.EndOfTurn : ToPerson(step, turn);
    }

    /// <summary>An objection is repeated as a question, and the customer is let speak: no argument, and nothing new is put on the table.</summary>
    private static DialogTurnResult HearOut(ComplaintTurn turn, Offer offer)
    {
        Tactics.Note(turn, Tactic.Mirror);
        if (!turn.Ask(Situation.ObjectionMirrored, Expects.Offer, new PhraseArgument("point", Summaries.SaidBack(turn, turn.Analysis.Text)))) turn.Ask(Situation.AgreedThenRepeat, Expects.Offer, new PhraseArgument("offer", TextOf(turn, offer)));
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
        turn.Analysis.Find(FactNames.Wants) is { } wish && RemedyPolicy.Answering(turn.Playbook, turn.Case, wish.Text, turn.Answers.Grants, turn.Answers.Fairness)?.Index == offer.Rung;

    /// <summary>Of two that were put to choose from, the second: by its place or by what it is.</summary>
    private static PricedRung? ChosenBeside(ComplaintTurn turn, Offer offer)
    {
        if (RemedyPolicy.Beside(turn.Playbook, turn.Case, offer, turn.Answers.Grants, turn.Answers.Fairness) is not { } beside) return null;
        var best = turn.Playbook.CategoryOf(turn.Case.Head!.Category).Ladder[offer.Rung];
        Choice[] choices = [Choice(best, turn.Tongue), Choice(beside.Rung, turn.Tongue)];
        return ChoiceRecognizer.Recognize(turn.Analysis.Text, choices)?.Index == 1 ? beside : null;
    }

    private static Choice Choice(Rung rung, Tongue tongue) => new(rung.Kind.Id()) { Synonyms = rung.Answers.In(tongue) };

    private static DialogTurnResult Accept(WaterfallStepContext step, ComplaintTurn turn, Offer offer)
    {
        offer.State = RemedyState.Accepted;
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
        turn.Say(Situation.Accepted, new PhraseArgument("offer", TextOf(turn, offer)), new PhraseArgument("who", turn.NameOf(offer.By)), new PhraseArgument("due", turn.Due(offer.Due)));
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
        if (RemedyPolicy.Answering(turn.Playbook, turn.Case, wish, turn.Answers.Grants, turn.Answers.Fairness) is { } wanted)
        {
            Put(turn, wanted, Situation.Offer);
            return Dialog.EndOfTurn;
        }

        if (AskWorth(turn, wish)) return Dialog.EndOfTurn;
        if (IsAbove(turn)) return ToPerson(step, turn);
        if (RemedyPolicy.Next(turn.Playbook, turn.Case, turn.Answers.Grants, turn.Answers.Fairness) is not RemedyProposal.Ladder next) return AskWorth(turn, wish: null) ? Dialog.EndOfTurn : ToPerson(step, turn);
        if (turn.Analysis.Find(FactNames.Wants) is null && Reasons(turn)) turn.Say(Situation.ObjectionMirrored, new PhraseArgument("point", Summaries.SaidBack(turn, turn.Analysis.Text)));
        Put(turn, next.Best, Situation.OfferAfterRefusal);
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
        if (RemedyPolicy.Answering(turn.Playbook, turn.Case, wish, turn.Answers.Grants, turn.Answers.Fairness) is { } wanted && wanted.Index != offer.Rung)
        {
            Put(turn, wanted, Situation.Offer);
        }
        else if (IsAbove(turn) && turn.Ask(Situation.AboveAuthority, Expects.Offer, new PhraseArgument("offer", TextOf(turn, offer))))
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
        var fresh = RemedyPolicy.Next(turn.Playbook, turn.Case, turn.Answers.Grants, turn.Answers.Fairness);
        if (fresh is RemedyProposal.Ladder ladder && (ladder.Best.Index != offer.Rung || ladder.Best.Amount != offer.Amount))
        {
            Put(turn, ladder.Best, Situation.Offer);
        }
        else
        {
            Questions.Repeat(turn);
        }

        return turn.HasAsked(Expects.Offer) ? Dialog.EndOfTurn : ToPerson(step, turn);
    }

    /// <summary>A misunderstanding is made visible by a question, never contradicted; what helps stands with it.</summary>
    private static void Explain(ComplaintTurn turn, string question, string help)
    {
        turn.Case.Offers.Add(new Offer { Kind = RemedyKind.Explanation, Head = turn.Case.CurrentHead, Rung = -1, Text = help, By = "agent", Due = turn.NextWord });
        turn.Record(CaseEventKind.OfferMade, "bot", ("kind", RemedyKind.Explanation.Id()), ("text", help));
        turn.Move(CaseState.Proposed, "explanation offered");
        Tactics.Note(turn, Tactic.Reframing);
        turn.Say(Situation.Reframing, new PhraseArgument("question", question));
        turn.Ask(Situation.ExplanationOffered, Expects.Offer, new PhraseArgument("explanation", help));
    }

    private static void Propose(ComplaintTurn turn, RemedyProposal.Ladder ladder)
    {
        if (IsAbove(turn)) Put(turn, ladder.Best, Situation.AboveAuthority);
        else if (ladder.Alternative is { } other && turn.Case.Lane != Lane.Fast) Put(turn, ladder.Best, Situation.BestAndAlternative, other);
        else Put(turn, ladder.Best, turn.Case.Head!.Cause == Cause.Outside ? Situation.OutsideHelp : Situation.Offer);
    }

    private static void Put(ComplaintTurn turn, PricedRung priced, Situation situation, PricedRung? alternative = null)
    {
        var offer = Make(turn, priced, alternative);
        turn.Move(CaseState.Proposed, "offer made");
        var words = alternative is null
            ? turn.Phrase(situation, new PhraseArgument("offer", offer.Text))
            : turn.Phrase(situation, new PhraseArgument("offer", offer.Text), new PhraseArgument("alternative", Text(turn, alternative)));
        var buttons = alternative is null
            ? Questions.Buttons(turn, Answer.Accept, Answer.Decline)
            : Questions.Buttons(turn, Answer.First, Answer.Second, Answer.Neither);
        turn.Send(words, Expects.Offer, buttons);
    }

    /// <summary>What is asked for is more than the bot may grant: that is said, with who decides and what can be done at once.</summary>
    private static bool IsAbove(ComplaintTurn turn) =>
        turn.Case.Find(FactNames.Wants)?.Text is { } wish && RemedyPolicy.IsAbove(turn.Playbook, turn.Case, wish, turn.Answers.Grants, turn.Answers.Fairness);

    private static Offer Make(ComplaintTurn turn, PricedRung priced, PricedRung? alternative)
    {
        var offer = new Offer
        {
            Kind = priced.Rung.Kind,
            Head = turn.Case.CurrentHead,
            Rung = priced.Index,
            Alternative = alternative?.Index,
            Text = Text(turn, priced),
            Amount = priced.Amount,
            Currency = priced.Amount is null ? null : priced.Currency,
            Due = DueOf(turn, priced.Rung),
            By = priced.Rung.By,
        };
        turn.Case.Offers.Add(offer);
        turn.Record(CaseEventKind.OfferMade, "bot", ("kind", offer.Kind.Id()), ("text", offer.Text), ("amount", offer.Amount?.ToString(CultureInfo.InvariantCulture) ?? ""));
        return offer;
    }

    /// <summary>An offer in the words of this turn: the language may have changed since it was made, and "tomorrow" may have become today.</summary>
    public static string TextOf(ComplaintTurn turn, Offer offer)
    {
        var category = turn.Playbook.CategoryOf(turn.Case.Heads[offer.Head].Category);
        if (offer.OfferedBy is not null) return offer.Text;
        if (offer.Rung < 0) return category.Misunderstanding?.Explanation.In(turn.Tongue) ?? offer.Text;
        return Text(turn, category.Ladder[offer.Rung], offer.Due, offer.Amount, offer.Currency);
    }

    private static string Text(ComplaintTurn turn, PricedRung priced) => Text(turn, priced.Rung, DueOf(turn, priced.Rung), priced.Amount, priced.Currency);

    /// <summary>Nobody cooks at two in the morning: outside the hours the time begins to run when the doors open.</summary>
    private static DateTimeOffset DueOf(ComplaintTurn turn, Rung rung) => ClockPolicy.NextOpening(turn.Playbook.Identity, turn.Now) + rung.Due;

    private static string Text(ComplaintTurn turn, Rung rung, DateTimeOffset due, decimal? amount, string? currency)
    {
        var text = rung.Offer.In(turn.Tongue).Replace("{date}", turn.Date(due), StringComparison.Ordinal);
        return amount is { } worth ? text.Replace("{amount}", MoneyText.Of(worth, currency!, turn.Tongue), StringComparison.Ordinal) : text;
    }

    private static DialogTurnResult ToPerson(WaterfallStepContext step, ComplaintTurn turn)
    {
        Handover.Begin(turn, new Escalation(null, turn.Case.Head?.Words ?? turn.Analysis.Text, turn.Case.Severity == Severity.Major ? 1 : 2, true, turn.Case.Severity == Severity.Major ? ["manager"] : ["agent"]));
        return step.CancelAllDialogs(cancelParents: true);
    }
}
