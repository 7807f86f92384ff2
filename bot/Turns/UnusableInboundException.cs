namespace ComplaintBot.Turns;

/// <summary>What a delivery refers to can't be had for good: a file that is too large, of a wrong kind, or gone.</summary>
/// <param name="apology">What the customer is told, and what to do.</param>
internal sealed class UnusableInboundException(string apology) : Exception("What the delivery refers to can't be had.")
{
    /// <summary>What the customer is told, in their language.</summary>
    public string Apology => apology;
}
