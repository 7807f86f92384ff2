using ComplaintBot.Dialogs.Language.Categories;
using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Tests.Policy;

namespace ComplaintBot.Dialogs.Tests.Language.Categories;

/// <summary>The classifier's short ways against the long ones they stand for: every word searched by itself, and every gram weighed for every label.</summary>
public sealed class PlaybookClassifierTests
{
    private static readonly Category[] Labels = [.. Given.Shipped.All.SelectMany(playbook => playbook.Categories.Values)];
    private static readonly string[][] Examples = [.. Labels.Select(label => (string[])[.. Texts(label.Examples), .. Texts(label.Words)])];

    [Fact]
    public void The_words_of_all_playbooks_are_found_where_a_plain_search_finds_them()
    {
        string[] words = [.. Labels.SelectMany(label => Texts(label.Words)).Where(word => word.Length > 0).Distinct()];
        var finder = new WordFinder(words);
        foreach (var text in Messages(400, 9))
        {
            var first = new int[words.Length];
            Array.Fill(first, -1);
            foreach (var (word, start) in finder.In(text))
                if (first[word] < 0) first[word] = start;
            Assert.Equal(words.Select(word => text.IndexOf(word, StringComparison.Ordinal)), first);
        }
    }

    [Fact]
    public void Grams_weigh_what_a_full_table_of_all_labels_makes_of_them()
    {
        var weights = new GramWeights([.. Examples.SelectMany((texts, label) => texts.Select(text => (label, text)))]);
        var (rarity, table) = FullTable();
        foreach (var text in Messages(100, 5).Append("").Append("@@").Append("qqqq"))
        {
            var scores = new float[Labels.Length];
            var length = weights.AddTo(scores, text);
            var keys = Keys(text);
            var known = keys.Where(table.ContainsKey).ToList();
            Assert.Equal(known.Count == 0 ? 0 : Math.Sqrt(keys.Sum(key => Math.Pow(rarity(key), 2))), length, 1e-5 * Math.Max(1, length));
            for (var label = 0; label < scores.Length; label++)
                Assert.Equal(known.Sum(key => table[key][label]), scores[label], 1e-5 * Math.Max(1, length));
        }
    }

    private static (Func<ulong, double> Rarity, Dictionary<ulong, double[]> Table) FullTable()
    {
        var grams = Examples.Select(texts => texts.Select(Keys).ToList()).ToList();
        var all = grams.SelectMany(keys => keys).ToList();
        var counts = all.SelectMany(keys => keys).CountBy(key => key).ToDictionary();
        double Rarity(ulong key) => Math.Log((all.Count + 1) / (counts.GetValueOrDefault(key) + 0.5));
        var table = counts.ToDictionary(pair => pair.Key, _ => new double[Labels.Length]);
        for (var label = 0; label < Labels.Length; label++)
        {
            var mean = new Dictionary<ulong, double>();
            foreach (var keys in grams[label])
                foreach (var key in keys) mean[key] = mean.GetValueOrDefault(key) + Rarity(key) / Math.Sqrt(keys.Sum(each => Math.Pow(Rarity(each), 2)));
            var length = Math.Sqrt(mean.Values.Sum(weight => weight * weight));
            foreach (var (key, weight) in mean) table[key][label] = weight * Rarity(key) / length;
        }
        return (Rarity, table);
    }

    // Stretches of several examples joined: words that are cut, and words that stand within others.
    private static IEnumerable<string> Messages(int count, int seed)
    {
        var random = new Random(seed);
        string[] all = [.. Examples.SelectMany(texts => texts)];
        for (var message = 0; message < count; message++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => all[random.Next(all.Length)] + (random.Next(2) == 0 ? " " : "")));
            var most = Math.Min(2, text.Length / 2);
            yield return text[random.Next(most + 1)..^random.Next(most + 1)];
        }
    }

    private static List<ulong> Keys(string text) => [.. Grams.Collect(text, new ulong[text.Length * 3])];

    private static IEnumerable<string> Texts(LocalizedList list) => list.Zh.Concat(list.En).Select(text => NormalizedText.From(text).Text);
}
