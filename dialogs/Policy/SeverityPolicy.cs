using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>How grave a case is treated as, provisionally: a person confirms or lowers it with a reason.</summary>
public static class SeverityPolicy
{
    /// <summary>
    /// The severity that category, triggers and losses add up to, one higher when the matter comes back. It never falls once
    /// the case is open; before, the matter itself may still turn out to be another one.
    /// </summary>
    public static Severity Assess(Playbook playbook, ComplaintCase complaint)
    {
        if (complaint.Confirmed is { } confirmed) return confirmed;
        var severity = Severity.Minor;
        Severity? floor = null;
        foreach (var head in complaint.Heads)
            if (playbook.Categories.TryGetValue(head.Category, out var category)) severity = Max(severity, category.Severity);

        var repeated = false;
        foreach (var seen in complaint.Triggers)
        {
            if (!playbook.Triggers.TryGetValue(seen.Id, out var rule)) continue;
            if (seen.Id == Trigger.RepeatComplaint) { repeated = seen.Fired; floor = rule.Severity; continue; }
            severity = Max(severity, LeastOf(seen, rule));
        }

        severity = Max(severity, OfLoss(playbook, complaint));
        if (repeated && severity < Severity.Major) severity++;
        return Max(complaint.Number is null ? Severity.Minor : complaint.Severity, Max(severity, floor ?? Severity.Minor));
    }

    private static Severity LeastOf(SeenTrigger seen, TriggerRule rule)
    {
        var announcedIsDone = rule.PriorityWhenAnnounced is null && rule.SeverityWhenAnnounced is null;
        return (seen.Done || announcedIsDone ? rule.Severity : rule.SeverityWhenAnnounced) ?? Severity.Minor;
    }

    /// <summary>The severity a loss has by its size: beyond the agent important, beyond the supervisor major.</summary>
    private static Severity OfLoss(Playbook playbook, ComplaintCase complaint)
    {
        if (Sums.Of(complaint, FactNames.Loss) is not var (amount, said)) return Severity.Minor;
        var currency = said ?? playbook.Identity.Currency;
        if (RemedyAuthority.Exceeds(playbook, Role.Supervisor, amount, currency)) return Severity.Major;
        return RemedyAuthority.Exceeds(playbook, Role.Agent, amount, currency) ? Severity.Important : Severity.Minor;
    }

    private static Severity Max(Severity a, Severity b) => a > b ? a : b;
}
