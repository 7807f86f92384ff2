using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Hands the chat to a person: one step that changes the owner, tells the customer the truth about the wait, and tells the duties.</summary>
internal static class Handover
{
    /// <summary>At most this many acknowledgements are sent while the customer waits.</summary>
    private const int MostNotes = 6;

    /// <summary>What is major comes before whatever else is merely urgent.</summary>
    private const int MajorPriority = 1;

    /// <summary>Who leads where a matter is major, and is told at once.</summary>
    private const string Leader = "manager";

    /// <summary>Hands over. From here on the bot says nothing but safety steps and waiting notices.</summary>
    public static void Begin(ComplaintTurn turn, Escalation escalation)
    {
        var state = turn.State;
        if (state.Owner != Owner.Bot) return;
        turn.EnsureCase();
        state.Vent.Over = true;
        state.Owner = Owner.Waiting;
        state.Over = false;
        state.Expects = Expects.None;
        state.Question = OpenQuestion.None;
        state.Dialogs = new DialogStack();
        var major = turn.Case.Severity == Severity.Major;
        turn.Case.Priority = Math.Min(turn.Case.Priority, major ? Math.Min(escalation.Priority, MajorPriority) : escalation.Priority);
        if (turn.Case.Priority == 0) turn.Case.Lane = Lane.Safety;
        if (turn.Case.Head is { } current) current.Answered = true;
        foreach (var head in turn.Case.Heads) head.Called = true;
        var desk = Ownership.Of(turn);
        (desk.QueuedAt, desk.UnansweredSince, desk.Told, desk.PassedOn) = (turn.Now, turn.Now, DeskNotices.None, null);
        var advice = Advice(turn, escalation);
        state.Handover = new HandoverNote
        {
            Trigger = escalation.Trigger,
            Words = Intake.Kept(escalation.Words),
            Priority = turn.Case.Priority,
            To = Duties(escalation, major),
            At = turn.Now,
            Ask = advice is null ? [] : [.. advice.Ask.Where(name => !turn.Case.Knows(name))],
        };

        Tell(turn, escalation, advice);
        Heard(turn);
        turn.Record(CaseEventKind.HandedOver, "bot", ("trigger", escalation.Trigger?.Id() ?? ""), ("words", escalation.Words),
            ("priority", turn.Case.Priority.ToString(CultureInfo.InvariantCulture)), ("to", string.Join(",", state.Handover.To)));
        foreach (var duty in state.Handover.To)
            turn.Open(new(turn.Case.Priority <= 1 ? TaskKind.Alarm : TaskKind.Contact, duty, ClockPolicy.Due(turn.Playbook, "department-transfer", turn.Now), escalation.Words));
        if (turn.Case.State is CaseState.Received) turn.Move(CaseState.Acknowledged, "handed over");
        After.OpenReview(turn);
    }

    /// <summary>What the bot may say while the customer waits: safety steps, what is still to be asked for safety's sake, and that the message was added.</summary>
    public static void Wait(ComplaintTurn turn)
    {
        var note = turn.State.Handover!;
        turn.At(Stage.Apology, Step.ExpressConcern);
        turn.State.Expects = Expects.None;
        if (note.Trigger is { } danger && turn.Playbook.Safety.TryGetValue(danger, out var advice))
            turn.Send(SafetySteps.Next(turn, advice), Expects.None);
        if (AskForSafety(turn)) { note.Noted++; return; }
        if (note.Noted++ < MostNotes) turn.Say(turn.Analysis.Has(Intent.Smalltalk) ? Situation.StillThere : Situation.WaitingNoted);
    }

