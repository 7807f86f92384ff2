using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>One kind of complaint of an industry.</summary>
public sealed record Category
{
    /// <summary>The identifier, for example <c>foreign-object</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A noun phrase that fits "about …" (<c>关于…</c>) in a sentence to the customer; neutral, never a verdict.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Sentences that customers write; what the classifier learns from.</summary>
    public required LocalizedList Examples { get; init; }

    /// <summary>Words that speak strongly for this category.</summary>
    public LocalizedList Words { get; init; } = LocalizedList.Empty;

    /// <summary>Severity as long as nothing else is known.</summary>
    public Severity Severity { get; init; } = Severity.Minor;

    /// <summary>0 (now) to 3: hands over at once with this priority; null when the bot handles it.</summary>
    public int? Priority { get; init; }

    /// <summary>The trigger this category is by itself (<c>food-poisoning</c>), or null.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>Whether somebody can be hurt: the safety question is then the first sentence of the first answer.</summary>
    public bool CanHurt { get; init; }

    /// <summary>Whether this is about a matter that may be going on right now with the customer on the premises.</summary>
    public bool OnPremises { get; init; }

    /// <summary>The cause to assume once the facts are in and none speaks against it; <c>unknown</c> when it takes an investigation.</summary>
    public Cause PresumedCause { get; init; } = Cause.Unknown;

    /// <summary>Facts without which no remedy or safety decision is possible, in the order in which they are asked.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>Facts that help; asked only of calm customers.</summary>
    public IReadOnlyList<string> Useful { get; init; } = [];

    /// <summary>What is being done at once, for the full apology: a clause with who does it, without a time.</summary>
    public required LocalizedText AtOnce { get; init; }

    /// <summary>What may rest on a misunderstanding here: a question that makes it visible without contradicting, and the explanation; null when there is none.</summary>
    public Misunderstanding? Misunderstanding { get; init; }

    /// <summary>Remedies from small to large, 2 to 4 rungs.</summary>
    public IReadOnlyList<Rung> Ladder { get; init; } = [];

    /// <summary>Duties that get a task (step 13), the one in charge first; for example <c>department-lead</c>, <c>quality</c>.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>The duty in charge: the first of <see cref="Routes"/>, else the head of the department.</summary>
    public string InCharge => Routes.Count > 0 ? Routes[0] : "department-lead";
}
