using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>The manner in which a playbook's complaints are received.</summary>
[JsonConverter(typeof(IdentifierConverter<Manner>))]
public enum Manner
{
    /// <summary>Listening, apology, tactics, remedies.</summary>
    Warm,

    /// <summary>Courtesy and an exact record; apology only for our own handling, no tactics, no ladder, no score.</summary>
    Neutral,
}
