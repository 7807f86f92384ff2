using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Under which heading a line of the moment stands: its tone, else the stage it belongs to.</summary>
[JsonConverter(typeof(IdentifierConverter<PhraseGroup>))]
public enum PhraseGroup
{
    /// <summary>Firm: limits that are set, rights that are respected.</summary>
    Firm,

    /// <summary>Warm: lowers anger.</summary>
    Warm,

    /// <summary>Lets the customer finish.</summary>
    Vent,

    /// <summary>Apologises.</summary>
    Apology,

    /// <summary>Asks and reads back.</summary>
    Facts,

    /// <summary>Offers, or asks somebody who may.</summary>
    Remedy,

    /// <summary>Ends the conversation.</summary>
    Satisfaction,
}
