using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>A chat that waits for a person: what decides who should take it, and when.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Priority">0 (now) to 3.</param>
/// <param name="QueuedAt">Since when it waits; giving it back does not change it.</param>
internal sealed record WaitingChat(ConversationKey Key, int Priority, DateTimeOffset QueuedAt)
{
    /// <summary>The playbook it goes by.</summary>
    public required string Playbook { get; init; }

    /// <summary>The customer's language.</summary>
    public required Tongue Language { get; init; }

    /// <summary>The team it waits for, by id.</summary>
    public string? Team { get; init; }

    /// <summary>The id of the person it waits for.</summary>
    public string? AddressedTo { get; init; }

    /// <summary>The id of who had it before.</summary>
    public string? LastAgent { get; init; }

    /// <summary>Whether there was abuse.</summary>
    public bool IsAbusive { get; init; }

    /// <summary>Whom the complaint is about, as the customer named them.</summary>
    public string? About { get; init; }
}
