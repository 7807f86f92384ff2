using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Cases.Stored;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>What is counted over the turns of a conversation; <see cref="Playbooks.Thresholds"/> says what the counts mean.</summary>
[JsonConverter(typeof(TallyConverter))]
public sealed class Tally
{
    /// <summary>Messages of anger 4.</summary>
    public int Furious { get; set; }

    /// <summary>Messages of anger 3 or more in a row, up to the last one.</summary>
    public int AngryInARow { get; set; }

    /// <summary>Tactics used on an anger of 3 or more since it last fell.</summary>
    public int TacticsUsed { get; set; }

    /// <summary>The tactic used last, or null before the first.</summary>
    public Tactic? LastTactic { get; set; }

    /// <summary>Messages in which the customer gave up on us.</summary>
    public int GaveUp { get; set; }

    /// <summary>Messages in a row that were not understood.</summary>
    public int NotUnderstoodInARow { get; set; }

    /// <summary>Messages in all that were not understood.</summary>
    public int NotUnderstood { get; set; }

    /// <summary>Remedies refused.</summary>
    public int Refusals { get; set; }

    /// <summary>Unreasonable objections.</summary>
    public int Unreasonable { get; set; }

    /// <summary>Abusive messages.</summary>
    public int Abusive { get; set; }

    /// <summary>Requests for a superior.</summary>
    public int SuperiorRequests { get; set; }

    /// <summary>Sweeping accusations, in messages.</summary>
    public int Accusations { get; set; }

    /// <summary>Facts asked, over the whole case: what the question budget counts.</summary>
    public int Questions { get; set; }

    /// <summary>Facts asked since the customer last got something.</summary>
    public int QuestionsInARow { get; set; }
}
