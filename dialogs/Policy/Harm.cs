using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Whether somebody came to harm: then people are looked after before anything is paid, and nobody is asked for a score.</summary>
internal static class Harm
{
    private static readonly string[] Facts = [FactNames.Injured, FactNames.Symptoms, "hurt_or_swallowed"];

    /// <summary>Whether the case speaks of harm to a body, by a trigger or by a fact that is not a no.</summary>
    public static bool IsIn(ComplaintCase complaint)
    {
        foreach (var seen in complaint.Triggers)
            if (seen.Id is Trigger.DangerToLife or Trigger.Injury or Trigger.FoodPoisoning or Trigger.FireOrGas) return true;
        foreach (var name in Facts)
            if (complaint.Find(name) is { Value: not "no" }) return true;
        return false;
    }
}
