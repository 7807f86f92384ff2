namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>
/// Finds which of several choices an answer means: by label, value or synonym, whole or within a sentence, or by its place
/// (<c>2</c>, <c>第二个</c>, <c>the second one</c>, <c>后面那个</c>, <c>last</c>), in Chinese and English. What is named in a clause that says
/// no is not chosen. When two choices are meant none is found: asking again is cheaper than a wrong remedy.
/// </summary>
public static class ChoiceRecognizer
{
    /// <summary>Finds the choice meant.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="choices">What was offered, in the order it was shown.</param>
    /// <returns>The choice; null when there is none or more than one.</returns>
    public static FoundChoice? Recognize(string? text, IReadOnlyList<Choice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (string.IsNullOrWhiteSpace(text) || choices.Count == 0)
        {
            return null;
        }

        string answer = ChoiceText.Normalize(text);
        var names = NamesOf(choices);
        int index = WholeAnswer(answer, names);
        if (index == ChoiceIndex.None)
        {
            index = WithinClauses(answer, names, choices.Count);
        }

        return index >= 0 ? new FoundChoice(choices[index].Value, index) : null;
    }

    private static List<(string Name, int Index)> NamesOf(IReadOnlyList<Choice> choices)
    {
        var names = new List<(string, int)>(choices.Count * 2);
        for (int i = 0; i < choices.Count; i++)
        {
            Add(choices[i].Title, i);
            Add(choices[i].Value, i);
            foreach (string synonym in choices[i].Synonyms ?? [])
            {
                Add(synonym, i);
            }
        }

        return names;

        void Add(string name, int index)
        {
            string normal = OneLine(ChoiceText.Normalize(name));
            if (normal.Length > 0)
            {
                names.Add((normal, index));
            }
        }
    }

    private static int WholeAnswer(string answer, List<(string Name, int Index)> names)
    {
        string line = OneLine(answer);
        int found = ChoiceIndex.None;
        foreach (var (name, index) in names)
        {
            if (name == line)
            {
                found = ChoiceIndex.Join(found, index);
            }
        }

        return found;
    }

    private static int WithinClauses(string answer, List<(string Name, int Index)> names, int count)
    {
        bool namesHaveNumbers = names.Exists(static entry => entry.Name.AsSpan().ContainsAnyInRange('0', '9'));
        int found = ChoiceIndex.None;
        foreach (var range in answer.AsSpan().Split(ChoiceText.ClauseEnd))
        {
            string clause = answer[range];
            int meant = Named(clause, names, out string rest);
            if (meant == ChoiceIndex.None)
            {
                meant = Place(clause, count, !namesHaveNumbers);
            }

            if (meant != ChoiceIndex.None && !SaysNo(rest))
            {
                found = ChoiceIndex.Join(found, meant);
            }
        }

        return found;
    }

    /// <summary>The choice named in a clause, and what the clause says beside the names.</summary>
    private static int Named(string clause, List<(string Name, int Index)> names, out string rest)
    {
        int found = ChoiceIndex.None;
        rest = clause;
        while (Longest(rest, names) is { Length: > 0 } hit)
        {
            found = ChoiceIndex.Join(found, hit.Index);

            // The place is filled with a sign no name holds, so that a shorter name inside a longer one is not found again.
            rest = string.Concat(rest.AsSpan(0, hit.Start), "\t", rest.AsSpan(hit.Start + hit.Length));
        }

        return found;
    }

    private static (int Start, int Length, int Index) Longest(string clause, List<(string Name, int Index)> names)
    {
        (int Start, int Length, int Index) best = default;
        foreach (var (name, index) in names)
        {
            int start = name.Length >= best.Length ? FindWord(clause, name) : -1;
            if (start >= 0)
            {
                bool isShared = name.Length == best.Length && start == best.Start;
                best = (start, name.Length, isShared ? ChoiceIndex.Join(best.Index, index) : index);
            }
        }

        return best;
    }

    /// <summary>Where a name stands in a clause, not as part of a longer Latin word or number.</summary>
    private static int FindWord(string clause, string name)
    {
        for (int at = clause.IndexOf(name, StringComparison.Ordinal); at >= 0; at = clause.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at == 0 || !Belong(clause[at - 1], name[0])) && (end == clause.Length || !Belong(name[^1], clause[end])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Belong(char left, char right) => IsLatin(left) && IsLatin(right);

    private static bool IsLatin(char c) => (char.IsLetterOrDigit(c) || c == '\'') && !ChoiceText.IsChinese(c);

    private static string OneLine(string normal) => normal.Replace(ChoiceText.ClauseEnd, ' ');

    private static bool SaysNo(string clause) => EnglishPosition.SaysNo(clause) || ChinesePosition.SaysNo(clause);

    private static int Place(string clause, int count, bool withCardinals) => clause.AsSpan().ContainsAnyInRange('㐀', '鿿')
        ? ChinesePosition.Find(clause, count, withCardinals)
        : EnglishPosition.Find(clause, count, withCardinals);
}
