using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What is known of people of a platform and a chat.</summary>
[JsonConverter(typeof(IdentifierConverter<PlatformWord>))]
public enum PlatformWord
{
    /// <summary><c>asked</c>: they were asked to take it.</summary>
    Asked,

    /// <summary><c>accepted</c>: they took it when they were asked.</summary>
    Accepted,

    /// <summary><c>joined</c>: they took it of their own accord.</summary>
    Joined,

    /// <summary><c>failed</c>: they can't or won't take it, or can't go on.</summary>
    Failed,

    /// <summary><c>completed</c>: they are done.</summary>
    Completed,
}
