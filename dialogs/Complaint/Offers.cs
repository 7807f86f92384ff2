using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Makes the offers that policy allows, and says them. The answers are heard by <see cref="RemedyDialog"/>.</summary>
internal static class Offers
{
    /// <summary>What policy would put on the table next.</summary>
    public static RemedyProposal Next(ComplaintTurn turn) => RemedyPolicy.Next(turn.Playbook, turn.Case, turn.Grants, turn.Answers.Fairness);

    /// <summary>What may be granted of a wish, or null.</summary>
    public static PricedRung? Answering(ComplaintTurn turn, string wish) => RemedyPolicy.Answering(turn.Playbook, turn.Case, wish, turn.Grants, turn.Answers.Fairness);

    /// <summary>Whether the customer asks for more than the bot may grant.</summary>
    public static bool IsAbove(ComplaintTurn turn) =>
        turn.Case.Find(FactNames.Wants)?.Text is { } wish && RemedyPolicy.IsAbove(turn.Playbook, turn.Case, wish, turn.Grants, turn.Answers.Fairness);

    /// <summary>A misunderstanding is made visible by a question, never contradicted; what helps stands with it.</summary>
    public static void Explain(ComplaintTurn turn, RemedyProposal.Explain explain)
    {
        var help = explain.Help.In(turn.Tongue);
        turn.Case.Offers.Add(new Offer { Kind = RemedyKind.Explanation, Head = turn.Case.CurrentHead, Rung = -1, Text = help, By = "agent", Due = turn.NextWord });
        turn.Record(CaseEventKind.OfferMade, "bot", ("kind", RemedyKind.Explanation.Id()), ("text", help));
        turn.Move(CaseState.Proposed, "explanation offered");
        Tactics.Note(turn, Tactic.Reframing);
        turn.Say(Situation.Reframing, new PhraseArgument("question", explain.Question.In(turn.Tongue)));
        turn.Ask(Situation.ExplanationOffered, Expects.Offer, new PhraseArgument("explanation", help));
    }

    /// <summary>Offers the best that may be granted. Where more was asked for that is said, with who decides and what can be done at once.</summary>
    public static void Propose(ComplaintTurn turn, RemedyProposal.Ladder ladder)
    {
        if (IsAbove(turn)) Put(turn, ladder.Best, Situation.AboveAuthority);
        else if (ladder.Alternative is { } other && turn.Case.Lane != Lane.Fast) Put(turn, ladder.Best, Situation.BestAndAlternative, other);
        else Put(turn, ladder.Best, turn.Case.Head!.Cause == Cause.Outside ? Situation.OutsideHelp : Situation.Offer);
    }

    /// <summary>Makes an offer and asks whether it is taken.</summary>
    public static void Put(ComplaintTurn turn, PricedRung priced, Situation situation, PricedRung? alternative = null)
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

    /// <summary>Notes an offer on the case, without a word to the customer.</summary>
    public static Offer Make(ComplaintTurn turn, PricedRung priced, PricedRung? alternative = null)
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
}
