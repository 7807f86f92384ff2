using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>Kinds of tasks.</summary>
[JsonConverter(typeof(IdentifierConverter<TaskKind>))]
public enum TaskKind
{
    /// <summary>Step 13: take note of the case and act on it.</summary>
    Inform,

    /// <summary>Step 14: review our own failure.</summary>
    Review,

    /// <summary>Carry out an accepted remedy.</summary>
    CarryOut,

    /// <summary>Tell the customer how things stand.</summary>
    Progress,

    /// <summary>Take over the chat or call back.</summary>
    Contact,

    /// <summary>Be told at once: somebody is in danger or on the premises.</summary>
    Alarm,

    /// <summary>Ask the customer, after the remedy is done, whether it held.</summary>
    FollowUp,

    /// <summary>Find and delete, or hand out, a customer's data.</summary>
    DataRequest,
}
