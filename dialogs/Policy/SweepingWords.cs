namespace ComplaintBot.Dialogs.Policy;

/// <summary>Words of sweeping blame: never, always, nobody. They are answered by asking from when on.</summary>
public static class SweepingWords
{
    private static readonly string[] Words =
    [
        "每次都", "每回都", "从来没", "从来不", "从没", "总是", "老是", "一直都是", "没有一次", "没一个", "没人管", "没有人管", "谁都不管", "永远都",
        "always", "never", "every time", "every single time", "nobody cares", "no one cares", "nobody ever", "no one ever", "none of you",
    ];

    /// <summary>Whether a text blames sweepingly.</summary>
    public static bool AreIn(string text)
    {
        foreach (var word in Words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
