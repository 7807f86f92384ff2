using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>One rung of a remedy ladder.</summary>
public sealed record Rung
{
    /// <summary>What is offered.</summary>
    public required RemedyKind Kind { get; init; }

    /// <summary>The offer as a clause that fits "we can …" (<c>可以为您…</c>), with the placeholders {amount} and {date}: what, how, who, by when.</summary>
    public required LocalizedText Offer { get; init; }

    /// <summary>What it is worth; null for what has no price (an explanation, a repair).</summary>
    public RemedyValue? Value { get; init; }

    /// <summary>Time until it is carried out.</summary>
    public required TimeSpan Due { get; init; }

    /// <summary>The duty that carries it out.</summary>
    public required string By { get; init; }

    /// <summary>The smallest role that may grant it whatever its value.</summary>
    public Role Grant { get; init; } = Role.Bot;

    /// <summary>The causes for which it fits.</summary>
    public required IReadOnlyList<Cause> Causes { get; init; }

    /// <summary>Words in what the customer wants that this rung answers ("退", "refund"); the rung that answers them is offered first when authority allows.</summary>
    public LocalizedList Answers { get; init; } = LocalizedList.Empty;
}
