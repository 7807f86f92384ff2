using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Why and to whom a chat was handed over.</summary>
public sealed class HandoverNote
{
    /// <summary>The trigger; null when the matter itself asks for a person.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>The customer's words behind it.</summary>
    public required string Words { get; init; }

    /// <summary>0 (now) to 3.</summary>
    public int Priority { get; set; }

    /// <summary>Duties that are told, the one in charge first.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Facts still to be asked for safety's sake while the customer waits, at most two.</summary>
    public List<string> Ask { get; init; } = [];

    /// <summary>Messages of the customer that were acknowledged while waiting.</summary>
    public int Noted { get; set; }
}
