using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>One thing a customer can choose.</summary>
/// <param name="Value">What the choice stands for; the prompt's result names it.</param>
public sealed record Choice(string Value)
{
    /// <summary>What the customer sees; the value when there is none.</summary>
    public string? Label { get; init; }

    /// <summary>Other words customers use for it.</summary>
    public IReadOnlyList<string>? Synonyms { get; init; }

    /// <summary>What the button says.</summary>
    [JsonIgnore]
    public string Title => Label ?? Value;
}
