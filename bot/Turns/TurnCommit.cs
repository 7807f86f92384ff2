using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>Everything a turn leaves behind, written in one piece or not at all.</summary>
internal sealed record TurnCommit
{
    /// <summary>What the turn answered.</summary>
    public required Inbound Inbound { get; init; }

    /// <summary>The version the turn began with; 0 for a conversation that was not there.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The new state.</summary>
    public required byte[] State { get; init; }

    /// <summary>What is said, in order.</summary>
    public required IReadOnlyList<Activity> Outgoing { get; init; }

    /// <summary>Whether the customer's side reads the transcript by itself, so that what is said need not be sent.</summary>
    public bool IsFetched { get; init; }

    /// <summary>Case events, in order, each with the case it belongs to.</summary>
    public required IReadOnlyList<FiledEvent> Events { get; init; }

    /// <summary>A case number that must be free, or null.</summary>
    public string? OpenedCase { get; init; }

    /// <summary>The fingerprint of the playbook the conversation needs from now on, or null.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The row the desk shows of the conversation from now on; null for a conversation that is none of its business yet.</summary>
    public ChatRow? Chat { get; init; }

    /// <summary>The time of the turn, not before the time it was loaded at: a conversation that had expired then is begun anew.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the conversation wants to be reminded unless something comes in before; null for never.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>When the conversation may be forgotten unless something comes in.</summary>
    public required DateTimeOffset Expires { get; init; }
}
