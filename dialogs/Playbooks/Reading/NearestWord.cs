namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Finds what somebody meant who mistyped a word.</summary>
internal static class NearestWord
{
    private const int Longest = 64;
    private const int Listed = 12;

    /// <summary>The known word that is nearest, or null when none is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > Longest)
            return null;
        var most = Math.Max(1, word.Length / 3);
        return known.Where(candidate => candidate.Length <= Longest && Math.Abs(candidate.Length - word.Length) <= most)
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= most)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Word)
            .FirstOrDefault();
    }

    /// <summary>What an unknown word should have been: the nearest, or a short list.</summary>
    public static string Expected(string word, IReadOnlyCollection<string> known)
    {
        if (Of(word, known) is { } nearest)
            return $"'{nearest}'";
        if (known.Count == 0)
            return "nothing";
        var list = string.Join(", ", known.Take(Listed));
        return known.Count <= Listed ? $"one of {list}" : $"one of {list} … ({known.Count} in all)";
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
