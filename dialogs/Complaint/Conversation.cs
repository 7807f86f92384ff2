using System.Text.Json;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>
/// The bot: a pure function of the stored conversation, an activity, the time and what was looked up. Whoever runs it loads the state,
/// calls <see cref="OnTurn"/>, and commits what comes out at once.
/// </summary>
public sealed class Conversation
{
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(6);

    private readonly SpeechBook book;
    private readonly ComplaintDialog root = new();
    private readonly ConversationJson json;

    /// <summary>Makes the bot. One object serves all conversations.</summary>
    public Conversation(SpeechBook book)
    {
        this.book = book;
        var dialogs = new DialogSet();
        dialogs.Add(root);
        json = ConversationJson.For(dialogs);
    }

    /// <summary>The words of the product.</summary>
    public SpeechBook Book => book;

    /// <summary>A conversation that has not begun.</summary>
    /// <param name="seed">Decides which wordings this conversation hears; any number.</param>
    /// <param name="tongue">The language until the customer shows another.</param>
    public static ConversationState Begin(int seed, Tongue tongue) => new() { Speech = new Speech { Seed = seed, Tongue = tongue } };

    /// <summary>Reads a stored conversation.</summary>
    /// <exception cref="JsonException">The data are damaged.</exception>
    public ConversationState Read(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, json.ConversationState) ?? throw new JsonException("A conversation is an object, not null.");

    /// <summary>Writes a conversation as it is stored.</summary>
    public byte[] Write(ConversationState state) => JsonSerializer.SerializeToUtf8Bytes(state, json.ConversationState);

    /// <summary>Runs a turn.</summary>
    /// <param name="state">The conversation as loaded; it is changed in place and must be dropped when the commit fails.</param>
    /// <param name="activity">What came. Sensitive numbers are masked before (<see cref="SensitiveText"/>).</param>
    /// <param name="now">The time, with the customer's offset.</param>
    /// <param name="playbook">The playbook the conversation goes by.</param>
    /// <param name="answers">What was looked up.</param>
    public ComplaintTurn OnTurn(ConversationState state, Activity activity, DateTimeOffset now, Playbook playbook, TurnAnswers answers)
    {
        var turn = new ComplaintTurn(activity, now, state, playbook, book, answers);
        switch (activity.Type)
        {
            case ActivityTypes.Message:
                OnMessage(turn);
                break;
            case ActivityTypes.ConversationUpdate when Joins(activity) && !state.Told.HasFlag(Told.WhoSpeaks):
                VentDialog.Open(turn);
                break;
            case ActivityTypes.Event when ChatClock.IsTick(activity):
                ChatClock.Look(turn);
                break;
            case ActivityTypes.Event when activity.Name == DeskEvents.Command:
                OnCommand(turn);
                break;
            case ActivityTypes.Event when activity.Name == DeskEvents.Platform:
                PlatformPeople.Hear(turn);
                Resume(turn);
                break;
        }

        turn.Finish();
        return turn;
    }

    /// <summary>A person at the desk acts. Who hands the chat back says where the bot goes on, and there it goes on at once.</summary>
    private void OnCommand(ComplaintTurn turn)
    {
        Commands.Run(turn);
        if (turn.Refusal is null) Resume(turn);
    }

    private void Resume(ComplaintTurn turn)
    {
        if (turn.Resumes is null) return;
        turn.Actor = "bot";
        DialogRunner.Run(root, turn, turn.State.Dialogs);
    }

    private void OnMessage(ComplaintTurn turn)
    {
        var state = turn.State;
        if (ComesBack(turn)) turn.Say(Situation.Resumed);
        Intake.Take(turn);
        CountInsult(turn);
        if (turn.Answers.Masked && state.Owner != Owner.Person) turn.Say(Situation.PrivacyMasked);
        if (turn.Activity.Attachments is { Count: > 0 } && turn.BotSpeaks) turn.Say(Situation.AttachmentReceived);
        if (turn.BotSpeaks) Escalate(turn);
        else if (state.Owner == Owner.Waiting) StillWaiting(turn);
        else Overhear(turn);
        if (!turn.BotSpeaks)
        {
            // What people of the platform answer is not known here: nothing can be said to be unanswered.
            if (!OnlyThanks(turn) && state.Desk is not { IsElsewhere: true }) Ownership.Of(turn).UnansweredSince ??= turn.Now;
            return;
        }

        if (state.Over) Reopen(turn);
        else DialogRunner.Run(root, turn, state.Dialogs);
        if (turn.BotSpeaks && turn.Case.Heads.Count > 0) state.Answers++;
        if (turn.BotSpeaks && !turn.Responded) turn.Ask(Situation.Heard, state.Expects);
    }

