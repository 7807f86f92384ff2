using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What a person offers: within their authority to the customer, above it to somebody who may say yes.</summary>
internal static class PersonRemedies
{
    private const int MostRequests = 5;

    /// <summary>Remedies that are a sum of money: without one nobody could say whose they are to grant.</summary>
    private static readonly RemedyKind[] Sums = [RemedyKind.Refund, RemedyKind.PartialRefund, RemedyKind.Difference, RemedyKind.Discount, RemedyKind.FeeWaiver];

    /// <summary>Offers a remedy, or opens a request for it.</summary>
    public static DeskRefusal? Offer(ComplaintTurn turn, DeskPerson person, OfferCommand offer)
    {
        if ((Ownership.Needed(turn.State, person) ?? Words.Needed(offer.Text, Words.Offer, "text")) is { } wrong) return wrong;
        if (Price(turn, offer) is not { } priced) return new(DeskRefusal.UnknownRemedy, offer.Kind.Id());
        var needs = Enum.GetValues<Role>().Where(role => role >= person.Role).Cast<Role?>().FirstOrDefault(role => MayGrant(turn, role!.Value, priced));
        if (needs is not { } role) return new(DeskRefusal.NotAllowed, priced.Amount?.ToString(CultureInfo.InvariantCulture) ?? "");
        if (role == person.Role)
        {
            Put(turn, person, priced);
            return null;
        }

        var desk = Ownership.Of(turn);
        if (desk.Approvals?.Count >= MostRequests) return new(DeskRefusal.NotAllowed, "requests");
        desk.Requests = (desk.Requests ?? 0) + 1;
        var request = priced with { Id = desk.Requests.Value.ToString(CultureInfo.InvariantCulture), By = new(person.Id, person.Name), At = turn.Now, Needs = role };
        (desk.Approvals ??= []).Add(request);
        turn.Record(CaseEventKind.ApprovalAsked, person.Id, ("approval", request.Id), ("kind", request.Kind.Id()), ("text", request.Text), ("amount", Sum(request)), ("currency", request.Currency ?? ""), ("needs", role.Id()));
        turn.SendNote(DeskEvents.Note, person, "", DeskCommandJson.ToElement(new ApprovalNote("asked", request)));
        return null;
    }

    /// <summary>Notes what the customer said to the last offer.</summary>
    public static DeskRefusal? Answer(ComplaintTurn turn, DeskPerson person, AnswerOfferCommand answer)
    {
        if (Ownership.Needed(turn.State, person) is { } refusal) return refusal;
        if (turn.Case.LastOffer is not { State: RemedyState.Offered } offer) return new(DeskRefusal.NoOffer);
        if (answer.Accepted) turn.Take(offer);
        else offer.State = RemedyState.Declined;
        turn.Record(CaseEventKind.OfferAnswered, person.Id, ("kind", offer.Kind.Id()), ("answer", answer.Accepted ? "accepted" : "declined"), ("words", ""));
        if (!answer.Accepted) return null;
        if (offer.Head < turn.Case.Heads.Count) turn.Case.Heads[offer.Head].Answered = true;
        turn.Move(CaseState.Decided, "offer accepted");
        if (offer.IsRemedy) turn.Promise(TaskKind.CarryOut, offer.By, offer.Due, offer.Text);
        return null;
    }

    /// <summary>Answers a request: a yes sends the offer in the name of who asked, a no is told to colleagues only.</summary>
    public static DeskRefusal? Approve(ComplaintTurn turn, DeskPerson person, ApproveCommand approve)
    {
        var desk = turn.State.Desk;
        if (Words.Fitting(approve.Reason, Words.Short, "reason") is { } wrong) return wrong;
        if (desk?.Approvals?.Find(open => open.Id == approve.Approval) is not { } request || desk.Agent is not { } asker) return new(DeskRefusal.UnknownApproval);
        if (person.Id == request.By.Id || !MayGrant(turn, person.Role, request)) return new(DeskRefusal.NotAllowed, request.Needs.Id());
        desk.Approvals.Remove(request);
        if (desk.Approvals.Count == 0) desk.Approvals = null;
        turn.Record(CaseEventKind.ApprovalAnswered, person.Id, ("approval", request.Id), ("kind", request.Kind.Id()), ("answer", approve.Yes ? "yes" : "no"), ("amount", Sum(request)), ("reason", Words.Kept(approve.Reason)));
        turn.SendNote(DeskEvents.Note, person, approve.Reason?.Trim() ?? "", DeskCommandJson.ToElement(new ApprovalNote(approve.Yes ? "granted" : "declined", request)));
        if (approve.Yes) Put(turn, asker, request);
        return null;
    }

