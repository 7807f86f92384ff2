using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>
/// What time does to a conversation. Every span is reckoned from what the customer did (or from when a person took the chat), never from a
/// line of ours: handing the chat on does not make a wait begin anew.
/// </summary>
internal static class ChatClock
{
    private static readonly TimeSpan Nudge = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WaitNotice = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan CallBackOffer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Release = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Presence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>Looks at the conversation of the turn.</summary>
    public static void Look(ComplaintTurn turn)
    {
        if (turn.State.Over) return;
        var tick = DeskCommandJson.ReadTick(turn.Activity.Value);
        switch (turn.State.Owner)
        {
            case Owner.Bot:
                if (tick.Open && turn.Now - turn.State.LastMessage >= Nudge) turn.Say(Situation.StillThere);
                break;
            case Owner.Waiting:
                turn.Actor = DeskPerson.System.Id;
                Wait(turn);
                break;
            default:
                turn.Actor = DeskPerson.System.Id;
                Watch(turn, tick);
                break;
        }
    }

    /// <summary>When the conversation wants to be looked at after this turn; null when it waits for nothing.</summary>
    public static DateTimeOffset? NextLook(ComplaintTurn turn)
    {
        var state = turn.State;
        if (state.Over) return null;
        return state.Owner switch
        {
            Owner.Bot => AfterQuestion(turn),
            Owner.Waiting => NextNotice(state),
            _ => NextWatch(turn),
        };
    }

    private static DateTimeOffset? AfterQuestion(ComplaintTurn turn)
    {
        if (turn.State.Expects == Expects.None) return null;
        var asked = turn.Resumes is null ? turn.State.LastMessage : turn.Now;
        return asked > turn.Now - Nudge ? asked + Nudge : null;
    }

    private static DateTimeOffset? NextNotice(ConversationState state)
    {
        if ((state.Desk?.QueuedAt ?? state.Handover?.At) is not { } since) return null;
        var told = state.Desk?.Told ?? DeskNotices.None;
        if (!told.HasFlag(DeskNotices.Wait)) return since + WaitNotice;
        return told.HasFlag(DeskNotices.CallBack) || told.HasFlag(DeskNotices.CallPromised) ? null : since + CallBackOffer;
    }

    /// <summary>A minute of waiting: how long it takes. Five: a call. Nothing more often.</summary>
    private static void Wait(ComplaintTurn turn)
    {
        var desk = Ownership.Of(turn);
        var waited = turn.Now - (desk.QueuedAt ?? turn.Now);
        if (waited >= CallBackOffer && !desk.Told.HasFlag(DeskNotices.CallBack) && !desk.Told.HasFlag(DeskNotices.CallPromised))
        {
            desk.Told |= DeskNotices.Wait | DeskNotices.CallBack;
            WaitingCalls.Offer(turn);
            turn.Record(CaseEventKind.WaitTold, turn.Actor, ("what", "call-back"));
            return;
        }

        if (waited < WaitNotice || desk.Told.HasFlag(DeskNotices.Wait)) return;
        desk.Told |= DeskNotices.Wait;
        if (turn.Answers.Desk is { Available: true, Minutes: > 0 and var minutes }) turn.Say(Situation.StillWaiting, new PhraseArgument("minutes", minutes.ToString(CultureInfo.InvariantCulture)));
        else turn.Say(Situation.StillSearching);
        turn.Record(CaseEventKind.WaitTold, turn.Actor, ("what", "wait"));
    }

    /// <summary>A person who is gone, or leaves the customer without a word, does not keep the chat.</summary>
    private static void Watch(ComplaintTurn turn, ClockTick tick)
    {
        var desk = Ownership.Of(turn);
        if (desk.IsElsewhere || desk.HeldUntil > turn.Now) return;
        if (IsAway(tick) && turn.Now - tick.AgentSeenAt >= Away)
        {
            Ownership.Release(turn, DeskPerson.System, ReleaseReason.Disconnected);
            return;
        }

        if (SilentSince(desk) is not { } since) return;
        if (turn.Now - since >= Release && !IsAtChat(turn, tick))
        {
            Ownership.Release(turn, DeskPerson.System, ReleaseReason.Silent);
            return;
        }

        if (turn.Now - since < Silence || desk.IsSilent || desk.Agent is not { } agent) return;
        desk.Told |= DeskNotices.Silence;
        turn.SayForDesk(Situation.PersonSilent, new PhraseArgument("name", agent.Name));
        turn.Record(CaseEventKind.WaitTold, turn.Actor, ("what", "silent"), ("person", agent.Id));
    }

    private static DateTimeOffset? NextWatch(ComplaintTurn turn)
    {
        if (turn.State.Desk is not { IsElsewhere: false } desk) return null;
        var silence = SilentSince(desk) is { } since ? since + (desk.IsSilent ? Release : Silence) : (DateTimeOffset?)null;
        if (silence <= turn.Now) silence = turn.Now + LookAgain;
        var tick = IsTick(turn.Activity) ? DeskCommandJson.ReadTick(turn.Activity.Value) : null;
        if (tick is null || !IsAway(tick)) return silence;
        var gone = tick.AgentSeenAt!.Value + Away;
        if (desk.HeldUntil > gone) gone = desk.HeldUntil.Value;
        if (gone <= turn.Now) gone = turn.Now + LookAgain;
        return silence < gone ? silence : gone;
    }

    /// <summary>Whether a turn is the clock's.</summary>
    public static bool IsTick(Activity activity) => activity is { Type: ActivityTypes.Event, Name: DeskEvents.Clock, From: null };

    /// <summary>Since when the customer waits for the person: not before they took the chat, and not before the time they asked for is over.</summary>
    private static DateTimeOffset? SilentSince(DeskState desk)
    {
        if ((desk.UnansweredSince ?? desk.HeldUntil) is not { } since) return null;
        if (desk.TakenAt > since) since = desk.TakenAt.Value;
        return desk.HeldUntil > since ? desk.HeldUntil : since;
    }

    private static bool IsAway(ClockTick tick) => tick is { AgentOnline: false, AgentSeenAt: not null };

    private static bool IsAtChat(ComplaintTurn turn, ClockTick tick) => tick is { AgentOnline: true, AgentSeenAt: { } seen } && turn.Now - seen < Presence;
}
