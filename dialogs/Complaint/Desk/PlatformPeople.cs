using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>
/// People of the platform a chat came by: asked once a handover, and what they say of it. They speak to the customer without us, so nothing
/// is said in their name and their silence is none. What comes twice, too late or in the wrong order changes nothing and is no error.
/// </summary>
internal static class PlatformPeople
{
    /// <summary>Takes what is known of them. What does not come from our own channels is nothing, whatever it is called.</summary>
    public static void Hear(ComplaintTurn turn)
    {
        if (turn.State.Over || DeskPerson.Of(turn.Activity.From) is not { Id: DeskPerson.PlatformId } || DeskCommandJson.ReadNews(turn.Activity.Value) is not { } news) return;
        turn.Actor = DeskPerson.PlatformId;
        switch (news.Word)
        {
            case PlatformWord.Asked:
                Ask(turn);
                break;
            case PlatformWord.Accepted when IsAwaited(turn.State):
            case PlatformWord.Joined when turn.State.Owner != Owner.Person:
                Take(turn);
                break;
            case PlatformWord.Failed when IsAwaited(turn.State) || IsTheirs(turn.State):
                Return(turn);
                break;
            case PlatformWord.Completed when IsAwaited(turn.State) || IsTheirs(turn.State):
                HandBack.Complete(turn);
                break;
        }
    }

    private static bool IsTheirs(ConversationState state) => state is { Owner: Owner.Person, Desk.IsElsewhere: true };

    /// <summary>Whether their word counts: also before it is noted that they were asked, for they may answer sooner than that.</summary>
    private static bool IsAwaited(ConversationState state) => state is { Owner: Owner.Waiting, Desk.PassedOn: null or PassedOn.Asked };

    private static void Ask(ComplaintTurn turn)
    {
        if (turn.State is not { Owner: Owner.Waiting, Desk.PassedOn: null }) return;
        Ownership.Of(turn).PassedOn = PassedOn.Asked;
        turn.Record(CaseEventKind.Transferred, turn.Actor, ("team", DeskPerson.PlatformId));
    }

    private static void Take(ComplaintTurn turn)
    {
        Ownership.Begin(turn, DeskPerson.Platform);
        Ownership.Of(turn).UnansweredSince = null;
    }

    /// <summary>A chat they never had has not left its place in our queue, and the customer knows that they wait; one they had comes back to it, and the customer is told.</summary>
    private static void Return(ComplaintTurn turn)
    {
        var had = IsTheirs(turn.State);
        if (had) Ownership.LetGo(turn);
        var desk = Ownership.Of(turn);
        desk.PassedOn = PassedOn.Over;
        turn.Record(CaseEventKind.Released, turn.Actor, ("why", ReleaseReason.NotTaken.Id()), ("person", DeskPerson.PlatformId));
        if (!had) return;
        desk.LastAgent = null;
        desk.Told |= DeskNotices.Wait;
        turn.Say(Situation.ReturnedToQueue);
    }
}
