namespace ComplaintBot.Dialogs.Policy;

/// <summary>Digits without anything between them, full-width ones included.</summary>
/// <param name="Start">Where the first stands.</param>
/// <param name="End">Behind the last.</param>
/// <param name="IsJoined">Whether nothing but blanks and dashes, at most three, part it from the group before.</param>
/// <param name="IsGlued">Whether it stands right behind a Latin letter.</param>
internal readonly record struct DigitGroup(int Start, int End, bool IsJoined, bool IsGlued)
{
    private const int MostBetween = 3;

    /// <summary>How many digits.</summary>
    public int Length => End - Start;

    /// <summary>The groups of a text, in their order.</summary>
    public static List<DigitGroup> In(string text)
    {
        var groups = new List<DigitGroup>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsDigit(text[i])) i++;
            var joined = groups.Count > 0 && start - groups[^1].End <= MostBetween && IsGap(text.AsSpan(groups[^1].End, start - groups[^1].End));
            groups.Add(new(start, i, joined, start > 0 && char.IsAsciiLetter(text[start - 1])));
        }

        return groups;
    }

    private static bool IsGap(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
            if (c is not (' ' or '-' or '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u2015') or '\u202F' or '\u2060' or '\u2212' or '\uFF0D' or '\uFEFF' or '\t')) return false;
        return true;
    }
}
