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
            (fired ??= []).Add(new(seen.Id, seen.Words, PriorityOf(seen, rule), HandsOver(seen, rule), rule.Tell));
        }

        if (fired is null) return [];
        if (complaint.HasSeen(Trigger.Vulnerable))
            for (var i = 0; i < fired.Count; i++) fired[i] = fired[i] with { Priority = Math.Max(0, fired[i].Priority - 1) };
        fired.Sort((a, b) => a.Priority.CompareTo(b.Priority));
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
        return complaint.Tally.SuperiorRequests >= 2 || (complaint.Tally.SuperiorRequests == 1 && complaint.Severity > Severity.Minor);
    }

    private static int PriorityOf(SeenTrigger seen, TriggerRule rule) => seen.Done ? rule.Priority : rule.PriorityWhenAnnounced ?? rule.Priority;

    /// <summary>Coming back with a known matter, or past a promised time, hands over once the customer insists, whatever the rule says of the first mention.</summary>
    private static bool HandsOver(SeenTrigger seen, TriggerRule rule) => seen.Id switch
    {
        Trigger.RepeatComplaint or Trigger.PastClock => seen.Count >= 2,
        Trigger.Vulnerable => false,
        _ => seen.Done || rule.PriorityWhenAnnounced is null ? rule.HandsOver : rule.HandsOverWhenAnnounced,
    };
}
