using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>How the answer to a question is read.</summary>
[JsonConverter(typeof(IdentifierConverter<FactType>))]
public enum FactType
{
    /// <summary>Anything, as said without fillers.</summary>
    Text,

    /// <summary>A date or a time of the past.</summary>
    When,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A count.</summary>
    Number,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An order, receipt, waybill, plate or serial number.</summary>
    Code,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>A photo or another file, or the word that there is one.</summary>
    Attachment,

    /// <summary>The name of a person.</summary>
    Name,

    /// <summary>A place, as said.</summary>
    Place,
}