    /// <summary>The offer goes to the customer.</summary>
    private static void Put(ComplaintTurn turn, DeskPerson person, Approval offered)
    {
        var rung = Rung(turn, offered.Rung);
        turn.Case.Offers.Add(new Offer
        {
            Kind = offered.Kind,
            Head = turn.Case.CurrentHead,
            Rung = offered.Rung ?? -1,
            Text = offered.Text,
            Amount = offered.Amount,
            Currency = offered.Currency,
            Due = rung is null ? ClockPolicy.Due(turn.Playbook, ClockNames.ClosedAfterDecision, turn.Now) : ClockPolicy.NextOpening(turn.Playbook.Identity, turn.Now) + rung.Due,
            By = rung?.By ?? "agent",
            OfferedBy = person.Id,
        });
        turn.At(Stage.Remedy, Step.Act);
        turn.Record(CaseEventKind.OfferMade, person.Id, ("kind", offered.Kind.Id()), ("text", offered.Text), ("amount", Sum(offered)), ("currency", offered.Currency ?? ""), ("by", person.Id));
        turn.Move(CaseState.Proposed, "offer made");
        turn.SendAs(person, offered.Text, Expects.Offer);
        PersonLines.Answered(turn);
    }

    /// <summary>The remedy with what it is worth; null when it is none, or a sum it needs is missing.</summary>
    private static Approval? Price(ComplaintTurn turn, OfferCommand offer)
    {
        var rung = Rung(turn, offer.Rung);
        if (offer.Rung is not null && rung?.Kind != offer.Kind) return null;
        var known = rung is null ? null : RungPricing.Price(turn.Playbook, turn.Case, offer.Rung!.Value, rung);
        var amount = offer.Amount ?? known?.Amount;
        var currency = offer.Currency ?? (offer.Amount is null ? known?.Currency : null) ?? turn.Playbook.Identity.Currency;
        if (amount is null ? Sums.Contains(offer.Kind) || rung?.Value is not null : amount is <= 0 or > 1_000_000_000 || decimal.Round(amount.Value, 2) != amount) return null;
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)) return null;
        return new("", offer.Kind, Words.Kept(offer.Text), amount, amount is null ? null : currency, offer.Rung, new("", ""), turn.Now, Role.Agent);
    }

    private static bool MayGrant(ComplaintTurn turn, Role role, Approval offer)
    {
        var least = Rung(turn, offer.Rung)?.Grant ?? LeastOf(turn, offer.Kind);
        return RemedyAuthority.MayGrant(turn.Playbook, role, least, offer.Amount, offer.Currency ?? turn.Playbook.Identity.Currency, turn.Case.Offers, turn.Grants, turn.Answers.Fairness);
    }

    /// <summary>A kind that is on the ladder is granted there by some role; leaving the rung out does not make it anybody's.</summary>
    private static Role LeastOf(ComplaintTurn turn, RemedyKind kind)
    {
        var least = Ladder(turn).Where(rung => rung.Kind == kind).Select(rung => (Role?)rung.Grant).Min();
        return least ?? Role.Agent;
    }

    private static Rung? Rung(ComplaintTurn turn, int? index) => index is { } at && Ladder(turn) is var ladder && at >= 0 && at < ladder.Count ? ladder[at] : null;

    private static IReadOnlyList<Rung> Ladder(ComplaintTurn turn) => turn.Case.Head is { } head ? turn.Playbook.CategoryOf(head.Category).Ladder : [];

    private static string Sum(Approval offer) => offer.Amount?.ToString(CultureInfo.InvariantCulture) ?? "";
}
