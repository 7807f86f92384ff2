using ComplaintBot.Dialogs.Cases;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A chat with all the desk shows beside its transcript.</summary>
public sealed record ChatView
{
    /// <summary>The row of the lists.</summary>
    public required ChatSummary Chat { get; init; }

    /// <summary>What reads in fifteen seconds.</summary>
    public required ChatBrief Brief { get; init; }

    /// <summary>What is known.</summary>
    public IReadOnlyList<ChatFact> Facts { get; init; } = [];

    /// <summary>What the category needs and nobody knows.</summary>
    public IReadOnlyList<ChatMissing> Missing { get; init; } = [];

    /// <summary>What was offered.</summary>
    public IReadOnlyList<ChatOffer> Offers { get; init; } = [];

    /// <summary>What may be offered.</summary>
    public IReadOnlyList<ChatRung> Ladder { get; init; } = [];

    /// <summary>Remedies that wait for approval.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>What was promised and is to be done; the ledger knows.</summary>
    public IReadOnlyList<CaseTask> Tasks { get; init; } = [];

    /// <summary>Remedies and facts that must not be raised again.</summary>
    public IReadOnlyList<string> NotAgain { get; init; } = [];

    /// <summary>What was agreed.</summary>
    public string? Agreed { get; init; }
}