    /// <summary>Who goes on insulting after the boundary may see the chat ended.</summary>
    private static void CountInsult(ComplaintTurn turn)
    {
        if (!turn.State.Told.HasFlag(Told.Boundary) || !turn.Analysis.Has(MessageFlag.Insult)) return;
        var desk = Ownership.Of(turn);
        desk.InsultsAfterBoundary = (desk.InsultsAfterBoundary ?? 0) + 1;
    }

    /// <summary>Whether nothing is waited for after this message: a clock that runs on after thanks would accuse a person who has done all.</summary>
    private static bool OnlyThanks(ComplaintTurn turn) =>
        turn is { Analysis: { } said, Activity.Attachments: null or { Count: 0 } } && said.Has(Intent.Thanks) && said.Facts.Count == 0 && said.Triggers.Count == 0
        && said.Intents.All(intent => intent is Intent.Thanks or Intent.Affirm or Intent.DoneVenting or Intent.Smalltalk) && !said.Text.AsSpan().ContainsAny('?', '？');

    /// <summary>Somebody who was away for hours in the middle of a matter hears that nothing is lost.</summary>
    private static bool ComesBack(ComplaintTurn turn) =>
        turn is { BotSpeaks: true, State.Over: false, Case.Heads.Count: > 0 } && turn.Now - turn.State.LastMessage >= LongPause;

    /// <summary>Acts on what fired: the gravest that hands over does so; the others are answered in passing.</summary>
    private static void Escalate(ComplaintTurn turn)
    {
        var fired = EscalationPolicy.Evaluate(turn.Playbook, turn.Case, turn.Analysis);
        foreach (var escalation in fired) Record(turn, escalation);
        if (fired.FirstOrDefault(escalation => escalation.HandsOver) is { } gravest) Handover.Begin(turn, gravest);
        else if (Urgent(turn) is { } urgent) Handover.Begin(turn, Of(turn, urgent));
        foreach (var escalation in fired)
            if (!escalation.HandsOver) Handover.Note(turn, escalation);
        if (turn.BotSpeaks) Interruptions.OfferPersonOnce(turn);
    }

    private static Head? Urgent(ComplaintTurn turn)
    {
        foreach (var head in turn.Case.Heads)
            if (IsUrgent(turn, head)) return head;
        return null;
    }

    /// <summary>A category that is a person's by itself; one that means harm needs evidence of harm.</summary>
    private static bool IsUrgent(ComplaintTurn turn, Head head) =>
        turn.Playbook.CategoryOf(head.Category) is { Priority: not null } category && head.Called is not true && (category.Trigger is not { } trigger || !Harm.Is(trigger) || turn.Case.HasSeen(trigger));

    private static Escalation Of(ComplaintTurn turn, Head head)
    {
        var category = turn.Playbook.CategoryOf(head.Category);
        return new(category.Trigger, head.Words, category.Priority ?? 2, true, [.. category.Routes]);
    }

