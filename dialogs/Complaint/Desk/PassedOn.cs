using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>How far passing a chat on to people of its platform has come; it holds until the next handover.</summary>
[JsonConverter(typeof(IdentifierConverter<PassedOn>))]
public enum PassedOn
{
    /// <summary><c>asked</c>: they were asked to take it.</summary>
    Asked,

    /// <summary><c>over</c>: they did not take it or have it no more. They are not asked again, so that a chat never goes round in circles.</summary>
    Over,
}
