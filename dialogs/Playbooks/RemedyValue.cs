namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>How a remedy's worth is found. A closed list: playbooks have no expression language.</summary>
public abstract record RemedyValue
{
    private RemedyValue() { }

    /// <summary>A fixed sum in the conversation's currency.</summary>
    /// <param name="Amount">Above 0.</param>
    public sealed record Fixed(decimal Amount) : RemedyValue;

    /// <summary>A share of an amount the customer named.</summary>
    /// <param name="Fact">The fact that holds the amount.</param>
    /// <param name="Percent">1 to 100.</param>
    public sealed record ShareOf(string Fact, decimal Percent) : RemedyValue;

    /// <summary>What was charged less what should have been.</summary>
    /// <param name="Charged">The fact with the larger sum.</param>
    /// <param name="Expected">The fact with the smaller sum.</param>
    /// <param name="Otherwise">The fact that holds the difference itself when one of the two is missing.</param>
    public sealed record Difference(string Charged, string Expected, string Otherwise) : RemedyValue;
}
