using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Triggers that mean harm to people.</summary>
public static class Harm
{
    /// <summary>Whether a trigger means harm to people, done or going on.</summary>
    public static bool Is(Trigger trigger) => trigger is Trigger.DangerToLife or Trigger.Injury or Trigger.FoodPoisoning or Trigger.FireOrGas or Trigger.ThreatOrExtortion;
}
