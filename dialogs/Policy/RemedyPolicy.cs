using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Chooses what is offered: by cause, by what the customer wants, by what was refused already, within authority, never less than is owed.</summary>
public static class RemedyPolicy
{
    /// <summary>The next proposal for the head being worked on.</summary>
    /// <param name="playbook">Holds the ladder.</param>
    /// <param name="complaint">The case; its current head is known.</param>
    /// <param name="grants">What the bot has granted this customer already.</param>
    /// <param name="range">What comparable cases got, or null.</param>
    /// <exception cref="InvalidOperationException">The case has no head yet.</exception>
    public static RemedyProposal Next(Playbook playbook, ComplaintCase complaint, CustomerGrants grants, FairnessRange? range)
    {
        var head = complaint.Head ?? throw new InvalidOperationException("A remedy needs a known grievance.");
        var category = playbook.CategoryOf(head.Category);
        if (head.Cause == Cause.Misunderstanding && category.Misunderstanding is { } misunderstanding && MayExplain(complaint))
            return new RemedyProposal.Explain(misunderstanding.Question, misunderstanding.Explanation);

        var open = Open(playbook, complaint, category, head.Cause, grants, range).FindAll(rung => !WasRefused(complaint, rung.Index, orBeside: true));
        var wish = complaint.Find(FactNames.Wants)?.Text;
        var (owed, suitable) = AtLeastOwed(playbook, complaint, category, head.Cause, open);
        var best = Wished(open, wish, owed) ?? Nearest(category, head.Cause, suitable, wish) ?? suitable.FirstOrDefault();
        if (best is null) return new RemedyProposal.Above();

        var choice = suitable.Find(rung => rung.Index != best.Index && rung.Rung.Kind != best.Rung.Kind && rung.Index <= best.Index + 1);
        return new RemedyProposal.Ladder(best, HasRefusal(complaint) ? null : choice);
    }

    /// <summary>The rung that answers what the customer asks for instead, when the bot may grant it and it is not less than is owed; else null.</summary>
    public static PricedRung? Answering(Playbook playbook, ComplaintCase complaint, string wish, CustomerGrants grants, FairnessRange? range)
    {
        if (complaint.Head is not { } head) return null;
        var category = playbook.CategoryOf(head.Category);
        var open = Open(playbook, complaint, category, head.Cause, grants, range);
        return Wished(open, wish, Owed(playbook, complaint, category, head.Cause));
    }

    /// <summary>The alternative that was put beside an offer, if it may still be granted; else null.</summary>
    public static PricedRung? Beside(Playbook playbook, ComplaintCase complaint, Offer offer, CustomerGrants grants, FairnessRange? range)
    {
        if (offer.Alternative is not { } index || complaint.Head is not { } head) return null;
        return Open(playbook, complaint, playbook.CategoryOf(head.Category), head.Cause, grants, range).Find(rung => rung.Index == index);
    }

    /// <summary>The fact that keeps a rung from being offered because its worth is not known, where it may still be asked; else null.</summary>
    /// <param name="playbook">Holds the ladder.</param>
    /// <param name="complaint">The case; its current head is known.</param>
    /// <param name="wish">What the customer asks for: then the rung that answers it counts, or what comes nearest to it from below. Null for any.</param>
    public static FactDefinition? Unpriced(Playbook playbook, ComplaintCase complaint, string? wish)
    {
        if (complaint.Head is not { } head) return null;
        var category = playbook.CategoryOf(head.Category);
        var from = wish is null ? category.Ladder.Count - 1 : IndexOfWish(category, head.Cause, wish);
        for (var i = from; i >= 0; i--)
        {
            var rung = category.Ladder[i];
            if (IsBarred(complaint, rung.Kind) || IsHeldBack(complaint, category, i) || !rung.Causes.Contains(head.Cause) || WasRefused(complaint, i, orBeside: true) || complaint.Unwanted.Contains(rung.Kind)) continue;
            if (!RemedyAuthority.MayGrant(playbook, Role.Bot, rung.Grant, null, playbook.Identity.Currency, complaint.Offers, default, null)) continue;
            foreach (var fact in RungPricing.Missing(complaint, rung))
                if (QuestionPolicy.MayAsk(playbook, complaint, fact) is { } definition) return definition;
            if (wish is not null) return null;
        }

        return null;
    }

    /// <summary>Whether the customer asks for something that is on the ladder and more than the bot may grant: a person decides on it.</summary>
    public static bool IsAbove(Playbook playbook, ComplaintCase complaint, string wish, CustomerGrants grants, FairnessRange? range)
    {
        if (complaint.Head is not { } head) return false;
        var category = playbook.CategoryOf(head.Category);
        var index = IndexOfWish(category, head.Cause, wish);
        if (index < 0) return head.Cause is not (Cause.Misunderstanding or Cause.Outside) && NormalizedText.From(wish) is var said && category.Ladder.Any(other => WordSearch.Wishes(said, other.Answers));
        var rung = category.Ladder[index];
        var priced = RungPricing.Price(playbook, complaint, index, rung);
        if (priced is null && rung.Value is not null && RungPricing.Missing(complaint, rung).Any()) return false;
        return !RemedyAuthority.MayGrant(playbook, Role.Bot, rung.Grant, priced?.Amount, priced?.Currency ?? playbook.Identity.Currency, complaint.Offers, grants, range);
    }

    /// <summary>Whether the bot could offer anything at all for a category as things stand.</summary>
    public static bool HasRemedyAtHand(Playbook playbook, ComplaintCase complaint, Category category, CustomerGrants grants, FairnessRange? range)
    {
        var open = Open(playbook, complaint, category, category.PresumedCause, grants, range);
        return AtLeastOwed(playbook, complaint, category, category.PresumedCause, open).Suitable.Count > 0;
    }

