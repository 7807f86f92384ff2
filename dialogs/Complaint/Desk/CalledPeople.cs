using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>People who are called from outside of the desk to what can't wait.</summary>
internal static class CalledPeople
{
    /// <summary>Somebody confirmed: it goes onto the timeline, and a customer who waits hears who it is.</summary>
    public static DeskRefusal? Confirm(ComplaintTurn turn, DeskPerson person, ConfirmCallCommand confirm)
    {
        if (person.Id != DeskPerson.System.Id) return new(DeskRefusal.NotAllowed, person.Id);
        if (Words.Needed(confirm.Name, Words.Name, "name") is { } wrong) return wrong;
        turn.Record(CaseEventKind.CallConfirmed, person.Id, ("name", confirm.Name));
        if (turn.State.Owner == Owner.Waiting) turn.Say(Situation.CallConfirmed, new PhraseArgument("name", confirm.Name));
        return null;
    }
}
