using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Asks: each question once in full, and again in other words when something came in between.</summary>
internal static class Questions
{
    /// <summary>Asks a fact, with the reason for the first one; the second time in a way that is easy to skip.</summary>
    public static void AskFact(ComplaintTurn turn, FactDefinition definition)
    {
        var fact = turn.Case.Entry(definition.Name);
        if (fact is null) turn.Case.Facts.Add(fact = new CaseFact { Name = definition.Name });
        var wordings = definition.Ask.In(turn.Tongue);
        var question = wordings[Math.Min(fact.Asked, wordings.Count - 1)];
        var situation = turn.Playbook.Manner == Manner.Neutral ? Situation.NeutralQuestion : fact.Asked == 0 ? Situation.ClarifyPolitely : Situation.AskAgain;
        fact.Asked++;
        turn.Case.Tally.Questions++;
        turn.Case.Tally.QuestionsInARow++;

        var text = turn.Phrase(situation, new PhraseArgument("question", question)) ?? question;
        if (!turn.State.Told.HasFlag(Told.Why) && turn.Phrase(Situation.WhyIAsk, new PhraseArgument("why", definition.Why.In(turn.Tongue))) is { } why)
        {
            turn.State.Told |= Told.Why;
            text = Sentence.Join(turn.Tongue, text, why);
        }

        turn.Send(text, Expects.Fact(definition.Name), Choices(definition, turn.Tongue));
    }

    /// <summary>Asks the open question again in other words, after an interruption was answered.</summary>
    public static void Repeat(ComplaintTurn turn)
    {
        switch (turn.State.Expects)
        {
            case Expects.Vent:
                turn.Ask(Situation.Heard, Expects.Vent);
                break;
            case Expects.Readback:
                turn.Send(turn.Phrase(Situation.ReadBack, new PhraseArgument("summary", Summaries.ReadBack(turn))), Expects.Readback, Buttons(turn, Answer.Yes, Answer.No));
                break;
            case Expects.Offer when turn.Case.LastOffer is { } offer:
                turn.Ask(Situation.AgreedThenRepeat, Expects.Offer, new PhraseArgument("offer", Offers.TextOf(turn, offer)));
                break;
            case Expects.Satisfaction:
                turn.Send(turn.Phrase(Situation.Score), Expects.Satisfaction, Scores);
                break;
            case Expects.AnythingElse:
                turn.Ask(Situation.AnythingElse, Expects.AnythingElse);
                break;
            default:
                if (turn.State.ExpectedFact is { } name && turn.Playbook.Facts.TryGetValue(name, out var definition)) RepeatFact(turn, definition);
                break;
        }
    }

    /// <summary>Answers to a score, as buttons.</summary>
    public static IReadOnlyList<CardAction> Scores { get; } = [.. Enumerable.Range(1, 5).Select(score => CardAction.ImBack(score.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Answers as buttons.</summary>
    public static IReadOnlyList<CardAction> Buttons(ComplaintTurn turn, params ReadOnlySpan<Answer> answers)
    {
        var buttons = new CardAction[answers.Length];
        for (var i = 0; i < answers.Length; i++) buttons[i] = CardAction.ImBack(turn.NameOf(answers[i]));
        return buttons;
    }

    /// <summary>Repeating the question after an interruption is not another attempt: it does not count against the fact or the budget.</summary>
    private static void RepeatFact(ComplaintTurn turn, FactDefinition definition)
    {
        var wordings = definition.Ask.In(turn.Tongue);
        turn.Send(turn.Phrase(Situation.AskAgain, new PhraseArgument("question", wordings[^1])) ?? turn.Phrase(Situation.ClarifyPolitely, new PhraseArgument("question", wordings[^1])),
            Expects.Fact(definition.Name), Choices(definition, turn.Tongue));
    }

    private static IReadOnlyList<CardAction>? Choices(FactDefinition definition, Tongue tongue) => definition.Type switch
    {
        FactType.Choice => [.. definition.Choices.Select(choice => CardAction.ImBack(choice.Label.In(tongue)))],
        _ => null,
    };
}
