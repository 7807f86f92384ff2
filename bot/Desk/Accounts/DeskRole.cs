using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What a person at the desk is there for.</summary>
[JsonConverter(typeof(IdentifierConverter<DeskRole>))]
internal enum DeskRole
{
    /// <summary><c>agent</c>: takes chats.</summary>
    Agent,

    /// <summary><c>supervisor</c>: also watches, takes over and approves.</summary>
    Supervisor,

    /// <summary><c>manager</c>: a supervisor who may grant more.</summary>
    Manager,

    /// <summary><c>pr</c>: leads what the press has got hold of; grants like an agent.</summary>
    Pr,

    /// <summary><c>auditor</c>: reads everything and changes nothing.</summary>
    Auditor,

    /// <summary><c>admin</c>: keeps people and teams, and has nothing to do with chats.</summary>
    Admin,
}
