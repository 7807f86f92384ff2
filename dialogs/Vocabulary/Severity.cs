using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>How grave a complaint is, in rising order.</summary>
[JsonConverter(typeof(IdentifierConverter<Severity>))]
public enum Severity
{
    /// <summary><c>minor</c></summary>
    Minor,
    /// <summary><c>important</c></summary>
    Important,
    /// <summary><c>major</c></summary>
    Major,
}
