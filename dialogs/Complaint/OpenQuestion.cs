using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What a yes or no to the last <c>confirm</c> question decides.</summary>
[JsonConverter(typeof(IdentifierConverter<OpenQuestion>))]
public enum OpenQuestion
{
    /// <summary>Nothing is open.</summary>
    None,

    /// <summary>Whether to take the matter down before a superior is called.</summary>
    TakeDown,

    /// <summary>Whether the complaint is about the kind of business that was guessed.</summary>
    Business,

    /// <summary>Whether somebody should get in touch with a customer who has given up.</summary>
    CallBack,

    /// <summary>Whether the known number may be called instead of waiting.</summary>
    CallMe,
}
