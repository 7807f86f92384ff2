using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>Who speaks in a conversation.</summary>
[JsonConverter(typeof(IdentifierConverter<Owner>))]
public enum Owner
{
    /// <summary><c>bot</c></summary>
    Bot,
    /// <summary><c>waiting</c></summary>
    Waiting,
    /// <summary><c>person</c></summary>
    Person,
}
