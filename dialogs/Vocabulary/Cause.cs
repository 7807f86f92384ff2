using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The true cause of a complaint, as far as it is known.</summary>
[JsonConverter(typeof(IdentifierConverter<Cause>))]
public enum Cause
{
    /// <summary><c>unknown</c></summary>
    Unknown,
    /// <summary><c>communication</c></summary>
    Communication,
    /// <summary><c>fault</c></summary>
    Fault,
    /// <summary><c>misunderstanding</c></summary>
    Misunderstanding,
    /// <summary><c>outside</c></summary>
    Outside,
}
