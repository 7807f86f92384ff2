using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Works out what a rung is worth in a case.</summary>
internal static class RungPricing
{
    /// <summary>The rung with its worth; null when a sum that it is taken from is not known, or when it comes to nothing.</summary>
    public static PricedRung? Price(Playbook playbook, ComplaintCase complaint, int index, Rung rung)
    {
        var home = playbook.Identity.Currency;
        if (rung.Value is null) return new(index, rung, null, home);
        if (WorthOf(complaint, rung.Value) is not { } worth) return null;

        // A cent that is split goes to the customer.
        var amount = decimal.Round(worth.Amount, 2, MidpointRounding.ToPositiveInfinity);
        return amount > 0 ? new(index, rung, amount, worth.Currency ?? home) : null;
    }

    /// <summary>Whether a rung pays back a difference of which both sums are known: that much is owed, whatever else is offered.</summary>
    public static bool IsOwed(ComplaintCase complaint, Rung rung) => rung.Value is RemedyValue.Difference difference && Between(complaint, difference) is { Amount: > 0 };

    /// <summary>The sums a rung's worth is taken from that are not known.</summary>
    public static IEnumerable<string> Missing(ComplaintCase complaint, Rung rung) => rung.Value switch
    {
        RemedyValue.ShareOf share when Sums.Of(complaint, share.Fact) is null => [share.Fact],
        RemedyValue.Difference difference when WorthOf(complaint, difference) is null => ((string[])[difference.Charged, difference.Expected]).Where(fact => Sums.Of(complaint, fact) is null),
        _ => [],
    };

    private static (decimal Amount, string? Currency)? WorthOf(ComplaintCase complaint, RemedyValue value) => value switch
    {
        RemedyValue.Fixed sum => (sum.Amount, null),
        RemedyValue.ShareOf share => Sums.Of(complaint, share.Fact) is { } whole ? (whole.Amount / 100 * share.Percent, whole.Currency) : null,
        RemedyValue.Difference difference => Between(complaint, difference) ?? Sums.Of(complaint, difference.Otherwise),
        _ => null,
    };

    /// <summary>What was charged less what should have been; null when one is not known, or when they are said in two currencies.</summary>
    private static (decimal Amount, string? Currency)? Between(ComplaintCase complaint, RemedyValue.Difference difference)
    {
        if (Sums.Of(complaint, difference.Charged) is not { } charged || Sums.Of(complaint, difference.Expected) is not { } expected) return null;
        return charged.Currency is null || expected.Currency is null || charged.Currency == expected.Currency
            ? (charged.Amount - expected.Amount, charged.Currency ?? expected.Currency)
            : null;
    }
}
