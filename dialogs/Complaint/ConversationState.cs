using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>All that is stored of a conversation between turns, besides its transcript and the events of its case.</summary>
public sealed class ConversationState
{
    /// <summary>The playbook in use, once there is only one; null while it is still to be found out.</summary>
    public string? Playbook { get; set; }

    /// <summary>The fingerprint of <see cref="Playbook"/>: the conversation finishes on the text it began with.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>The playbook the complaint seems to go by, while that is not sure.</summary>
    public string? Guess { get; set; }

    /// <summary>Who speaks.</summary>
    public Owner Owner { get; set; }

    /// <summary>Language, and what has been said.</summary>
    [JsonRequired]
    public Speech Speech { get; set; } = new();

    /// <summary>The case, from the first message on; it has a number once the grievance is known.</summary>
    public ComplaintCase Case { get; set; } = new();

    /// <summary>The dialogs at work.</summary>
    public DialogStack Dialogs { get; set; } = new();

    /// <summary>The stage the conversation has come to.</summary>
    public Stage Stage { get; set; }

    /// <summary>The step it has come to; what is said in passing is marked with it.</summary>
    public Step Step { get; set; }

    /// <summary>What the last message waits for.</summary>
    public string Expects { get; set; } = Complaint.Expects.None;

    /// <summary>What a yes or no decides while <see cref="Expects"/> is <c>confirm</c>.</summary>
    public OpenQuestion Question { get; set; }

    /// <summary>What was waited for when <see cref="Question"/> came in between; null when nothing was.</summary>
    public string? Interrupted { get; set; }

    /// <summary>How far the customer has been heard out.</summary>
    public VentState Vent { get; set; } = new();

    /// <summary>Why and to whom the chat was handed over; null while the bot has it.</summary>
    public HandoverNote? Handover { get; set; }

    /// <summary>Events of a case that has no number yet.</summary>
    public List<CaseEvent> Held { get; set; } = [];

    /// <summary>What the customer has been told once and need not hear again.</summary>
    public Told Told { get; set; }

    /// <summary>Answers the bot has given since the grievance was known.</summary>
    public int Answers { get; set; }

    /// <summary>What the bot has granted this customer, in earlier conversations too; null until that was looked up.</summary>
    public List<Grant>? Granted { get; set; }

    /// <summary>Whether the complaint has been brought to its end, or was withdrawn.</summary>
    public bool Over { get; set; }

    /// <summary>The time of the last message of the customer.</summary>
    public DateTimeOffset LastMessage { get; set; }

    /// <summary>What the desk knows of the chat; null until it was first handed over.</summary>
    public DeskState? Desk { get; set; }

    /// <summary>When the conversation wants the next <see cref="DeskEvents.Clock"/>; null when it waits for nothing. Computed by each turn, not part of what is stored.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextLook { get; set; }

    /// <summary>Whether a fact is being waited for, and which.</summary>
    [JsonIgnore]
    public string? ExpectedFact => Complaint.Expects.FactOf(Expects);
}
