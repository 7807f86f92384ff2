using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>Where an offered remedy stands.</summary>
[JsonConverter(typeof(IdentifierConverter<RemedyState>))]
public enum RemedyState
{
    /// <summary><c>offered</c></summary>
    Offered,
    /// <summary><c>accepted</c></summary>
    Accepted,
    /// <summary><c>ordered</c></summary>
    Ordered,
    /// <summary><c>done</c></summary>
    Done,
    /// <summary><c>failed</c></summary>
    Failed,
    /// <summary><c>declined</c></summary>
    Declined,
}
