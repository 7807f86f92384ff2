using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Cases.Stored;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>
/// One grievance of one customer, as far as the conversation knows it. Part of the conversation's stored state; what must be kept
/// for good leaves the turn as <see cref="CaseEvent"/>s.
/// </summary>
public sealed class ComplaintCase
{
    /// <summary>The number the customer can quote; null until the grievance is known.</summary>
    public string? Number { get; set; }

    /// <summary>Where the case stands.</summary>
    public CaseState State { get; set; } = CaseState.Received;

    /// <summary>The complaints it holds, in the order in which they are worked off.</summary>
    public List<Head> Heads { get; set; } = [];

    /// <summary>Which of <see cref="Heads"/> is being worked on.</summary>
    public int CurrentHead { get; set; }

    /// <summary>How grave it is treated as.</summary>
    public Severity Severity { get; set; }

    /// <summary>0 (now) to 3.</summary>
    public int Priority { get; set; } = 3;

    /// <summary>The pace chosen for it.</summary>
    public Lane Lane { get; set; } = Lane.Long;

    /// <summary>What is known of who, what, when, where.</summary>
    public List<CaseFact> Facts { get; set; } = [];

    /// <summary>The anger of each customer message, 0 to 4.</summary>
    [JsonConverter(typeof(AngerConverter))]
    public List<int> Anger { get; set; } = [];

    /// <summary>Every trigger with evidence in this conversation.</summary>
    public List<SeenTrigger> Triggers { get; set; } = [];

    /// <summary>What was offered, and its fate.</summary>
    public List<Offer> Offers { get; set; } = [];

    /// <summary>Kinds of remedy that the customer said not to want.</summary>
    public List<RemedyKind> Unwanted { get; set; } = [];

    /// <summary>Kinds of remedy that a person ruled out when the chat came back to the bot: not even a wish brings them back. Null stands for none.</summary>
    public List<RemedyKind>? Barred { get; set; }

    /// <summary>The severity a person confirmed or lowered it to; it holds until something new comes up. Null while it is provisional.</summary>
    public Severity? Confirmed { get; set; }

    /// <summary>Whether a person settled the matter with the customer, whatever it was: then how they were treated may be asked. Null stands for no.</summary>
    public bool? Reconciled { get; set; }

    /// <summary>When each step was first done.</summary>
    [JsonConverter(typeof(StepsConverter))]
    public List<StepDone> Steps { get; set; } = [];

    /// <summary>What is counted over the turns.</summary>
    public Tally Tally { get; set; } = new();

    /// <summary>How the customer was treated, 1 to 5; null when not asked or not answered.</summary>
    public int? Satisfaction { get; set; }

    /// <summary>The head being worked on, or null while no grievance is known.</summary>
    public Head? Head => CurrentHead < Heads.Count ? Heads[CurrentHead] : null;

    /// <summary>The category of the first head, or null.</summary>
    public string? Category => Heads.Count > 0 ? Heads[0].Category : null;

    /// <summary>The anger of the last message, 0 before the first.</summary>
    public int CurrentAnger => Anger.Count > 0 ? Anger[^1] : 0;

    /// <summary>The last offer, or null.</summary>
    public Offer? LastOffer => Offers.Count > 0 ? Offers[^1] : null;

    /// <summary>A fact that was given (declined ones do not count), or null.</summary>
    public CaseFact? Find(string name)
    {
        foreach (var fact in Facts)
            if (fact.Name == name && fact.Value is not null) return fact;
        return null;
    }

    /// <summary>Whether a fact was given.</summary>
    public bool Knows(string name) => Find(name) is not null;

    /// <summary>Whether a step has been done.</summary>
    public bool HasDone(Step step)
    {
        foreach (var done in Steps)
            if (done.Step == step) return true;
        return false;
    }

    /// <summary>Whether there is evidence for a trigger.</summary>
    public bool HasSeen(Trigger trigger) => Find(trigger) is not null;

    /// <summary>The evidence for a trigger, or null.</summary>
    internal SeenTrigger? Find(Trigger trigger)
    {
        foreach (var seen in Triggers)
            if (seen.Id == trigger) return seen;
        return null;
    }

    /// <summary>What is known of a fact, be it only that it was asked or declined; or null.</summary>
    internal CaseFact? Entry(string name)
    {
        foreach (var fact in Facts)
            if (fact.Name == name) return fact;
        return null;
    }

    /// <summary>Whether a complaint of that category is in the case.</summary>
    internal bool Holds(string category)
    {
        foreach (var head in Heads)
            if (head.Category == category) return true;
        return false;
    }
}
