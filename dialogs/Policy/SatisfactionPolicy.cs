using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Whether a customer may be asked how they were treated, and what the answer means.</summary>
public static class SatisfactionPolicy
{
    /// <summary>The score up to which a person is offered.</summary>
    public const int Low = 2;

    /// <summary>Never after harm, a privacy breach, grave conduct, a refusal, a withdrawal or dejection, and not in the neutral manner.</summary>
    public static bool MayAsk(Playbook playbook, ComplaintCase complaint)
    {
        if (playbook.Manner == Manner.Neutral || complaint.State is CaseState.Withdrawn or CaseState.NotAccepted || complaint.Severity == Severity.Major) return false;
        if (complaint.LastOffer is { State: RemedyState.Declined }) return false;
        foreach (var seen in complaint.Triggers)
            if (IsHarm(seen.Id)) return false;
        return true;
    }

    private static bool IsHarm(Trigger trigger) => trigger is Trigger.DangerToLife or Trigger.Injury or Trigger.FoodPoisoning or Trigger.FireOrGas
        or Trigger.DataLeak or Trigger.ThreatOrExtortion;
}
