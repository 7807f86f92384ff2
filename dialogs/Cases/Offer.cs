using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>A remedy that was offered.</summary>
public sealed class Offer
{
    /// <summary>What was offered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public RemedyKind Kind { get; set; }

    /// <summary>The complaint it answers: an index into the case's heads.</summary>
    public int Head { get; set; }

    /// <summary>The rung of the category's ladder.</summary>
    public int Rung { get; set; }

    /// <summary>The rung that was named beside it as another choice, or null; refused with it.</summary>
    public int? Alternative { get; set; }

    /// <summary>The offer as it was put.</summary>
    public string Text { get; set; } = "";

    /// <summary>What it is worth; null for what has no price.</summary>
    public decimal? Amount { get; set; }

    /// <summary>ISO 4217 currency of <see cref="Amount"/>.</summary>
    public string? Currency { get; set; }

    /// <summary>Until when it is carried out once accepted.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>The duty that carries it out.</summary>
    public string By { get; set; } = "";

    /// <summary>The id of the person who offered it; null for the bot.</summary>
    public string? OfferedBy { get; set; }

    /// <summary>Whether something is to be carried out, as against an explanation of the bot.</summary>
    [JsonIgnore]
    public bool IsRemedy => Rung >= 0 || OfferedBy is not null;

    /// <summary>Where it stands.</summary>
    public RemedyState State { get; set; } = RemedyState.Offered;
}
