using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>What happened to a case. Never renamed: events are kept for good.</summary>
[JsonConverter(typeof(IdentifierConverter<CaseEventKind>))]
public enum CaseEventKind
{
    /// <summary>The case was opened and has a number.</summary>
    Opened,

    /// <summary>One of the fourteen steps was done.</summary>
    Step,

    /// <summary>A complaint was added to the case.</summary>
    HeadAdded,

    /// <summary>A fact was given or corrected.</summary>
    FactRecorded,

    /// <summary>A fact will not be given.</summary>
    FactDeclined,

    /// <summary>The severity was set or changed.</summary>
    SeveritySet,

    /// <summary>The cause of a complaint was judged.</summary>
    CauseSet,

    /// <summary>There is evidence for a trigger.</summary>
    TriggerSeen,

    /// <summary>A trigger reached its threshold.</summary>
    TriggerFired,

    /// <summary>A tactic was used.</summary>
    TacticUsed,

    /// <summary>A remedy was offered.</summary>
    OfferMade,

    /// <summary>An offer was accepted, declined or put off.</summary>
    OfferAnswered,

    /// <summary>Something was promised: content, owner, time.</summary>
    PromiseMade,

    /// <summary>A task was opened for a duty.</summary>
    TaskOpened,

    /// <summary>The chat goes to a person.</summary>
    HandedOver,

    /// <summary>The customer said how they were treated.</summary>
    Satisfaction,

    /// <summary>The state of the case changed.</summary>
    StateChanged,

    /// <summary>An attachment arrived.</summary>
    AttachmentAdded,

    /// <summary>Something the customer asked for besides the complaint: deletion, another language, a superior.</summary>
    Requested,

    /// <summary>A person has the chat.</summary>
    TakenOver,

    /// <summary>A person gave the chat back to the queue, or lost it.</summary>
    Released,

    /// <summary>The chat goes to another person or team.</summary>
    Transferred,

    /// <summary>A person wrote something for colleagues.</summary>
    NoteAdded,

    /// <summary>The customer was asked to wait, until a time.</summary>
    Held,

    /// <summary>A remedy above the authority of who offers it waits for a yes.</summary>
    ApprovalAsked,

    /// <summary>A request for a remedy was answered.</summary>
    ApprovalAnswered,

    /// <summary>A person gave the chat to the bot.</summary>
    HandedBack,

    /// <summary>A person placed the matter anew.</summary>
    Classified,

    /// <summary>A person settled the matter.</summary>
    Settled,

    /// <summary>A boundary was set for abuse.</summary>
    BoundarySet,

    /// <summary>A person ended an abusive chat.</summary>
    ChatEnded,

    /// <summary>The customer was told something about waiting: the time it takes, a call, that a person was silent.</summary>
    WaitTold,

    /// <summary>Somebody who was called to what can't wait has confirmed.</summary>
    CallConfirmed,
}
