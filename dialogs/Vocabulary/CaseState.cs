using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>Where a case stands on its way (ISO 10002).</summary>
[JsonConverter(typeof(IdentifierConverter<CaseState>))]
public enum CaseState
{
    /// <summary><c>received</c></summary>
    Received,
    /// <summary><c>acknowledged</c></summary>
    Acknowledged,
    /// <summary><c>assessed</c></summary>
    Assessed,
    /// <summary><c>investigating</c></summary>
    Investigating,
    /// <summary><c>proposed</c></summary>
    Proposed,
    /// <summary><c>decided</c></summary>
    Decided,
    /// <summary><c>settled</c></summary>
    Settled,
    /// <summary><c>followed-up</c></summary>
    FollowedUp,
    /// <summary><c>closed</c></summary>
    Closed,
    /// <summary><c>withdrawn</c></summary>
    Withdrawn,
    /// <summary><c>not-accepted</c></summary>
    NotAccepted,
    /// <summary><c>merged</c></summary>
    Merged,
    /// <summary><c>reopened</c></summary>
    Reopened,
}