    private static void Record(ComplaintTurn turn, Escalation escalation) => turn.Record(CaseEventKind.TriggerFired, "bot",
        ("trigger", escalation.Trigger?.Id() ?? ""), ("words", escalation.Words), ("priority", escalation.Priority.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("hands-over", escalation.HandsOver ? "yes" : "no"));

    /// <summary>Triggers are still recorded while a person is awaited; a graver one raises the priority.</summary>
    private static void StillWaiting(ComplaintTurn turn)
    {
        foreach (var escalation in EscalationPolicy.Evaluate(turn.Playbook, turn.Case, turn.Analysis))
        {
            Record(turn, escalation);
            turn.Case.Priority = Math.Min(turn.Case.Priority, escalation.Priority);
            turn.State.Handover!.Priority = turn.Case.Priority;
        }

        if (!WaitingCalls.Take(turn)) Handover.Wait(turn);
    }

    /// <summary>While a person has the chat nothing is said, and nothing is missed: triggers are recorded, and the duties are told.</summary>
    private static void Overhear(ComplaintTurn turn)
    {
        foreach (var escalation in EscalationPolicy.Evaluate(turn.Playbook, turn.Case, turn.Analysis))
        {
            Record(turn, escalation);
            Handover.Note(turn, escalation);
        }
    }

    /// <summary>A message after the end: thanks are answered, everything else opens the matter again or a new one.</summary>
    private void Reopen(ComplaintTurn turn)
    {
        var (state, analysis) = (turn.State, turn.Analysis);
        turn.At(Stage.Satisfaction, Step.Thank);
        if (TakesBackWithdrawal(turn))
        {
            (state.Over, state.Vent.Over) = (false, true);
            turn.Move(CaseState.Reopened, analysis.Text);
            turn.Say(Situation.Reopened, new PhraseArgument("number", turn.Case.Number!));
            DialogRunner.Run(root, turn, state.Dialogs);
            return;
        }

        if (state.Desk?.LastAgent is not null && turn.Case.Number is not null && ComesBackToIt(analysis)) { CallAgain(turn); return; }
        if (Interruptions.Handle(turn)) return;
        var grievance = analysis.Has(Intent.Complain) && analysis.Heads.Count > 0;
        if (!grievance && !analysis.Has(Intent.PromiseNotKept))
        {
            if (turn.Case.State == CaseState.Withdrawn) turn.Say(Situation.ClosingWithdrawn);
            else if ((analysis.Facts.Count > 0 || analysis.Has(MessageFlag.Insult)) && turn.Case.Number is { } number) turn.Say(Situation.AddedToCase, new PhraseArgument("number", number));
            else turn.Say(Situation.ThanksAnswered);
            return;
        }

        state.Over = false;
        state.Dialogs = new DialogStack();
        if (turn.Case.Number is not null && turn.Case.Heads.Exists(head => head.Category == analysis.Category)) { CallAgain(turn); return; }

        BeginNewCase(turn);
        DialogRunner.Run(root, turn, state.Dialogs);
    }

    /// <summary>The same matter again: the case opens anew, and a person gets it; the one who had it, where there was one.</summary>
    private static void CallAgain(ComplaintTurn turn)
    {
        turn.Move(CaseState.Reopened, turn.Analysis.Text);
        turn.Say(Situation.Reopened, new PhraseArgument("number", turn.Case.Number!));
        Handover.Begin(turn, new Escalation(Trigger.RepeatComplaint, turn.Analysis.Text, 2, true, ["agent"]));
    }

    /// <summary>Who says that it was not done, or that they are here again, means what a person settled, however the words are placed.</summary>
    private static bool ComesBackToIt(MessageAnalysis analysis) =>
        analysis.Has(Intent.PromiseNotKept) || analysis.Find(Trigger.RepeatComplaint) is not null || analysis.Find(Trigger.PastClock) is not null;

    /// <summary>Quoting the number of a withdrawn case takes the withdrawal back: the matter goes on where it stopped.</summary>
    private static bool TakesBackWithdrawal(ComplaintTurn turn) =>
        turn.Case is { State: CaseState.Withdrawn, Number: { } number } && turn.Analysis.Find(FactNames.CaseNumber)?.Value == number && !turn.Analysis.Has(Intent.AskStatus);

    private static void BeginNewCase(ComplaintTurn turn)
    {
        turn.State.Case = new ComplaintCase();
        turn.State.Vent = new VentState();
        turn.State.Desk = turn.State.Desk is { LastAgent: { } known } ? new() { LastAgent = known } : null;
        turn.State.Told = Told.WhoSpeaks;
        turn.State.Answers = 0;
        turn.At(Stage.Vent, Step.AcceptAnger);
        Intake.Take(turn);
    }

    private static bool Joins(Activity activity)
    {
        foreach (var member in activity.MembersAdded ?? [])
            if (member.Id != activity.Recipient?.Id) return true;
        return false;
    }
}
