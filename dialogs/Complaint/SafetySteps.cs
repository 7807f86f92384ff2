using System.Collections.Frozen;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Chooses which safety step is said next: the one that speaks of what the customer speaks of; advice that does not fit frightens.</summary>
internal static class SafetySteps
{
    private static readonly FrozenSet<string> Common =
        FrozenSet.ToFrozenSet(["there", "with", "this", "that", "them", "they", "your", "have", "from", "then", "until", "don't", "keep", "open", "here"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The next step, claimed so that it is not said again; null when none fits that was not said.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="advice">The advice for the danger.</param>
    public static string? Next(ComplaintTurn turn, SafetyAdvice advice)
    {
        var steps = advice.Next.In(turn.Tongue);
        var said = turn.Analysis.Text;
        foreach (var step in steps.OrderByDescending(step => Shared(step, said)))
        {
            if (Shared(step, said) == 0) return null;
            var text = turn.WithNumbers(step);
            if (turn.State.Speech.TryClaim(text)) return text;
        }

        return null;
    }

    /// <summary>How much two texts have in common: pairs of Chinese characters, and English words of four letters or more.</summary>
    private static int Shared(string step, string said)
    {
        var shared = 0;
        for (var i = 0; i + 1 < step.Length; i++)
            if (step[i] >= '\u4E00' && step[i + 1] >= '\u4E00' && said.AsSpan().Contains(step.AsSpan(i, 2), StringComparison.Ordinal)) shared++;
        foreach (var word in step.Split([' ', ',', '.', ';', ':'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length >= 4 && !Common.Contains(word) && char.IsAsciiLetter(word[0]) && said.Contains(word, StringComparison.OrdinalIgnoreCase)) shared++;
        return shared;
    }
}
