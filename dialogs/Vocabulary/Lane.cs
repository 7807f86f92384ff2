using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The pace at which a complaint is taken.</summary>
[JsonConverter(typeof(IdentifierConverter<Lane>))]
public enum Lane
{
    /// <summary><c>fast</c></summary>
    Fast,
    /// <summary><c>long</c></summary>
    Long,
    /// <summary><c>return</c></summary>
    Return,
    /// <summary><c>now</c></summary>
    Now,
    /// <summary><c>safety</c></summary>
    Safety,
}
