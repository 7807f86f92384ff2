using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>How a person ends a chat: the matter settled, or after a boundary and one more insult.</summary>
internal static class Endings
{
    /// <summary>Settles the matter. Who comes back with it later comes back to the same person.</summary>
    public static DeskRefusal? Settle(ComplaintTurn turn, DeskPerson person, SettleCommand settle)
    {
        if ((Ownership.Needed(turn.State, person) ?? Words.Needed(settle.Text, Words.Line, "text") ?? Words.Fitting(settle.Outcome, Words.Short, "outcome")) is { } wrong) return wrong;
        foreach (var head in turn.Case.Heads) head.Answered = true;
        turn.Record(CaseEventKind.Settled, person.Id, ("outcome", Words.Kept(settle.Outcome)), ("text", Intake.Kept(Words.Kept(settle.Text))));
        turn.Move(CaseState.Settled, string.IsNullOrWhiteSpace(settle.Outcome) ? "settled by a person" : Words.Kept(settle.Outcome));
        turn.At(Stage.Satisfaction, Step.Thank);
        turn.SendAs(person, settle.Text.Trim());
        End(turn);
        return null;
    }

    /// <summary>Sets the boundary: calm, and the matter goes on.</summary>
    public static DeskRefusal? SetBoundary(ComplaintTurn turn, DeskPerson person, BoundaryCommand boundary)
    {
        if ((Ownership.Needed(turn.State, person) ?? Words.Fitting(boundary.Text, Words.Line, "text")) is { } wrong) return wrong;
        turn.State.Told |= Told.Boundary;
        turn.Record(CaseEventKind.BoundarySet, person.Id);
        turn.SendAs(person, string.IsNullOrWhiteSpace(boundary.Text) ? turn.PhraseFor(Situation.Boundary) : boundary.Text.Trim());
        PersonLines.Answered(turn);
        return null;
    }

    /// <summary>Ends the chat with somebody who goes on insulting after a boundary. The case goes on, in writing.</summary>
    public static DeskRefusal? EndChat(ComplaintTurn turn, DeskPerson person, EndChatCommand end)
    {
        if ((Ownership.Needed(turn.State, person) ?? Words.Fitting(end.Reason, Words.Short, "reason")) is { } wrong) return wrong;
        if (turn.State.Desk?.InsultsAfterBoundary is not > 0) return new(DeskRefusal.NotYet, "boundary");
        turn.Record(CaseEventKind.ChatEnded, person.Id, ("reason", Words.Kept(end.Reason)));
        turn.Promise(TaskKind.Contact, "agent", ClockPolicy.Due(turn.Playbook, Playbooks.ClockNames.OrdinaryAnswer, turn.Now), "answer the customer in writing");
        turn.SendAs(person, turn.PhraseFor(Situation.EndAfterBoundary));
        End(turn);
        return null;
    }

    private static void End(ComplaintTurn turn)
    {
        After.OpenReview(turn);
        PersonLines.Answered(turn);
        Ownership.LetGo(turn);
        var (state, desk) = (turn.State, Ownership.Of(turn));
        (desk.QueuedAt, desk.UnansweredSince, desk.Told) = (null, null, DeskNotices.None);
        (state.Owner, state.Handover, state.Over, state.Expects) = (Owner.Bot, null, true, Expects.None);
    }
}
