namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>One thing that can be asked about a complaint.</summary>
public sealed record FactDefinition
{
    /// <summary>The name, snake_case, for example <c>order_number</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How an answer is read and checked.</summary>
    public required FactType Type { get; init; }

    /// <summary>What the read-back calls it: a noun phrase ("订单号", "the order number").</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The question, at least two wordings: a needed fact may be asked twice.</summary>
    public required LocalizedList Ask { get; init; }

    /// <summary>What it is needed for, as a clause that can stand behind the question.</summary>
    public required LocalizedText Why { get; init; }

    /// <summary>Choices for <see cref="FactType.Choice"/>, else empty.</summary>
    public IReadOnlyList<FactChoice> Choices { get; init; } = [];

    /// <summary>Words that show that a clause speaks of this fact; for texts the clause around them is the fact ("铁丝", "hair" for <c>object</c>).</summary>
    public LocalizedList Cues { get; init; } = LocalizedList.Empty;

    /// <summary>Facts that make this one superfluous: it counts as known when one of them is.</summary>
    public IReadOnlyList<string> KnownBy { get; init; } = [];

    /// <summary>Whether the words of the grievance itself answer it (<c>what</c>, <c>what_is_wrong</c>): then it is never asked once the grievance is known.</summary>
    public bool FromGrievance { get; init; }
}
