using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>How grave a case is treated as, provisionally: a person confirms or lowers it with a reason.</summary>
public static class SeverityPolicy
{
    /// <summary>The severity that category, triggers, losses and repetition add up to. It never falls while the bot has the chat.</summary>
    public static Severity Assess(Playbook playbook, ComplaintCase complaint)
    {
        var severity = complaint.Severity;
        foreach (var head in complaint.Heads)
            if (playbook.Categories.TryGetValue(head.Category, out var category)) severity = Max(severity, category.Severity);

        var raised = false;
        foreach (var seen in complaint.Triggers)
        {
            if (!playbook.Triggers.TryGetValue(seen.Id, out var rule)) continue;
            var least = seen.Done ? rule.Severity : rule.SeverityWhenAnnounced ?? (rule.PriorityWhenAnnounced is null ? rule.Severity : null);
            if (least is { } floor) severity = Max(severity, floor);
            raised |= seen.Id == Trigger.RepeatComplaint && seen.Fired;
        }

        severity = Max(severity, OfLoss(playbook, complaint));
        return raised && severity == Severity.Minor ? Severity.Important : severity;
    }

    /// <summary>The severity a loss has by its size: beyond the agent important, beyond the supervisor major.</summary>
    private static Severity OfLoss(Playbook playbook, ComplaintCase complaint)
    {
        if (complaint.Find(FactNames.Loss) is not { } loss || !decimal.TryParse(loss.Value, CultureInfo.InvariantCulture, out var amount)) return Severity.Minor;
        var currency = loss.Unit ?? playbook.Identity.Currency;
        if (RemedyAuthority.Exceeds(playbook, Role.Supervisor, amount, currency)) return Severity.Major;
        return RemedyAuthority.Exceeds(playbook, Role.Agent, amount, currency) ? Severity.Important : Severity.Minor;
    }

    private static Severity Max(Severity a, Severity b) => a > b ? a : b;
}
