using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>A remedy that was offered.</summary>
public sealed class Offer
{
    /// <summary>What was offered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required RemedyKind Kind { get; init; }

    /// <summary>The complaint it answers: an index into the case's heads.</summary>
    public int Head { get; init; }

    /// <summary>The rung of the category's ladder.</summary>
    public int Rung { get; init; }

    /// <summary>The rung that was named beside it as another choice, or null; refused with it.</summary>
    public int? Alternative { get; init; }

    /// <summary>The offer as it was put.</summary>
    public required string Text { get; init; }

    /// <summary>What it is worth; null for what has no price.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 currency of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Until when it is carried out once accepted.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>The duty that carries it out.</summary>
    public required string By { get; init; }

    /// <summary>Where it stands.</summary>
    public RemedyState State { get; set; } = RemedyState.Offered;
}
