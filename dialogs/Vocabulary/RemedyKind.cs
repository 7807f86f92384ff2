using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>What can be offered to put a matter right.</summary>
[JsonConverter(typeof(IdentifierConverter<RemedyKind>))]
public enum RemedyKind
{
    /// <summary><c>explanation</c></summary>
    Explanation,
    /// <summary><c>redo</c></summary>
    Redo,
    /// <summary><c>replacement</c></summary>
    Replacement,
    /// <summary><c>refund</c></summary>
    Refund,
    /// <summary><c>partial-refund</c></summary>
    PartialRefund,
    /// <summary><c>difference</c></summary>
    Difference,
    /// <summary><c>discount</c></summary>
    Discount,
    /// <summary><c>gift</c></summary>
    Gift,
    /// <summary><c>repair</c></summary>
    Repair,
    /// <summary><c>visit</c></summary>
    Visit,
    /// <summary><c>fee-waiver</c></summary>
    FeeWaiver,
    /// <summary><c>medical-help</c></summary>
    MedicalHelp,
    /// <summary><c>public-thanks</c></summary>
    PublicThanks,
    /// <summary><c>personal-care</c></summary>
    PersonalCare,
}
