using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// The one place where it is decided whether a role may grant a remedy. Dialogs, the desk and every interface ask here; nobody
/// compares an amount with a limit anywhere else.
/// </summary>
public static class RemedyAuthority
{
    /// <summary>Whether a role may grant a remedy of this worth.</summary>
    /// <param name="playbook">Holds the limits.</param>
    /// <param name="role">Who grants.</param>
    /// <param name="least">The smallest role that may grant this remedy whatever its worth.</param>
    /// <param name="amount">Its worth; null for what has no price.</param>
    /// <param name="currency">ISO 4217 currency of the amount.</param>
    /// <param name="grants">What the bot has granted this customer already.</param>
    /// <param name="range">What comparable cases got, or null when that was not looked up.</param>
    public static bool MayGrant(Playbook playbook, Role role, Role least, decimal? amount, string currency, CustomerGrants grants, FairnessRange? range)
    {
        if (role < least) return false;
        if (amount is not { } worth) return true;
        if (worth < 0 || worth > Limit(playbook, role, currency)) return false;
        if (role != Role.Bot) return true;
        return grants.Count < playbook.Authority.GrantsPerCustomer
            && grants.Sum + worth <= playbook.Authority.SumPerCustomer
            && range?.IsExceededBy(worth) != true;
    }

    /// <summary>Whether a sum is beyond what a role could ever grant in one case: what makes a demand <c>over-authority</c> for the agent.</summary>
    public static bool Exceeds(Playbook playbook, Role role, decimal amount, string currency) => amount > Limit(playbook, role, currency);

    private static decimal Limit(Playbook playbook, Role role, string currency)
    {
        var limits = playbook.Authority.Limits;
        if (!limits.TryGetValue(currency, out var ofCurrency) && !limits.TryGetValue("*", out ofCurrency)) return 0;
        return ofCurrency.TryGetValue(role, out var limit) ? limit : 0;
    }
}
