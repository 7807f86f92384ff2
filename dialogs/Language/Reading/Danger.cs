using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Harm to life, body or house. Read generously: only a plain denial, an "almost" or somebody else's story speaks against it.</summary>
internal static class Danger
{
    /// <summary>The cues and the triggers they are evidence for.</summary>
    public static readonly (Cue Cue, Trigger Trigger)[] All =
    [
        (Cue.DangerToLife, Trigger.DangerToLife), (Cue.Injury, Trigger.Injury), (Cue.FoodPoisoning, Trigger.FoodPoisoning), (Cue.FireOrGas, Trigger.FireOrGas), (Cue.Extortion, Trigger.ThreatOrExtortion),
    ];

    /// <summary>Collects the triggers that decide a category: danger, and several customers acting together.</summary>
    /// <returns>How many were written to <paramref name="seen"/>, which must have room for eight.</returns>
    public static int Seen(FoundCues cues, Span<Trigger> seen)
    {
        var count = 0;
        foreach (var (cue, trigger) in All)
            if (Find(cues, cue) is not null) seen[count++] = trigger;
        if (cues.Has(Cue.GroupAction)) seen[count++] = Trigger.GroupAction;
        if (cues.Has(Cue.DataLeak)) seen[count++] = Trigger.DataLeak;
        return count;
    }

    /// <summary>The first hit of a safety cue that is meant.</summary>
    public static Hit? Find(FoundCues cues, Cue cue)
    {
        if (!cues.Has(cue)) return null;
        foreach (var hit in cues.All)
            if (hit.Cue == cue && !Scope.IsNegated(cues.Text, hit) && !cues.IsImagined(hit) && !IsToldOfOthers(cues, hit)) return hit;
        return null;
    }

    /// <summary>Whether news, another shop or a relative's job stands before a hit in its clause.</summary>
    public static bool IsToldOfOthers(FoundCues cues, Hit hit) =>
        cues.Has(Cue.Hearsay) && cues.FirstWithin(Cue.Hearsay, Breaks.ClauseStart(cues.Text, hit.Start), hit.Start) is not null;
}