    /// <summary>Escalations that don't hand over still change something: they are answered, and the duties are told.</summary>
    public static void Note(ComplaintTurn turn, Escalation escalation)
    {
        turn.Case.Priority = Math.Min(turn.Case.Priority, escalation.Priority);
        foreach (var duty in escalation.Tell)
            turn.Open(new(TaskKind.Inform, duty, turn.NextWord, escalation.Words, Step.Inform));
        if (!turn.BotSpeaks) return;
        switch (escalation.Trigger)
        {
            case Trigger.ConsumerAssociation or Trigger.Regulator or Trigger.Police:
                turn.Say(Situation.AuthorityRightRespected);
                break;
            case Trigger.Lawyer:
                turn.Say(Situation.RightsRespected);
                break;
            case Trigger.Press:
                turn.Say(Situation.PressTakenDown);
                break;
            case Trigger.GroupAction:
                turn.Say(Situation.GroupNoted);
                break;
            case Trigger.Vulnerable when !turn.State.Told.HasFlag(Told.Care):
                turn.State.Told |= Told.Care;
                turn.Say(Situation.VulnerableCare);
                break;
        }
    }

    /// <summary>What a handover itself does: the customer was let speak, heard, cared for, and calming down is a person's now. What was not said back or apologised for stays open for them.</summary>
    private static void Heard(ComplaintTurn turn)
    {
        foreach (var step in (ReadOnlySpan<Step>)[Step.AcceptAnger, Step.Listen, Step.ConveyRespect, Step.ExpressConcern, Step.CoolDown]) turn.Done(step);
    }

    private static IReadOnlyList<string> Duties(Escalation escalation, bool major)
    {
        IReadOnlyList<string> duties = escalation.Tell.Count > 0 ? escalation.Tell : ["agent"];
        return major && !duties.Contains(Leader) ? [.. duties, Leader] : duties;
    }

    private static SafetyAdvice? Advice(ComplaintTurn turn, Escalation escalation) =>
        escalation.Trigger is { } trigger && turn.Playbook.Safety.TryGetValue(trigger, out var advice) ? advice : null;

    private static void Tell(ComplaintTurn turn, Escalation escalation, SafetyAdvice? advice)
    {
        turn.At(advice is null ? turn.Stage : Stage.Apology, advice is null ? turn.Step : Step.ExpressConcern);
        if (advice is not null)
        {
            turn.Send(turn.WithNumbers(advice.First.In(turn.Tongue)), Expects.None);
            turn.Send(SafetySteps.Next(turn, advice), Expects.None);
        }
        else if (!turn.State.Told.HasFlag(Told.WhoSpeaks) || !turn.State.Vent.Answered) Regret(turn, escalation);

        if (escalation.Trigger is null && turn.Case.Head is { } head && turn.Playbook.CategoryOf(head.Category) is { Priority: not null } category) Act(turn, category);
        var note = turn.State.Handover!;
        if (escalation.Trigger == Trigger.Abuse) SetBoundary(turn);
        if (Words(escalation.Trigger) is { } situation) Explain(turn, situation, escalation);
        if (turn.Case.Priority <= 1 && note.To.Count > 0) turn.Say(turn.Answers.Desk.Calls ? Situation.DutyTold : Situation.DutyMarked, new PhraseArgument("who", turn.NameOf(note.To[0])));
        else turn.Say(Situation.BringInPerson);
        turn.Say(Situation.TransferNothingToRepeat);
        TellWait(turn);
        if (!turn.State.Told.HasFlag(Told.Number))
        {
            turn.State.Told |= Told.Number;
            turn.Say(Situation.CaseOpened, new PhraseArgument("number", turn.Case.Number!), new PhraseArgument("due", turn.Due(turn.NextWord)));
        }

        AskForSafety(turn);
    }

    private static void Regret(ComplaintTurn turn, Escalation escalation)
    {
        turn.State.Vent.Answered = true;
        var words = escalation.Trigger == Trigger.AsksForPerson || turn.Playbook.Manner == Manner.Neutral ? null : turn.Phrase(Situation.RegretExperience);
        turn.Send(VentDialog.Introduced(turn, words), Expects.None);
    }

