using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Harm to people: then they are looked after before anything is paid, and nobody is asked for a score.</summary>
internal static class Harm
{
    private static readonly string[] Facts = [FactNames.Injured, FactNames.Symptoms, "hurt_or_swallowed"];

    /// <summary>Whether a trigger means harm to people, done or going on.</summary>
    public static bool Is(Trigger trigger) => trigger is Trigger.DangerToLife or Trigger.Injury or Trigger.FoodPoisoning or Trigger.FireOrGas or Trigger.ThreatOrExtortion;

    /// <summary>Whether the case speaks of harm to a body, by a trigger or by a fact that is not a no.</summary>
    public static bool IsIn(ComplaintCase complaint)
    {
        foreach (var seen in complaint.Triggers)
            if (Is(seen.Id) && seen.Id != Trigger.ThreatOrExtortion) return true;
        foreach (var name in Facts)
            if (complaint.Find(name) is { Value: not "no" }) return true;
        return false;
    }
}
