using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// The one place where it is decided whether a role may grant a remedy. Dialogs, the desk and every interface ask here; nobody
/// compares an amount with a limit anywhere else.
/// </summary>
public static class RemedyAuthority
{
    /// <summary>Whether a role may grant a remedy of this worth. The limits of a role hold for the whole case: what its offers already gave counts.</summary>
    /// <param name="playbook">Holds the limits.</param>
    /// <param name="role">Who grants.</param>
    /// <param name="least">The smallest role that may grant this remedy whatever its worth.</param>
    /// <param name="amount">Its worth; null for what has no price. Below 0 nobody may grant it.</param>
    /// <param name="currency">ISO 4217 currency of the amount.</param>
    /// <param name="offers">The offers of the case; those that were accepted count.</param>
    /// <param name="grants">What the bot has granted this customer already, this case included.</param>
    /// <param name="range">What comparable cases got, or null when that was not looked up.</param>
    public static bool MayGrant(
        Playbook playbook, Role role, Role least, decimal? amount, string currency, IReadOnlyList<Offer> offers, CustomerGrants grants, FairnessRange? range)
    {
        if (role < least) return false;
        if (amount is not { } worth) return true;
        var limit = Limit(playbook, role, currency);
        if (worth < 0 || worth > limit || worth > limit - Given(playbook, role, currency, offers, limit)) return false;
        if (role != Role.Bot) return true;
        var atHome = Convert(playbook, role, worth, currency, playbook.Identity.Currency);
        return grants.Count < playbook.Authority.GrantsPerCustomer
            && atHome <= playbook.Authority.SumPerCustomer - Math.Max(0, grants.Sum)
            && range?.IsExceededBy(atHome) != true;
    }

    /// <summary>Whether a sum is beyond what a role could ever grant in one case: what makes a demand <c>over-authority</c> for the agent.</summary>
    public static bool Exceeds(Playbook playbook, Role role, decimal amount, string currency) => amount > Limit(playbook, role, currency);

    /// <summary>The largest sum a role may grant in one case, by the currencies a playbook names; for showing, not for deciding.</summary>
    public static IReadOnlyDictionary<string, decimal> LimitsOf(Playbook playbook, Role role) =>
        playbook.Authority.Limits.Keys.Where(currency => currency != "*").ToDictionary(currency => currency, currency => Limit(playbook, role, currency));

    /// <summary>The sum a role may grant in one case: for people to read, never to compare with.</summary>
    public static decimal LimitOf(Playbook playbook, Role role, string currency) => Limit(playbook, role, currency);

    private static decimal Limit(Playbook playbook, Role role, string currency)
    {
        var limits = playbook.Authority.Limits;
        if (!limits.TryGetValue(currency, out var ofCurrency) && !limits.TryGetValue("*", out ofCurrency)) return 0;
        return ofCurrency.TryGetValue(role, out var limit) ? limit : 0;
    }

    private static decimal Given(Playbook playbook, Role role, string currency, IReadOnlyList<Offer> offers, decimal most)
    {
        var given = 0m;
        foreach (var offer in offers)
            if (offer is { Amount: > 0, State: RemedyState.Accepted or RemedyState.Ordered or RemedyState.Done })
                given += Math.Min(most, Convert(playbook, role, offer.Amount.Value, offer.Currency ?? playbook.Identity.Currency, currency));
        return given;
    }

    /// <summary>There are no exchange rates here: the limits say what a sum of one currency weighs in another. What has no limit to go by weighs everything.</summary>
    private static decimal Convert(Playbook playbook, Role role, decimal amount, string from, string to)
    {
        if (from == to || amount == 0) return amount;
        var (limitFrom, limitTo) = (Limit(playbook, role, from), Limit(playbook, role, to));
        return limitFrom > 0 ? Math.Min(amount, limitFrom) / limitFrom * limitTo : limitTo;
    }
}
