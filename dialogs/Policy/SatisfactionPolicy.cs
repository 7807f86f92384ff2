using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Whether a customer may be asked how they were treated, and what the answer means.</summary>
public static class SatisfactionPolicy
{
    /// <summary>The score up to which a person is offered.</summary>
    public const int Low = 2;

    private const string Privacy = "privacy";

    /// <summary>
    /// Never after harm, a privacy breach, a threat or a withdrawal, and not in the neutral manner. After a grave matter, a refusal or dejection
    /// only where a person has settled it with the customer.
    /// </summary>
    public static bool MayAsk(Playbook playbook, ComplaintCase complaint)
    {
        if (playbook.Manner == Manner.Neutral || complaint.State is CaseState.Withdrawn or CaseState.NotAccepted) return false;
        if (Harm.IsIn(complaint)) return false;
        if (complaint.HasSeen(Trigger.DataLeak) || complaint.HasSeen(Trigger.ThreatOrExtortion) || complaint.Heads.Exists(head => head.Category == Privacy)) return false;
        return complaint.Reconciled == true || (complaint.Severity != Severity.Major && complaint.Tally.GaveUp == 0 && !EndsInRefusal(complaint));
    }

    /// <summary>Whether the last word on one of the complaints was a no.</summary>
    private static bool EndsInRefusal(ComplaintCase complaint)
    {
        for (var head = 0; head < complaint.Heads.Count; head++)
            if (complaint.Offers.FindLast(offer => offer.Head == head) is { State: RemedyState.Declined }) return true;
        return false;
    }
}
