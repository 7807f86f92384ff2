using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language;

/// <summary>What was understood of one customer message. The only thing the dialogs know of a text.</summary>
public sealed record MessageAnalysis
{
    /// <summary>The message as it came, untouched.</summary>
    public required string Text { get; init; }

    /// <summary>The language an answer should be in.</summary>
    public Tongue Language { get; init; }

    /// <summary>The tone of the whole message.</summary>
    public Sentiment Sentiment { get; init; }

    /// <summary>The shares behind <see cref="Sentiment"/>; they sum to 1.</summary>
    public SentimentScores Scores { get; init; } = SentimentScores.AllNeutral;

    /// <summary>0 calm, 1 displeased, 2 annoyed, 3 angry, 4 furious, judged from this message alone.</summary>
    public int Anger { get; init; }

    /// <summary>Insult, threat, despair, sarcasm.</summary>
    public IReadOnlyList<MessageFlag> Flags { get; init; } = [];

    /// <summary>What the customer does with this message, read together with the question just asked.</summary>
    public IReadOnlyList<Intent> Intents { get; init; } = [];

    /// <summary>The playbook the message is about; the given one where one was given; null when it cannot be told.</summary>
    public string? Playbook { get; init; }

    /// <summary>How sure <see cref="Playbook"/> is among those to choose from, 0 to 1; 1 where one was given.</summary>
    public double PlaybookConfidence { get; init; }

    /// <summary>The heaviest head, or null when the message holds no complaint that can be placed.</summary>
    public string? Category { get; init; }

    /// <summary>How sure <see cref="Category"/> is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Every complaint in the message, heaviest first; empty when there is none. The first one's category is <see cref="Category"/>.</summary>
    public IReadOnlyList<CategoryEvidence> Heads { get; init; } = [];

    /// <summary>Evidence for escalation triggers. The conversation decides what fires.</summary>
    public IReadOnlyList<TriggerEvidence> Triggers { get; init; } = [];

    /// <summary>Facts said in this message, in the order of their words.</summary>
    public IReadOnlyList<FactMention> Facts { get; init; } = [];

    /// <summary>A reply to a one-to-five question, or null.</summary>
    public int? Score { get; init; }

    /// <summary>Whether an intent holds.</summary>
    public bool Has(Intent intent) => Intents.Contains(intent);

    /// <summary>Whether a flag holds.</summary>
    public bool Has(MessageFlag flag) => Flags.Contains(flag);

    /// <summary>The evidence for a trigger, or null.</summary>
    public TriggerEvidence? Find(Trigger trigger)
    {
        for (var at = 0; at < Triggers.Count; at++)
            if (Triggers[at].Id == trigger) return Triggers[at];
        return null;
    }

    /// <summary>The first mention of a fact, or null.</summary>
    public FactMention? Find(string fact)
    {
        for (var at = 0; at < Facts.Count; at++)
            if (Facts[at].Name == fact) return Facts[at];
        return null;
    }
}
