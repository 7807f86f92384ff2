using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The five waterfalls a complaint runs through.</summary>
[JsonConverter(typeof(IdentifierConverter<Stage>))]
public enum Stage
{
    /// <summary><c>vent</c></summary>
    Vent,
    /// <summary><c>apology</c></summary>
    Apology,
    /// <summary><c>facts</c></summary>
    Facts,
    /// <summary><c>remedy</c></summary>
    Remedy,
    /// <summary><c>satisfaction</c></summary>
    Satisfaction,
}
