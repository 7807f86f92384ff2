using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// Decides which triggers fire. A message carries evidence (<see cref="SeenTrigger"/>); whether it fires depends on the playbook's
/// thresholds over the whole conversation. A trigger fires once, and a second time only when what was announced has been done.
/// </summary>
public static class EscalationPolicy
{
    /// <summary>The triggers that fire with the message just taken in, gravest first; marks them as fired.</summary>
    public static IReadOnlyList<Escalation> Evaluate(Playbook playbook, ComplaintCase complaint, MessageAnalysis analysis)
    {
        List<Escalation>? fired = null;
        foreach (var seen in complaint.Triggers)
        {
            if (seen.Fired || !playbook.Triggers.TryGetValue(seen.Id, out var rule) || !Reached(seen, playbook, complaint, analysis)) continue;
            seen.Fired = true;
            (fired ??= []).Add(new(seen.Id, seen.Words, PriorityOf(seen, rule, complaint), HandsOver(seen, rule), rule.Tell));
        }

        if (fired is null) return [];
        fired.Sort((a, b) => a.Priority != b.Priority ? a.Priority.CompareTo(b.Priority) : b.HandsOver.CompareTo(a.HandsOver));
        return fired;
    }

    private static bool Reached(SeenTrigger seen, Playbook playbook, ComplaintCase complaint, MessageAnalysis analysis)
    {
        var (tally, limits) = (complaint.Tally, playbook.Thresholds);
        return seen.Id switch
        {
            Trigger.AsksForPerson => AsksForPerson(complaint, analysis),
            Trigger.Furious => tally.Furious >= limits.FuriousMessages || tally.AngryInARow >= limits.AngryInARow
                || (tally.TacticsUsed >= limits.TacticsToCool && complaint.CurrentAnger >= 3),
            Trigger.RemedyRefused => tally.Refusals >= limits.Refusals,
            Trigger.UnreasonableObjection => tally.Unreasonable >= limits.UnreasonableObjections,
            Trigger.NotUnderstood => tally.NotUnderstoodInARow >= limits.NotUnderstoodInARow || tally.NotUnderstood >= limits.NotUnderstoodInAll,
            Trigger.Abuse => tally.Abusive >= limits.AbusiveMessages,
            Trigger.RepeatComplaint or Trigger.PastClock => seen.Count >= 2,
            _ => true,
        };
    }

    /// <summary>A person at the first request; a superior at the second, or at the first when the matter is more than minor.</summary>
    private static bool AsksForPerson(ComplaintCase complaint, MessageAnalysis analysis)
    {
        if (analysis.Has(Intent.AskPerson)) return true;
        if (analysis.Find(Trigger.AsksForPerson) is not null && !analysis.Has(Intent.AskManager)) return true;
        return complaint.Tally.SuperiorRequests >= 2 || (complaint.Tally.SuperiorRequests == 1 && complaint.Severity > Severity.Minor);
    }

    /// <summary>The rule's priority; for a vulnerable customer one higher, and one higher than the case has where only that is announced which is everybody's right.</summary>
    private static int PriorityOf(SeenTrigger seen, TriggerRule rule, ComplaintCase complaint)
    {
        var announced = rule.PriorityWhenAnnounced ?? rule.Priority;
        var priority = seen.Id switch
        {
            Trigger.Vulnerable => Math.Min(rule.Priority, Raised(complaint.Priority)),
            Trigger.ConsumerAssociation or Trigger.Regulator when !seen.Done => Math.Min(announced, Math.Max(1, Raised(complaint.Priority))),
            Trigger.OverAuthority => IsDocumented(complaint) ? rule.Priority : announced,
            _ => seen.Done ? rule.Priority : announced,
        };
        return seen.Id != Trigger.Vulnerable && complaint.HasSeen(Trigger.Vulnerable) ? Raised(priority) : priority;
    }

    private static int Raised(int priority) => Math.Max(0, priority - 1);

    /// <summary>A sum that is only demanded weighs less than a loss with papers behind it.</summary>
    private static bool IsDocumented(ComplaintCase complaint) => complaint.Knows(FactNames.Loss) && complaint.Knows(FactNames.Evidence);

    /// <summary>Coming back with a known matter, or past a promised time, hands over once the customer insists, whatever the rule says of the first mention.</summary>
    private static bool HandsOver(SeenTrigger seen, TriggerRule rule) => seen.Id switch
    {
        Trigger.RepeatComplaint or Trigger.PastClock => true,
        Trigger.Vulnerable => false,
        _ => seen.Done || rule.PriorityWhenAnnounced is null ? rule.HandsOver : rule.HandsOverWhenAnnounced,
    };
}
