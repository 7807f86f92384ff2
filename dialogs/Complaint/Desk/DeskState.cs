using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What a conversation keeps of the desk. There is none until the chat is first handed over, so that what the bot does alone stays small.</summary>
public sealed class DeskState
{
    /// <summary>Since when the chat waits; release and transfer leave it as it is.</summary>
    public DateTimeOffset? QueuedAt { get; set; }

    /// <summary>Who has the chat.</summary>
    public DeskPerson? Agent { get; set; }

    /// <summary>When they took it.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>Who had it before; the chat goes to them first when it comes back.</summary>
    public DeskName? LastAgent { get; set; }

    /// <summary>For whom it waits.</summary>
    public DeskName? AddressedTo { get; set; }

    /// <summary>The team it waits for.</summary>
    public string? Team { get; set; }

    /// <summary>Until when the customer was asked to wait.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>The first line of the customer that no person has answered.</summary>
    public DateTimeOffset? UnansweredSince { get; set; }

    /// <summary>What the customer and the agent were told of waiting.</summary>
    public DeskNotices Told { get; set; }

    /// <summary>Insults since the boundary was set.</summary>
    public int? InsultsAfterBoundary { get; set; }

    /// <summary>Remedies that wait for approval; null when there are none.</summary>
    public List<Approval>? Approvals { get; set; }

    /// <summary>How many requests there have been: the number of the last one.</summary>
    public int? Requests { get; set; }

    /// <summary>What was agreed with a person.</summary>
    public string? Agreed { get; set; }

    /// <summary>Remedies and facts that must not be raised again; null when there are none.</summary>
    public List<string>? NotAgain { get; set; }

    /// <summary>How far it has come to pass the chat on to people of its platform; null when they were not asked since the handover.</summary>
    public PassedOn? PassedOn { get; set; }

    /// <summary>Whether people of the platform have the chat.</summary>
    [JsonIgnore]
    public bool IsElsewhere => Agent?.Id == DeskPerson.PlatformId;

    /// <summary>Whether something must not be raised again.</summary>
    public bool Bars(string remedyOrFact) => NotAgain?.Contains(remedyOrFact) == true;

    /// <summary>Whether the person has left the customer without a word for five minutes.</summary>
    [JsonIgnore]
    public bool IsSilent => Told.HasFlag(DeskNotices.Silence);
}
