using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk;

/// <summary>What a person at the desk is there for right now.</summary>
[JsonConverter(typeof(IdentifierConverter<PresenceState>))]
internal enum PresenceState
{
    /// <summary><c>free</c>: takes chats.</summary>
    Free,

    /// <summary><c>full</c>: has as many as one person can have; nobody says so of themselves, it is counted.</summary>
    Full,

    /// <summary><c>away</c>: on a break.</summary>
    Away,

    /// <summary><c>wrap-up</c>: finishes the last one.</summary>
    WrapUp,
}
