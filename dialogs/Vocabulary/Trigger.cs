using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>A condition in which a person must take over or be told.</summary>
[JsonConverter(typeof(IdentifierConverter<Trigger>))]
public enum Trigger
{
    /// <summary><c>danger-to-life</c></summary>
    DangerToLife,
    /// <summary><c>injury</c></summary>
    Injury,
    /// <summary><c>food-poisoning</c></summary>
    FoodPoisoning,
    /// <summary><c>fire-or-gas</c></summary>
    FireOrGas,
    /// <summary><c>threat-or-extortion</c></summary>
    ThreatOrExtortion,
    /// <summary><c>press</c></summary>
    Press,
    /// <summary><c>lawyer</c></summary>
    Lawyer,
    /// <summary><c>police</c></summary>
    Police,
    /// <summary><c>consumer-association</c></summary>
    ConsumerAssociation,
    /// <summary><c>regulator</c></summary>
    Regulator,
    /// <summary><c>group-action</c></summary>
    GroupAction,
    /// <summary><c>over-authority</c></summary>
    OverAuthority,
    /// <summary><c>asks-for-person</c></summary>
    AsksForPerson,
    /// <summary><c>furious</c></summary>
    Furious,
    /// <summary><c>remedy-refused</c></summary>
    RemedyRefused,
    /// <summary><c>unreasonable-objection</c></summary>
    UnreasonableObjection,
    /// <summary><c>repeat-complaint</c></summary>
    RepeatComplaint,
    /// <summary><c>past-clock</c></summary>
    PastClock,
    /// <summary><c>not-understood</c></summary>
    NotUnderstood,
    /// <summary><c>vulnerable</c></summary>
    Vulnerable,
    /// <summary><c>data-leak</c></summary>
    DataLeak,
    /// <summary><c>statutory-claim</c></summary>
    StatutoryClaim,
    /// <summary><c>abuse</c></summary>
    Abuse,
}
