using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>What else a message carries besides its sentiment.</summary>
[JsonConverter(typeof(IdentifierConverter<MessageFlag>))]
public enum MessageFlag
{
    /// <summary><c>insult</c></summary>
    Insult,
    /// <summary><c>threat</c></summary>
    Threat,
    /// <summary><c>despair</c></summary>
    Despair,
    /// <summary><c>sarcasm</c></summary>
    Sarcasm,
}
