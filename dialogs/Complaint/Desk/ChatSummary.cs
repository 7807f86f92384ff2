using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A chat as one row of the desk's lists: all that is needed to order, route and show it.</summary>
public sealed record ChatSummary
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The conversation within its channel.</summary>
    public required string Conversation { get; init; }

    /// <summary>The site it came from.</summary>
    public string? Site { get; init; }

    /// <summary>The number of its case.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Who speaks.</summary>
    public Owner Owner { get; init; }

    /// <summary>Whether the conversation is over.</summary>
    public bool Over { get; init; }

    /// <summary>0 (now) to 3.</summary>
    public int Priority { get; init; }

    /// <summary>How grave it is treated as.</summary>
    public Severity Severity { get; init; }

    /// <summary>Why it was handed over; null when the matter itself asks for a person, or nobody was called.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>The customer's words behind it.</summary>
    public string? TriggerWords { get; init; }

    /// <summary>The playbook.</summary>
    public required string Playbook { get; init; }

    /// <summary>The category of the first complaint.</summary>
    public string? Category { get; init; }

    /// <summary>What people call it.</summary>
    public LocalizedText? CategoryName { get; init; }

    /// <summary>The customer's language.</summary>
    public Tongue Language { get; init; }

    /// <summary>The anger of the last message, 0 to 4.</summary>
    public int Anger { get; init; }

    /// <summary>The anger of the last messages, at most 20.</summary>
    public IReadOnlyList<int> AngerCurve { get; init; } = [];

    /// <summary>Since when it waits or waited; giving it back to the queue does not change it.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>When the person who has it took it.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Who has it.</summary>
    public DeskPerson? Agent { get; init; }

    /// <summary>For whom it waits.</summary>
    public DeskName? AddressedTo { get; init; }

    /// <summary>The team it waits for, by id.</summary>
    public string? Team { get; init; }

    /// <summary>Who had it before.</summary>
    public DeskName? LastAgent { get; init; }

    /// <summary>Until when the customer was asked to wait.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Whether the person has left the customer without a word for five minutes.</summary>
    public bool Silent { get; init; }

    /// <summary>Since when the customer has not been answered by a person.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>The last line somebody said.</summary>
    public ChatLine? LastLine { get; init; }

    /// <summary>The time of the first line.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The time of the last turn.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The stage the conversation has come to.</summary>
    public Stage Stage { get; init; }

    /// <summary>Whether there was abuse more than once: it is folded on the screen, and goes to who is trained for it.</summary>
    public bool Abusive { get; init; }

    /// <summary>Remedies that wait for approval.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>The number of the last line.</summary>
    public long Sequence { get; init; }

    /// <summary>Messages whose anger is shown.</summary>
    internal const int Curve = 20;

    /// <summary>The row of a conversation.</summary>
    /// <param name="state">The conversation as committed.</param>
    /// <param name="playbook">The playbook it goes by.</param>
    /// <param name="place">What its transcript says.</param>
    public static ChatSummary Of(ConversationState state, Playbook playbook, ChatPlace place)
    {
        var (complaint, desk) = (state.Case, state.Desk);
        var category = complaint.Category is { } id && playbook.Categories.TryGetValue(id, out var known) ? known : null;
        return new()
        {
            Channel = place.Channel,
            Conversation = place.Conversation,
            Site = place.Site,
            CaseNumber = complaint.Number,
            Owner = state.Owner,
            Over = state.Over,
            Priority = complaint.Priority,
            Severity = complaint.Severity,
            Trigger = state.Handover?.Trigger,
            TriggerWords = state.Handover?.Words,
            Playbook = playbook.Id,
            Category = category?.Id,
            CategoryName = category?.Name,
            Language = state.Speech.Tongue,
            Anger = complaint.CurrentAnger,
            AngerCurve = [.. complaint.Anger.TakeLast(Curve)],
            QueuedAt = desk?.QueuedAt ?? state.Handover?.At,
            TakenAt = desk?.TakenAt,
            Agent = desk?.Agent,
            AddressedTo = desk?.AddressedTo,
            Team = desk?.Team,
            LastAgent = desk?.LastAgent,
            HeldUntil = desk?.HeldUntil,
            Silent = desk?.IsSilent == true,
            UnansweredSince = desk?.UnansweredSince,
            LastLine = place.LastLine,
            StartedAt = place.StartedAt,
            UpdatedAt = place.UpdatedAt,
            Stage = state.Stage,
            Abusive = complaint.Tally.Abusive >= playbook.Thresholds.AbusiveMessages,
            Approvals = desk?.Approvals ?? [],
            Sequence = place.Sequence,
        };
    }
}
