namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What an outgoing message waits for; written into its <c>complaint/turn</c> entity.</summary>
public static class Expects
{
    /// <summary>Nothing.</summary>
    public const string None = "none";

    /// <summary>Whatever the customer wants to say.</summary>
    public const string Vent = "vent";

    /// <summary>A yes, or a correction.</summary>
    public const string Readback = "readback";

    /// <summary>An answer to a proposed remedy.</summary>
    public const string Offer = "offer";

    /// <summary>A score of 1 to 5.</summary>
    public const string Satisfaction = "satisfaction";

    /// <summary>Another matter, or the word that there is none.</summary>
    public const string AnythingElse = "anything-else";

    /// <summary>A yes or a no.</summary>
    public const string Confirm = "confirm";

    private const string FactPrefix = "fact:";

    /// <summary>The answer to a question for a fact.</summary>
    public static string Fact(string name) => FactPrefix + name;

    /// <summary>The fact that is waited for, or null.</summary>
    public static string? FactOf(string expects) => expects.StartsWith(FactPrefix, StringComparison.Ordinal) ? expects[FactPrefix.Length..] : null;
}
