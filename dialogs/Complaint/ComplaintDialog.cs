using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>A whole complaint: the five stages one after the other, each head of the complaint through facts and remedy; interruptions are answered here.</summary>
internal sealed class ComplaintDialog : ComponentDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Name = "complaint";

    /// <summary>Makes the dialog with all its stages.</summary>
    public ComplaintDialog()
        : base(Name)
    {
        AddDialog(new WaterfallDialog("stages")
            .Step("resume", step => ComplaintTurn.Of(step).Resumes is { } stage ? step.GoTo(stage.Id()) : step.Next())
            .Step("vent", step => step.BeginDialog(VentDialog.Id))
            .Step("apology", step => step.BeginDialog(ApologyDialog.Id))
            .Step("facts", step => step.BeginDialog(FactsDialog.Id))
            .Step("remedy", step => step.BeginDialog(RemedyDialog.Id))
            .Step("next-head", NextHead)
            .Step("satisfaction", step => step.BeginDialog(SatisfactionDialog.Id))
            .Step("close", Close));
        AddDialog(VentDialog.Create());
        AddDialog(ApologyDialog.Create());
        AddDialog(FactsDialog.Create());
        AddDialog(RemedyDialog.Create());
        AddDialog(SatisfactionDialog.Create());
    }

    /// <inheritdoc/>
    protected override DialogTurnResult OnBeginDialog(DialogContext innerDc, object? state)
    {
        var turn = ComplaintTurn.Of(innerDc);
        return turn.Resumes is null && Interruptions.Handle(turn) ? innerDc.CancelAllDialogs(cancelParents: true) : base.OnBeginDialog(innerDc, state);
    }

    /// <inheritdoc/>
    protected override DialogTurnResult OnContinueDialog(DialogContext innerDc)
    {
        var turn = ComplaintTurn.Of(innerDc);
        if (Interruptions.Handle(turn)) return turn.BotSpeaks && !turn.State.Over ? EndOfTurn : innerDc.CancelAllDialogs(cancelParents: true);
        StayWithMatter(turn);
        return base.OnContinueDialog(innerDc);
    }

    /// <summary>In the second answer at the latest the customer hears that the bot stays with the matter, and when there is more.</summary>
    private static void StayWithMatter(ComplaintTurn turn)
    {
        if (turn.State.Answers < 1 || turn.Case.Heads.Count == 0 || turn.State.Vent is { Over: false, Statements: 0 } || turn.Playbook.Manner == Playbooks.Manner.Neutral) return;
        turn.At(Stage.Apology, Step.Apologise);
        ApologyDialog.GiveNumber(turn, Situation.StaysWithMatter);
    }

    private static DialogTurnResult NextHead(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        var next = turn.Case.Heads.FindIndex(head => !head.Answered && turn.Case.Heads.IndexOf(head) > turn.Case.CurrentHead);
        if (next < 0) return step.Next();
        turn.Case.CurrentHead = next;
        turn.Say(Situation.NextHead, new PhraseArgument("what", Summaries.Topic(turn)));
        return step.GoTo("facts");
    }

    private static DialogTurnResult Close(WaterfallStepContext step)
    {
        var turn = ComplaintTurn.Of(step);
        turn.At(Stage.Satisfaction, Step.Thank);
        if (step.Result is true)
        {
            var open = turn.Case.Heads.FindIndex(head => !head.Answered);
            var another = open != turn.Case.CurrentHead;
            turn.Case.CurrentHead = open;
            if (another) turn.Say(Situation.NextHead, new PhraseArgument("what", Summaries.Topic(turn)));
            return step.GoTo("facts");
        }

        turn.State.Over = true;
        turn.State.Expects = Expects.None;
        After.OpenReview(turn);
        var closing = turn.Phrase(Situation.Closing, new PhraseArgument("number", turn.Case.Number!), new PhraseArgument("due", turn.Due(turn.Case.LastOffer is { State: RemedyState.Accepted, IsRemedy: true } offer ? offer.Due : turn.NextWord)));
        turn.Send(Address.Before(turn, closing), Expects.None);
        return step.EndDialog();
    }
}
