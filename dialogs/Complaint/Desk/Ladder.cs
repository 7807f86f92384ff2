using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>The remedy ladder as somebody at the desk may climb it.</summary>
internal static class Ladder
{
    /// <summary>Within authority.</summary>
    public const string Yes = "yes";

    /// <summary>Above it: somebody else has to say yes.</summary>
    public const string Approval = "approval";

    /// <summary>Does not fit.</summary>
    public const string No = "no";

    /// <summary>Every rung for the complaint being worked on.</summary>
    public static IReadOnlyList<ChatRung> Of(DeskReading reading)
    {
        if (reading.Category is not { } category) return [];
        var rungs = new List<ChatRung>(category.Ladder.Count);
        for (var i = 0; i < category.Ladder.Count; i++) rungs.Add(Of(reading, i, category.Ladder[i]));
        return rungs;
    }

    private static ChatRung Of(DeskReading reading, int index, Rung rung)
    {
        var complaint = reading.State.Case;
        var priced = RungPricing.Price(reading.Playbook, complaint, index, rung);
        var currency = priced?.Currency ?? reading.Playbook.Identity.Currency;
        return new(index, rung.Kind, reading.Book.Names.Of(rung.Kind, reading.Tongue), Text(reading, rung, priced), priced?.Amount, priced?.Amount is null ? null : currency, Allowed(reading, rung, priced));
    }

    private static string Allowed(DeskReading reading, Rung rung, PricedRung? priced)
    {
        if (priced is null || reading.State.Desk?.Bars(rung.Kind.Id()) == true) return No;
        if (MayGrant(reading, reading.Role, rung, priced)) return Yes;
        return MayGrant(reading, Role.Manager, rung, priced) ? Approval : No;
    }

    private static bool MayGrant(DeskReading reading, Role role, Rung rung, PricedRung priced) =>
        RemedyAuthority.MayGrant(reading.Playbook, role, rung.Grant, priced.Amount, priced.Currency, reading.State.Case.Offers, default, reading.Fairness);

    /// <summary>The offer in the customer's language, as it would be sent.</summary>
    private static string Text(DeskReading reading, Rung rung, PricedRung? priced)
    {
        var tongue = reading.State.Speech.Tongue;
        var due = ClockPolicy.NextOpening(reading.Playbook.Identity, reading.Now) + rung.Due;
        var amount = priced?.Amount is { } worth ? MoneyText.Of(worth, priced.Currency, tongue) : "…";
        return reading.Book.Names.In(rung.Offer, tongue).Replace("{date}", DueText.At(due, reading.Now, tongue), StringComparison.Ordinal).Replace("{amount}", amount, StringComparison.Ordinal);
    }
}
