namespace ComplaintBot.Dialogs.Policy;

/// <summary>What the bot has already granted this customer within the playbook's window.</summary>
/// <param name="Count">Remedies with a price.</param>
/// <param name="Sum">Their worth in the playbook's currency.</param>
public readonly record struct CustomerGrants(int Count, decimal Sum)
{
    /// <summary>Adds up what was taken from a time on.</summary>
    public static CustomerGrants Since(IReadOnlyList<Grant> granted, DateTimeOffset since)
    {
        var (count, sum) = (0, 0m);
        foreach (var grant in granted)
            if (grant.At >= since) (count, sum) = (count + 1, sum + grant.Worth);
        return new(count, sum);
    }
}
