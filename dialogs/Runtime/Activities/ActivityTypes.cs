namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>The values of <see cref="Activity.Type"/> of the Bot Framework protocol. A type not listed here is accepted and does nothing.</summary>
public static class ActivityTypes
{
    /// <summary>Something said or shown to the other side.</summary>
    public const string Message = "message";

    /// <summary>Members joined or left, or the conversation changed otherwise.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The other side is writing. Never stored.</summary>
    public const string Typing = "typing";

    /// <summary>A named signal between programs, with <see cref="Activity.Name"/> and <see cref="Activity.Value"/>.</summary>
    public const string Event = "event";

    /// <summary>The conversation is over; <see cref="Activity.Code"/> says how.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A call that wants its answer in the same response.</summary>
    public const string Invoke = "invoke";

    /// <summary>A reaction (such as a like) was added to or taken from a message.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>An earlier message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>An earlier message was taken back.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>The bot was added to or removed from a team, room or account.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request for an operation whose outcome comes later as <see cref="CommandResult"/>.</summary>
    public const string Command = "command";

    /// <summary>The outcome of an earlier <see cref="Command"/>.</summary>
    public const string CommandResult = "commandResult";

    /// <summary>The bot was added to or removed from somebody's contacts.</summary>
    public const string ContactRelationUpdate = "contactRelationUpdate";

    /// <summary>A message meant for one member about another's message.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>A customer asks that what is kept about them be deleted.</summary>
    public const string DeleteUserData = "deleteUserData";

    /// <summary>The older way to pass a conversation on; today an event named <c>handoff.initiate</c> does it.</summary>
    public const string Handoff = "handoff";

    /// <summary>A note for whoever watches the bot at work; customers never see it.</summary>
    public const string Trace = "trace";
}
