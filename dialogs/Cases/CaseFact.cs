using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Cases.Stored;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>One fact of a case.</summary>
[JsonConverter(typeof(CaseFactConverter))]
public sealed class CaseFact
{
    /// <summary>The fact's name, as in the playbook.</summary>
    public string Name { get; set; } = "";

    /// <summary>The customer's words; null when the customer declined.</summary>
    public string? Text { get; set; }

    /// <summary>The value in its normal form; null when the customer declined or has not answered yet.</summary>
    public string? Value { get; set; }

    /// <summary>The currency (ISO 4217) of an amount when it was said.</summary>
    public string? Unit { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; set; }

    /// <summary>The id of the person at the desk who put it right; null when the customer said it.</summary>
    public string? By { get; set; }

    /// <summary>Whether the customer would rather not say, or does not know.</summary>
    public bool Declined { get; set; }
}
