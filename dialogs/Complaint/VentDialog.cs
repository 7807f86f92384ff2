using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Stage 1, steps 1 to 3: accept the anger, listen, show that it was heard.</summary>
internal static class VentDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "vent";

    /// <summary>Statements after which listening ends; a burst counts as one.</summary>
    private const int MostStatements = 3;

    /// <summary>Fragments of a sentence that are waited through.</summary>
    private const int MostFragments = 8;

    /// <summary>Messages without a grievance in them after which the conversation goes on with what there is.</summary>
    private const int MostUnplaced = 5;

    /// <summary>The waterfall.</summary>
    public static WaterfallDialog Create() => new WaterfallDialog(Id)
        .Step("accept-anger", AcceptAnger)
        .Step("listen", Listen)
        .Step("hear", step => step.GoTo("listen"))
        .Step("convey-respect", ConveyRespect);

    private static DialogTurnResult AcceptAnger(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Vent, Step.AcceptAnger);
        turn.Done(Step.AcceptAnger);
        return step.Next();
    }

    private static DialogTurnResult Listen(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        var vent = turn.State.Vent;
        if (vent.Over) return step.GoTo("convey-respect");
        turn.At(Stage.Vent, Step.Listen);
        Count(turn, vent);

        if (turn.Case.Heads.Count == 0 && !Place(turn, vent)) return ListenOn(turn, vent);
        if (!vent.Answered) FirstAnswer(turn, vent);
        if (turn.HasAsked(Expects.Fact(FactNames.Injured)))
        {
            SayHeard(turn);
            return Dialog.EndOfTurn;
        }

        if (AskForBusiness(turn)) return Dialog.EndOfTurn;
        if (KeepListening(turn, vent)) return ListenOn(turn, vent);

        turn.Done(Step.Listen);
        return step.GoTo("convey-respect");
    }

    private static DialogTurnResult ConveyRespect(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Vent, Step.ConveyRespect);
        turn.State.Vent.Over = true;
        turn.Done(Step.ConveyRespect);
        return step.EndDialog();
    }

    private static void Count(ComplaintTurn turn, VentState vent)
    {
        if (IsFragment(turn)) { vent.Fragments++; return; }
        vent.Fragments = 0;
        vent.Statements++;
    }

    /// <summary>The first answer once the grievance is known: the safety question first where somebody can be hurt, then who speaks, a short regret, and the matter said back.</summary>
    private static void FirstAnswer(ComplaintTurn turn, VentState vent)
    {
        vent.Answered = true;
        if (AsksForSafety(turn)) AskForSafety(turn);
        var words = turn.Playbook.Manner == Manner.Neutral ? null : turn.Phrase(Situation.RegretExperience);
        turn.Send(Introduced(turn, words), Expects.None);
        turn.OwesHearing = true;
        After.TellOnSite(turn, turn.Playbook.CategoryOf(turn.Case.Head!.Category));
        if (turn.Case.Find(FactNames.EarlierContact) is { Text: { } count }) turn.Say(Situation.CountSaidBack, new PhraseArgument("count", count));
    }

    /// <summary>Says the matter back in the customer's own words, unless this turn reads it back anyway or has done so.</summary>
    public static void SayHeard(ComplaintTurn turn)
    {
        if (!turn.OwesHearing) return;
        turn.OwesHearing = false;
        turn.Say(Situation.HeardInOwnWords, new PhraseArgument("what", Summaries.What(turn)));
    }

    /// <summary>Where several kinds of business are served and it is not sure which one is meant, the customer is asked once.</summary>
    private static bool AskForBusiness(ComplaintTurn turn)
    {
        var businesses = turn.Answers.Businesses;
        if (businesses.Count == 0 || turn.State.Told.HasFlag(Told.BusinessAsked)) return false;
        SayHeard(turn);
        turn.State.Told |= Told.BusinessAsked;
        turn.State.Question = OpenQuestion.Business;
        CardAction[] buttons = [CardAction.ImBack(turn.NameOf(Answer.Yes)), .. businesses.Skip(1).Select(business => CardAction.ImBack(turn.InScript(business)))];
        return turn.Send(turn.Phrase(Situation.WhichBusiness, new PhraseArgument("business", businesses[0].In(turn.Tongue))), Expects.Confirm, buttons);
    }

    /// <summary>Words with who speaks in front of them, the first time.</summary>
    public static string? Introduced(ComplaintTurn turn, string? words)
    {
        if (turn.State.Told.HasFlag(Told.WhoSpeaks)) return words;
        turn.State.Told |= Told.WhoSpeaks;
        var (assistant, business) = (turn.Playbook.Identity.Assistant.In(turn.Tongue), turn.Playbook.Identity.Business.In(turn.Tongue));
        var who = turn.Phrase(Situation.Introduction, new PhraseArgument("assistant", assistant), new PhraseArgument("business", business));
        return who is null || words is null ? who ?? words : Sentence.Join(turn.Tongue, words, who);
    }

    /// <summary>Greets when there is nothing to answer yet.</summary>
    public static void Open(ComplaintTurn turn)
    {
        turn.State.Told |= Told.WhoSpeaks;
        var (assistant, business) = (turn.Playbook.Identity.Assistant.In(turn.Tongue), turn.Playbook.Identity.Business.In(turn.Tongue));
        turn.Ask(Situation.Opening, Expects.Vent, new PhraseArgument("assistant", assistant), new PhraseArgument("business", business));
    }

    private static bool AsksForSafety(ComplaintTurn turn) =>
        !turn.State.Told.HasFlag(Told.SafetyAsked) && !turn.Case.Knows(FactNames.Injured)
        && turn.Case.Heads.Exists(head => turn.Playbook.CategoryOf(head.Category).CanHurt);

    private static void AskForSafety(ComplaintTurn turn)
    {
        turn.State.Told |= Told.SafetyAsked;
        turn.Case.Tally.Questions++;
        turn.At(Stage.Apology, Step.ExpressConcern);
        turn.Ask(Situation.SafetyQuestion, Expects.Fact(FactNames.Injured));
        turn.At(Stage.Vent, Step.Listen);
    }

    private static DialogTurnResult ListenOn(ComplaintTurn turn, VentState vent)
    {
        SayHeard(turn);
        if (!turn.State.Told.HasFlag(Told.WhoSpeaks)) Open(turn);
        else if (vent.Fragments > 0 || (vent.Asked && turn.Case.Heads.Count > 0)) turn.Ask(Situation.Heard, Expects.Vent);
        else if (turn.Case.Heads.Count == 0) AskToTell(turn, vent);
        else
        {
            vent.Asked = true;
            turn.Ask(turn.Case.CurrentAnger >= 2 ? Situation.GoOn : Situation.TellMore, Expects.Vent);
        }

        return Dialog.EndOfTurn;
    }

    /// <summary>While nothing can be placed yet the customer is asked to tell once; after that they are only heard.</summary>
    private static void AskToTell(ComplaintTurn turn, VentState vent)
    {
        var tell = vent is { Statements: > 1, Asked: false };
        vent.Asked |= tell;
        turn.Ask(tell ? Situation.TellMore : Situation.Heard, Expects.Vent);
    }

    /// <summary>Whether to listen on although the grievance is known. A calm customer who has said enough is not asked to say more.</summary>
    private static bool KeepListening(ComplaintTurn turn, VentState vent)
    {
        var analysis = turn.Analysis;
        if (analysis.Has(Intent.DoneVenting) || vent.Statements >= MostStatements || turn.Playbook.Manner == Manner.Neutral) return false;
        if (vent.Fragments > 0) return vent.Fragments <= MostFragments;
        if (turn.Case.CurrentAnger <= 1 && vent.Statements == 1) return !vent.Asked && IsThin(turn);
        if (turn.Case.HasSeen(Trigger.RepeatComplaint) || turn.Case.HasSeen(Trigger.PastClock)) return false;
        if (!vent.Asked) return turn.Case.CurrentAnger >= 2;
        return analysis.Heads.Count == 0 && analysis.Facts.Count == 0 && !analysis.Has(Intent.Affirm);
    }

    /// <summary>A grievance that nothing can be placed in is taken as it is after a while, under the widest category the playbook has.</summary>
    private static bool Place(ComplaintTurn turn, VentState vent)
    {
        var told = vent.Statements >= MostStatements || vent.Statements + vent.Fragments >= MostUnplaced || (turn.Analysis.Has(Intent.DoneVenting) && vent.Statements > 1);
        if (!told || vent.Words.Length < 12) return false;
        var category = turn.Playbook.Categories.ContainsKey("other") ? "other" : turn.Playbook.Categories.Keys.Last();
        if (!Intake.AddHead(turn, category, vent.Words)) return false;
        Intake.Assess(turn);
        return true;
    }

    /// <summary>Short and without any fact: there is more to it.</summary>
    private static bool IsThin(ComplaintTurn turn) =>
        turn.Analysis.Facts.Count == 0 && Length(turn.Analysis.Text) < (turn.Tongue == Tongue.En ? 9 : 12);

    /// <summary>A piece of a sentence in a burst: very short, no end mark, nothing that asks, ends or answers. Once the first answer was given, what is short is an answer.</summary>
    private static bool IsFragment(ComplaintTurn turn)
    {
        if (turn.State.Vent.Answered) return false;
        var text = turn.Analysis.Text.AsSpan().Trim();
        if (text.Length == 0 || turn.NamesBusiness || turn.State.ExpectedFact is not null || turn.Analysis.Has(Intent.DoneVenting) || turn.Analysis.Has(Intent.Affirm) || turn.Analysis.Has(Intent.Deny)) return false;
        var ended = text[^1] is '。' or '！' or '？' or '.' or '!' or '?' or '…';
        return !ended && turn.Case.CurrentAnger < TacticPolicy.Hot && Length(turn.Analysis.Text) <= (turn.Tongue == Tongue.En ? 3 : 7);
    }

    /// <summary>Characters in Chinese, words in English.</summary>
    private static int Length(string text)
    {
        int words = 0, han = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c >= '\u2E80') { han++; inWord = false; }
            else if (char.IsLetterOrDigit(c) || c == '\'') { if (!inWord) words++; inWord = true; }
            else inWord = false;
        }

        return han + words;
    }
}
