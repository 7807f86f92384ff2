using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A call instead of waiting in the chat: offered once, and a promise with a task when the customer takes it.</summary>
internal static class WaitingCalls
{
    /// <summary>Offers it: asks for a number, or whether the known one may be called.</summary>
    public static void Offer(ComplaintTurn turn)
    {
        if (turn.Case.Find(FactNames.ContactPhone)?.Value is { } known)
        {
            turn.State.Question = OpenQuestion.CallMe;
            turn.Send(turn.Phrase(Situation.CallBackToNumber, new PhraseArgument("number", Summaries.Masked(known))), Expects.Confirm, Questions.Buttons(turn, Answer.Please, Answer.NoThanks));
        }
        else if (turn.Playbook.Facts.ContainsKey(FactNames.ContactPhone))
        {
            turn.Ask(Situation.CallBackOffered, Expects.Fact(FactNames.ContactPhone));
        }
    }

    /// <summary>Takes the answer while a person is awaited; true when the message was one and the call is promised.</summary>
    public static bool Take(ComplaintTurn turn)
    {
        var (state, desk) = (turn.State, Ownership.Of(turn));
        var asked = state.Question == OpenQuestion.CallMe;
        if (asked) state.Question = OpenQuestion.None;
        if (desk.Told.HasFlag(DeskNotices.CallPromised)) return false;
        var agreed = asked && (turn.Analysis.Has(Intent.Affirm) || turn.Analysis.Has(Intent.AcceptOffer));
        if (!agreed && !(WasInvited(turn, desk) && turn.Analysis.Find(FactNames.ContactPhone) is not null)) return false;
        desk.Told |= DeskNotices.CallPromised;
        state.Expects = Expects.None;
        var due = ClockPolicy.Due(turn.Playbook, ClockNames.DepartmentTransfer, ClockPolicy.NextOpening(turn.Playbook.Identity, turn.Now));
        turn.Promise(TaskKind.Contact, "agent", due, "call the customer back");
        turn.Say(Situation.CallBackNoted, new PhraseArgument("due", turn.Due(due)));
        return true;
    }

    /// <summary>A number that was asked for on the spot because of a danger is no wish for a call later.</summary>
    private static bool WasInvited(ComplaintTurn turn, DeskState desk) =>
        desk.Told.HasFlag(DeskNotices.CallBack)
        || (turn.Case.Priority > 0 && (turn.State.Speech.Uses.ContainsKey(Situation.NobodyNowTime) || turn.State.Speech.Uses.ContainsKey(Situation.NobodyFreeTime)));
}