    /// <summary>
    /// The rungs that may be offered now, small to large: they fit the cause, their worth is known and granted, they were not refused, and
    /// the top one is not the first. Where somebody was harmed nothing but medical help comes with a sum: the rest is a person's.
    /// </summary>
    private static List<PricedRung> Open(Playbook playbook, ComplaintCase complaint, Category category, Cause cause, CustomerGrants grants, FairnessRange? range)
    {
        var open = new List<PricedRung>(category.Ladder.Count);
        var harm = Harm.IsIn(complaint);
        for (var i = 0; i < category.Ladder.Count; i++)
        {
            var rung = category.Ladder[i];
            if (IsHeldBack(complaint, category, i)) continue;
            if (!rung.Causes.Contains(cause) || WasRefused(complaint, i, orBeside: false)) continue;
            if (complaint.Unwanted.Contains(rung.Kind) && rung.Kind != RemedyKind.Difference) continue;
            if (IsBarred(complaint, rung.Kind)) continue;
            if (harm && rung.Value is not null && rung.Kind != RemedyKind.MedicalHelp) continue;
            if (RungPricing.Price(playbook, complaint, i, rung) is not { } priced) continue;
            if (RemedyAuthority.MayGrant(playbook, Role.Bot, rung.Grant, priced.Amount, priced.Currency, complaint.Offers, grants, range)) open.Add(priced);
        }

        return open;
    }

    /// <summary>The top rung is never the first offer, unless it is a difference that is owed.</summary>
    private static bool IsHeldBack(ComplaintCase complaint, Category category, int rung) =>
        rung == category.Ladder.Count - 1 && rung > 0 && category.Ladder[rung].Kind != RemedyKind.Difference && !HasOffer(complaint);

    /// <summary>What is owed, and the rungs that are not below it: the difference itself, and once that was refused what stands above it.</summary>
    private static (PricedRung? Owed, List<PricedRung> Suitable) AtLeastOwed(Playbook playbook, ComplaintCase complaint, Category category, Cause cause, List<PricedRung> open)
    {
        if (Owed(playbook, complaint, category, cause) is not { } owed) return (null, open);
        var offerable = WasRefused(complaint, owed.Index, orBeside: true) || open.Exists(rung => rung.Index == owed.Index);
        return (owed, offerable ? open.FindAll(rung => rung.Index >= owed.Index && Covers(rung, owed)) : []);
    }

    private static PricedRung? Owed(Playbook playbook, ComplaintCase complaint, Category category, Cause cause)
    {
        for (var i = 0; i < category.Ladder.Count; i++)
            if (category.Ladder[i].Causes.Contains(cause) && RungPricing.IsOwed(complaint, category.Ladder[i])) return RungPricing.Price(playbook, complaint, i, category.Ladder[i]);
        return null;
    }

    private static bool Covers(PricedRung rung, PricedRung? owed) =>
        owed is null || rung.Amount is not { } amount || (rung.Currency == owed.Currency && amount >= owed.Amount);

    private static PricedRung? Wished(List<PricedRung> open, string? wish, PricedRung? owed) =>
        wish is not null && NormalizedText.From(wish) is var said ? open.Find(rung => WordSearch.Wishes(said, rung.Rung.Answers) && Covers(rung, owed)) : null;

    /// <summary>A wish that can't be granted yet is met with what comes nearest to it from below.</summary>
    private static PricedRung? Nearest(Category category, Cause cause, List<PricedRung> open, string? wish)
    {
        var wished = wish is null ? -1 : IndexOfWish(category, cause, wish);
        return wished < 0 ? null : open.FindLast(rung => rung.Index < wished);
    }

    private static int IndexOfWish(Category category, Cause cause, string wish)
    {
        var said = NormalizedText.From(wish);
        for (var i = 0; i < category.Ladder.Count; i++)
            if (category.Ladder[i].Causes.Contains(cause) && WordSearch.Wishes(said, category.Ladder[i].Answers)) return i;
        return -1;
    }

    /// <summary>What may rest on a misunderstanding is taken up once in a conversation and of calm customers only; else it is a hint to the agent.</summary>
    private static bool MayExplain(ComplaintCase complaint) =>
        TacticPolicy.MayContradictGently(complaint) && !IsBarred(complaint, RemedyKind.Explanation) && !complaint.Offers.Exists(offer => !offer.IsRemedy);

    /// <summary>What a person ruled out is not raised again, by nobody's wish.</summary>
    private static bool IsBarred(ComplaintCase complaint, RemedyKind kind) => complaint.Barred?.Contains(kind) == true;

    /// <summary>A choice that stood beside a refused offer is not made an offer again; whoever asks for it by name gets it.</summary>
    private static bool WasRefused(ComplaintCase complaint, int rung, bool orBeside)
    {
        foreach (var offer in complaint.Offers)
            if (IsRefused(complaint, offer) && (offer.Rung == rung || (orBeside && offer.Alternative == rung))) return true;
        return false;
    }

    private static bool HasOffer(ComplaintCase complaint)
    {
        foreach (var offer in complaint.Offers)
            if (offer.Head == complaint.CurrentHead) return true;
        return false;
    }

    private static bool HasRefusal(ComplaintCase complaint) => complaint.Offers.Exists(offer => IsRefused(complaint, offer));

    private static bool IsRefused(ComplaintCase complaint, Offer offer) =>
        offer.Head == complaint.CurrentHead && offer.State is RemedyState.Declined or RemedyState.Failed;
}