    /// <summary>A matter that is a person's by itself still gets at once what protects the customer: the card is frozen, the goods are blocked.</summary>
    private static void Act(ComplaintTurn turn, Category category)
    {
        if (turn.Playbook.Manner == Manner.Neutral || turn.Case.HasDone(Step.Apologise)) return;
        turn.Say(Situation.RegretAndAct, new PhraseArgument("what", category.Name.In(turn.Tongue)), new PhraseArgument("action", turn.WithNumbers(category.AtOnce.In(turn.Tongue))), new PhraseArgument("due", turn.Due(turn.NextWord)));
        turn.Done(Step.Apologise);
    }

    private static Situation? Words(Trigger? trigger) => trigger switch
    {
        Trigger.Press => Situation.PressTakenDown,
        Trigger.Lawyer => Situation.RightsRespected,
        Trigger.ConsumerAssociation or Trigger.Regulator or Trigger.Police => Situation.AuthorityRightRespected,
        Trigger.GroupAction => Situation.GroupNoted,
        Trigger.StatutoryClaim => Situation.StatutoryToPerson,
        Trigger.ThreatOrExtortion => Situation.NotedExactly,
        Trigger.OverAuthority => Situation.DemandToPerson,
        _ => null,
    };

    /// <summary>Somebody who insulted twice before anybody said anything about it hears the boundary once, on the way to a person.</summary>
    private static void SetBoundary(ComplaintTurn turn)
    {
        if (turn.State.Told.HasFlag(Told.Boundary)) return;
        turn.State.Told |= Told.Boundary;
        turn.Say(Situation.Boundary);
    }

    private static void Explain(ComplaintTurn turn, Situation situation, Escalation escalation)
    {
        var demand = turn.Case.Find(FactNames.Wants)?.Text ?? turn.Case.Find(FactNames.Loss)?.Text ?? escalation.Words;
        switch (situation)
        {
            case Situation.DemandToPerson:
                turn.Say(situation, new PhraseArgument("demand", demand));
                break;
            case Situation.NotedExactly:
                turn.Say(situation, new PhraseArgument("what", escalation.Words));
                break;
            default:
                turn.Say(situation);
                break;
        }
    }

    /// <summary>The truth about the wait: a place in the queue, or the hours and a promised time.</summary>
    private static void TellWait(ComplaintTurn turn)
    {
        var desk = turn.Answers.Desk;
        if (desk is { Available: true, Place: > 1 })
        {
            turn.Say(Situation.QueuePlace, new PhraseArgument("place", desk.Place.ToString(CultureInfo.InvariantCulture)), new PhraseArgument("minutes", desk.Minutes.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        if (desk.Available) { turn.Say(Situation.QueueNext); return; }
        if (turn.Case.Priority == 0) return;
        var hours = turn.Playbook.Identity.Hours;
        var opening = ClockPolicy.NextOpening(turn.Playbook.Identity, turn.Now);
        var due = ClockPolicy.Due(turn.Playbook, turn.Case.Severity == Severity.Minor ? "determined" : "progress-major", opening);
        turn.Promise(TaskKind.Contact, turn.State.Handover!.To[0], due, "contact the customer");
        if (opening == turn.Now) turn.Say(Situation.NobodyFreeTime, new PhraseArgument("due", turn.Due(due)));
        else turn.Say(Situation.NobodyNowTime, new PhraseArgument("hours", $"{hours.Open:HH\\:mm}–{hours.Close:HH\\:mm}"), new PhraseArgument("due", turn.Due(due)));
    }

    private static bool AskForSafety(ComplaintTurn turn)
    {
        var ask = turn.State.Handover!.Ask;
        ask.RemoveAll(turn.Case.Knows);
        if (ask.Count == 0 || !turn.Playbook.Facts.TryGetValue(ask[0], out var definition)) return false;
        ask.RemoveAt(0);
        Questions.AskFact(turn, definition);
        return true;
    }
}
