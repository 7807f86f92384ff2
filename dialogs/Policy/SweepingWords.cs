using System.Buffers;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Words of sweeping blame: never, always, nobody. They are answered by asking from when on.</summary>
public static class SweepingWords
{
    private static readonly string[] Words =
    [
        "每次都", "每回都", "回回都", "次次都", "从来没", "从来不", "从来都", "从没", "总是", "老是", "一直都是", "没有一次是", "没有一次不", "没有一次能", "没一次",
        "没一个", "没有一个人", "没人管", "没有人管", "谁都不管", "永远都", "天天都",
        "you always", "you're always", "you are always", "you people always", "they always", "they're always", "they are always", "it's always", "it is always", "always the same", "always late", "always wrong",
        "you never", "you people never", "you guys never", "you lot never", "they never", "staff never", "never once", "never ever", "never any", "never works",
        "every time", "every single time", "nobody cares", "no one cares", "nobody ever", "no one ever", "none of you", "nothing ever",
    ];

    /// <summary>One of these is in each of the words, in either script (full-width letters are looked at closely anyway); most messages hold none and need not be read more closely.</summary>
    private static readonly SearchValues<string> Hints =
        SearchValues.Create(["都", "没", "沒", "從", "从来", "总是", "總是", "老是", "always", "never", "every", "nobody", "no one", "none of", "nothing"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What somebody says of their own habits is no blame: I always order here.</summary>
    private static readonly string[] OwnHabits = ["我", "我们", "咱", "咱们"];

    /// <summary>Whether a text blames sweepingly; in either script, in capitals or not.</summary>
    public static bool AreIn(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints) && !text.AsSpan().ContainsAnyInRange('\uFF01', '\uFF5E')) return false;
        var said = NormalizedText.From(text).Text;
        foreach (var word in Words)
            for (var at = WordSearch.IndexOf(said, word); at >= 0; at = WordSearch.IndexOf(said, word, at + 1))
                if (word is "每次都" || !EndsWithOwnHabit(said.AsSpan(0, at))) return true;
        return false;
    }

    private static bool EndsWithOwnHabit(ReadOnlySpan<char> before)
    {
        foreach (var who in OwnHabits)
            if (before.EndsWith(who, StringComparison.Ordinal)) return true;
        return false;
    }
}
