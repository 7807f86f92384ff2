using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Why a chat goes back to the queue.</summary>
[JsonConverter(typeof(IdentifierConverter<ReleaseReason>))]
public enum ReleaseReason
{
    /// <summary><c>disconnected</c></summary>
    Disconnected,

    /// <summary><c>silent</c></summary>
    Silent,

    /// <summary><c>shift-end</c></summary>
    ShiftEnd,

    /// <summary><c>wish</c></summary>
    Wish,

    /// <summary><c>not-taken</c>: people of its platform did not take it, or can't go on.</summary>
    NotTaken,
}
