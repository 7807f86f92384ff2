using System.Runtime.CompilerServices;
using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>The words by which customers claim what the laws of a playbook give them. Made once for a playbook.</summary>
internal sealed class StatutoryWords
{
    private static readonly ConditionalWeakTable<Playbook, StatutoryWords> Known = [];

    private readonly string[] words;
    private readonly WordFinder finder;

    private StatutoryWords(Playbook playbook)
    {
        // Messages are in lower case when they are searched.
        words = [.. playbook.Laws.SelectMany(law => law.Words.Zh.Concat(law.Words.En)).Select(word => word.ToLowerInvariant()).Where(word => word.Length > 0).Distinct()];
        finder = new WordFinder(words);
    }

    /// <summary>Those of a playbook.</summary>
    public static StatutoryWords Of(Playbook playbook) => Known.GetValue(playbook, static playbook => new StatutoryWords(playbook));

    /// <summary>The words of a claim as they were written; null without one. Of several those that the playbook names first.</summary>
    public string? Find(NormalizedText text)
    {
        var (first, at) = (words.Length, 0);
        foreach (var (word, start) in finder.In(text.Text))
            if (word < first) (first, at) = (word, start);
        return first < words.Length ? text.Original(at, words[first].Length) : null;
    }
}
