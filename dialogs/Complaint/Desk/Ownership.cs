using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Who has a chat: taken, given back to the queue, given to somebody else. Each in one step, so that a chat has exactly one owner.</summary>
internal static class Ownership
{
    /// <summary>What the conversation keeps of the desk, from here on.</summary>
    public static DeskState Of(ComplaintTurn turn) => turn.State.Desk ??= new() { QueuedAt = turn.State.Handover?.At };

    /// <summary>Whether a person has the chat.</summary>
    public static bool IsWith(ConversationState state, DeskPerson person) => state is { Owner: Owner.Person, Desk.Agent: { } agent } && agent.Id == person.Id;

    /// <summary>Why somebody may not act as the one who has the chat; null when they may.</summary>
    public static DeskRefusal? Needed(ConversationState state, DeskPerson person) => IsWith(state, person) ? null : state.Desk is { IsElsewhere: true } ? new(DeskRefusal.WithPlatform) : new(DeskRefusal.NotYours, state.Desk?.Agent?.Name ?? "");

    /// <summary>Takes the chat and tells the customer who has it now.</summary>
    public static DeskRefusal? Take(ComplaintTurn turn, DeskPerson person)
    {
        if (IsWith(turn.State, person)) return null;
        if (turn.State is { Owner: Owner.Person, Desk.Agent: { } other } && person.Role < Role.Supervisor) return turn.State.Desk.IsElsewhere ? new(DeskRefusal.WithPlatform) : new(DeskRefusal.Taken, other.Name);
        Begin(turn, person);
        return null;
    }

    /// <summary>Makes a person the owner, whoever was it.</summary>
    public static void Begin(ComplaintTurn turn, DeskPerson person)
    {
        var (state, from) = (turn.State, turn.State.Owner);
        turn.EnsureCase();
        if (from == Owner.Bot) StopBot(turn);
        var desk = Of(turn);
        Withdraw(turn);
        if (from == Owner.Bot) desk.PassedOn = null;
        else if (desk.IsElsewhere) desk.PassedOn = PassedOn.Over;
        if (desk.Agent is { } before) desk.LastAgent = new(before.Id, before.Name);
        (desk.Agent, desk.TakenAt, desk.AddressedTo, desk.Team, desk.HeldUntil) = (person, turn.Now, null, null, null);
        desk.Told &= ~DeskNotices.Silence;
        (state.Owner, state.Expects, state.Question) = (Owner.Person, Expects.None, OpenQuestion.None);
        if (turn.Case.State == CaseState.Received) turn.Move(CaseState.Acknowledged, "taken over");
        turn.Record(CaseEventKind.TakenOver, person.Id, ("name", person.Name), ("role", person.Role.Id()), ("from", from.Id()));
        if (!desk.IsElsewhere) turn.SendAs(person, turn.PhraseEachTime(Situation.PersonTakes, new PhraseArgument("name", person.Name)));
    }

    /// <summary>Puts the chat back to its old place in the queue. The desk itself does so when the person is gone or says nothing.</summary>
    public static DeskRefusal? Release(ComplaintTurn turn, DeskPerson person, ReleaseReason why)
    {
        if (turn.State.Owner != Owner.Person) return new(DeskRefusal.NotWaiting);
        if (!MayMove(turn.State, person)) return Needed(turn.State, person);
        var left = LetGo(turn);
        var desk = Of(turn);
        // Who was cut off may get it back; who gave it away or said nothing does not.
        if (why != ReleaseReason.Disconnected) desk.LastAgent = null;
        desk.Told |= DeskNotices.Wait;
        turn.Record(CaseEventKind.Released, turn.Actor, ("why", why.Id()), ("person", left.Id), ("name", left.Name));
        turn.Say(Situation.ReturnedToQueue);
        return null;
    }

    /// <summary>Gives the chat to another person or team; the time it has waited counts on.</summary>
    public static DeskRefusal? Transfer(ComplaintTurn turn, DeskPerson person, TransferCommand to)
    {
        var state = turn.State;
        if (Wrong(to) is { } wrong) return wrong;
        if (state.Owner == Owner.Bot) return new(DeskRefusal.NotWaiting);
        if (!MayMove(state, person)) return Needed(state, person);
        if (to.Person is not null && to.Person == state.Desk?.Agent?.Id) return new(DeskRefusal.NotAllowed, to.Person);
        var hadPerson = state.Owner == Owner.Person;
        if (hadPerson) LetGo(turn);
        var desk = Of(turn);
        desk.AddressedTo = to.Person is { } id ? new(id, to.PersonName ?? id) : null;
        desk.Team = to.Person is null ? to.Team : null;
        if (desk.Team is not null) desk.LastAgent = null;
        desk.Told |= DeskNotices.Wait;
        turn.Record(CaseEventKind.Transferred, turn.Actor, ("person", to.Person ?? ""), ("team", desk.Team ?? ""), ("reason", Words.Kept(to.Reason)));
        if (hadPerson) turn.Say(Situation.TransferredTo, new PhraseArgument("who", desk.AddressedTo?.Name ?? to.TeamName ?? turn.NameOf("agent")));
        return null;
    }

    /// <summary>Takes the chat from the person who has it; the requests that only they could go on with are withdrawn.</summary>
    /// <returns>Who had it.</returns>
    public static DeskName LetGo(ComplaintTurn turn)
    {
        var (state, desk) = (turn.State, Of(turn));
        var left = desk.Agent is { } agent ? new DeskName(agent.Id, agent.Name) : new DeskName("", "");
        Withdraw(turn);
        (desk.Agent, desk.TakenAt, desk.HeldUntil) = (null, null, null);
        desk.LastAgent = left.Id.Length > 0 ? left : null;
        desk.Told &= ~DeskNotices.Silence;
        desk.QueuedAt ??= desk.UnansweredSince ?? turn.Now;
        state.Owner = Owner.Waiting;
        state.Handover ??= new() { Words = turn.Case.Head?.Words ?? "", Priority = turn.Case.Priority, To = ["agent"], At = turn.Now };
        return left;
    }

    private static void Withdraw(ComplaintTurn turn)
    {
        var desk = Of(turn);
        foreach (var open in desk.Approvals ?? []) turn.Record(CaseEventKind.ApprovalAnswered, turn.Actor, ("approval", open.Id), ("kind", open.Kind.Id()), ("answer", "withdrawn"));
        desk.Approvals = null;
    }

    /// <summary>The bot stops where it stands: what it asked is a person's now.</summary>
    private static void StopBot(ComplaintTurn turn)
    {
        var state = turn.State;
        (state.Vent.Over, state.Dialogs, state.Interrupted) = (true, new DialogStack(), null);
        foreach (var head in turn.Case.Heads) head.Called = true;
    }

    private static bool MayMove(ConversationState state, DeskPerson person) =>
        IsWith(state, person) || person.Role >= Role.Supervisor || person.Id == DeskPerson.System.Id;

    private static DeskRefusal? Wrong(TransferCommand to)
    {
        if (string.IsNullOrWhiteSpace(to.Person ?? to.Team)) return new(DeskRefusal.Empty, "person");
        return Words.Fitting(to.Person, Words.Name, "person") ?? Words.Fitting(to.PersonName, Words.Name, "person") ?? Words.Fitting(to.Team, Words.Name, "team")
            ?? Words.Fitting(to.TeamName, Words.Name, "team") ?? Words.Fitting(to.Reason, Words.Short, "reason");
    }
}
