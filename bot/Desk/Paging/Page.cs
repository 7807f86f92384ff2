namespace ComplaintBot.Desk.Paging;

/// <summary>A call for a person that goes on until somebody confirms it.</summary>
internal sealed record Page
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The conversation, as its key is stored.</summary>
    public required string Conversation { get; init; }

    /// <summary>The number of the case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>0 or 1.</summary>
    public required int Priority { get; init; }

    /// <summary>The trigger's identifier.</summary>
    public required string Trigger { get; init; }

    /// <summary>The customer's words behind it.</summary>
    public required string Words { get; init; }

    /// <summary>What it is about.</summary>
    public required string Brief { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>How many times somebody has been tried.</summary>
    public int Tries { get; init; }

    /// <summary>When the next is tried; null once it is confirmed.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who confirmed it, or null.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}
