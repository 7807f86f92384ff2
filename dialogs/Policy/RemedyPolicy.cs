using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Chooses what is offered: by cause, by what the customer wants, by what was refused already, within authority.</summary>
public static class RemedyPolicy
{
    /// <summary>The next proposal for the head being worked on.</summary>
    /// <param name="playbook">Holds the ladder.</param>
    /// <param name="complaint">The case; its current head is known.</param>
    /// <param name="grants">What the bot has granted this customer already.</param>
    /// <param name="range">What comparable cases got, or null.</param>
    public static RemedyProposal Next(Playbook playbook, ComplaintCase complaint, CustomerGrants grants, FairnessRange? range)
    {
        var head = complaint.Head ?? throw new InvalidOperationException("A remedy needs a known grievance.");
        var category = playbook.CategoryOf(head.Category);
        if (head.Cause == Cause.Misunderstanding && category.Misunderstanding is { } misunderstanding && !WasOffered(complaint, RemedyKind.Explanation))
            return new RemedyProposal.Explain(misunderstanding.Explanation);

        var open = Open(playbook, complaint, category, head.Cause, grants, range);
        if (open.Count == 0) return new RemedyProposal.Above();
        var best = Wanted(complaint, open) ?? open[0];
        var alternative = open.Find(rung => rung.Index != best.Index && rung.Rung.Kind != best.Rung.Kind && rung.Index <= best.Index + 1);
        return new RemedyProposal.Ladder(best, complaint.Tally.Refusals == 0 ? alternative : null);
    }

    /// <summary>The rung that answers what the customer asks for instead, when the bot may grant it; else null.</summary>
    public static PricedRung? Answering(Playbook playbook, ComplaintCase complaint, string wish, CustomerGrants grants, FairnessRange? range)
    {
        if (complaint.Head is not { } head) return null;
        var category = playbook.CategoryOf(head.Category);
        return Open(playbook, complaint, category, head.Cause, grants, range).Find(rung => Answers(rung.Rung, wish));
    }

    /// <summary>Whether the bot could offer anything at all for a category as things stand.</summary>
    public static bool HasRemedyAtHand(Playbook playbook, ComplaintCase complaint, Category category, CustomerGrants grants, FairnessRange? range) =>
        Open(playbook, complaint, category, category.PresumedCause, grants, range).Count > 0;

    /// <summary>The rungs that may be offered now, small to large: they fit the cause, their worth is known and granted, they were not refused, and the top one is not the first.</summary>
    private static List<PricedRung> Open(Playbook playbook, ComplaintCase complaint, Category category, Cause cause, CustomerGrants grants, FairnessRange? range)
    {
        var open = new List<PricedRung>(category.Ladder.Count);
        var offeredBefore = complaint.Offers.Exists(offer => offer.Head == complaint.CurrentHead);
        for (var i = 0; i < category.Ladder.Count; i++)
        {
            var rung = category.Ladder[i];
            var isTop = i == category.Ladder.Count - 1 && i > 0;
            if (isTop && !offeredBefore && !IsOwed(rung)) continue;
            if (!Fits(rung, cause) || WasRefused(complaint, i)) continue;
            if (!TryPrice(playbook, complaint, rung, out var amount, out var currency)) continue;
            if (RemedyAuthority.MayGrant(playbook, Role.Bot, rung.Grant, amount, currency, grants, range)) open.Add(new(i, rung, amount, currency));
        }

        return open;
    }

    /// <summary>A cause that is not known yet is met with what does not depend on fault.</summary>
    private static bool Fits(Rung rung, Cause cause) => rung.Causes.Contains(cause);

    /// <summary>Paying a difference back is owed, not goodwill: it may come first wherever it stands.</summary>
    private static bool IsOwed(Rung rung) => rung.Kind == RemedyKind.Difference;

    private static PricedRung? Wanted(ComplaintCase complaint, List<PricedRung> open) =>
        complaint.Find(FactNames.Wants)?.Text is { } wish ? open.Find(rung => Answers(rung.Rung, wish)) : null;

    private static bool Answers(Rung rung, string wish)
    {
        foreach (var word in rung.Answers.Zh)
            if (wish.Contains(word, StringComparison.Ordinal)) return true;
        foreach (var word in rung.Answers.En)
            if (wish.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool WasRefused(ComplaintCase complaint, int rung) =>
        complaint.Offers.Exists(offer => offer.Head == complaint.CurrentHead && offer.Rung == rung && offer.State is RemedyState.Declined or RemedyState.Failed);

    private static bool WasOffered(ComplaintCase complaint, RemedyKind kind) =>
        complaint.Offers.Exists(offer => offer.Head == complaint.CurrentHead && offer.Kind == kind);

    private static bool TryPrice(Playbook playbook, ComplaintCase complaint, Rung rung, out decimal? amount, out string currency)
    {
        amount = null;
        currency = playbook.Identity.Currency;
        switch (rung.Value)
        {
            case null:
                return true;
            case RemedyValue.Fixed value:
                amount = value.Amount;
                return true;
            case RemedyValue.ShareOf share when Money(complaint, share.Fact, ref currency) is { } whole:
                amount = decimal.Round(whole * share.Percent / 100, 2);
                return amount > 0;
            case RemedyValue.Difference difference:
                amount = DifferenceOf(complaint, difference, ref currency);
                return amount > 0;
            default:
                return false;
        }
    }

    private static decimal? DifferenceOf(ComplaintCase complaint, RemedyValue.Difference difference, ref string currency)
    {
        var charged = Money(complaint, difference.Charged, ref currency);
        var expected = Money(complaint, difference.Expected, ref currency);
        return charged is { } more && expected is { } less ? more - less : Money(complaint, difference.Otherwise, ref currency);
    }

    private static decimal? Money(ComplaintCase complaint, string fact, ref string currency)
    {
        if (complaint.Find(fact) is not { } known || !decimal.TryParse(known.Value, CultureInfo.InvariantCulture, out var amount)) return null;
        currency = known.Unit ?? currency;
        return amount;
    }
}
