using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What somebody who takes a chat has to know, in the language of the desk; it reads in fifteen seconds.</summary>
public sealed record ChatBrief
{
    /// <summary>Who the customer is, as far as they said.</summary>
    public required string Who { get; init; }

    /// <summary>The matter in the customer's own words.</summary>
    public required string What { get; init; }

    /// <summary>Since when, as they said it; empty when they did not.</summary>
    public string Since { get; init; } = "";

    /// <summary>The anger of each message, the last 20.</summary>
    public IReadOnlyList<int> AngerCurve { get; init; } = [];

    /// <summary>What was offered, and what became of it.</summary>
    public IReadOnlyList<BriefOffer> Offered { get; init; } = [];

    /// <summary>What the customer wants, in their words; empty when they did not say.</summary>
    public string Wanted { get; init; } = "";

    /// <summary>How far the reader may go.</summary>
    public string Limits { get; init; } = "";

    /// <summary>What comparable cases got; empty when there are too few.</summary>
    public string Fair { get; init; } = "";

    /// <summary>Why a person was called.</summary>
    public string Why { get; init; } = "";

    /// <summary>The trigger, or null.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>The customer's words behind it.</summary>
    public string TriggerWords { get; init; } = "";

    /// <summary>The best next step.</summary>
    public required string Next { get; init; }

    /// <summary>The article of a claim that the law may back; empty when there is none.</summary>
    public string Law { get; init; } = "";
}
