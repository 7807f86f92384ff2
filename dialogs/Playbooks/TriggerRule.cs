using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>What a trigger does once it fires.</summary>
public sealed record TriggerRule
{
    /// <summary>Priority when done or happening, 0 (now) to 3.</summary>
    public required int Priority { get; init; }

    /// <summary>Priority when only announced; null where the two are the same.</summary>
    public int? PriorityWhenAnnounced { get; init; }

    /// <summary>The least severity the case has from then on; null when the trigger does not raise it.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The least severity when only announced.</summary>
    public Severity? SeverityWhenAnnounced { get; init; }

    /// <summary>Whether the chat is handed over when it is done or happening.</summary>
    public bool HandsOver { get; init; } = true;

    /// <summary>Whether the chat is handed over when it is only announced.</summary>
    public bool HandsOverWhenAnnounced { get; init; } = true;

    /// <summary>Duties that are told, the one in charge first.</summary>
    public IReadOnlyList<string> Tell { get; init; } = [];
}
