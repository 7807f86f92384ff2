using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The tone of a whole message.</summary>
[JsonConverter(typeof(IdentifierConverter<Sentiment>))]
public enum Sentiment
{
    /// <summary><c>neutral</c></summary>
    Neutral,
    /// <summary><c>positive</c></summary>
    Positive,
    /// <summary><c>negative</c></summary>
    Negative,
    /// <summary><c>mixed</c></summary>
    Mixed,
}
