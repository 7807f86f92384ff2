using System.Collections.Frozen;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>
/// Places a text in a category, from nothing but the example sentences and words of the playbooks it was built for: naive Bayes over
/// runs of characters and words. A business's own playbook works without training. Immutable.
/// </summary>
internal sealed class PlaybookClassifier
{
    // Smoothing, the weight of a playbook's own words and the sharpness of the confidence were chosen on labelled messages.
    private const float Smoothing = 0.35f;
    private const float WordBonus = 3.2f;
    private const float Floor = -1.2f;
    private const float Sharpness = 0.9f;
    private const float EnoughEvidence = 6f;

    private readonly Label[] labels;
    private readonly FrozenDictionary<ulong, int> rows;
    private readonly float[] weights;
    private readonly (string Word, int Label, bool Latin)[] words;

    /// <summary>Learns from playbooks.</summary>
    public PlaybookClassifier(IReadOnlyList<Playbook> playbooks)
    {
        labels = [.. playbooks.SelectMany(playbook => playbook.Categories.Values.Select(category => new Label(playbook, category)))];
        words = [.. labels.SelectMany((label, index) => Texts(label.Category.Words).Where(word => word.Length > 0).Select(word => (word, index, char.IsAsciiLetter(word[0]))))];
        (rows, weights) = Learn();
    }

    /// <summary>Places a normalized text.</summary>
    public Placement Place(ReadOnlySpan<char> text)
    {
        if (labels.Length == 0) return default;
        Span<float> scores = labels.Length <= 256 ? stackalloc float[labels.Length] : new float[labels.Length];
        scores.Clear();
        var known = AddGrams(text, scores);
        known |= AddWords(text, scores);
        return known ? Best(scores) : default;
    }

    private bool AddGrams(ReadOnlySpan<char> text, Span<float> scores)
    {
        var keys = new List<ulong>(Math.Min(text.Length * 3, 600));
        Grams.Collect(text, keys);
        var known = false;
        foreach (var key in keys)
        {
            if (!rows.TryGetValue(key, out var row)) continue;
            known = true;
            var line = weights.AsSpan(row * labels.Length, labels.Length);
            for (var label = 0; label < scores.Length; label++) scores[label] += line[label];
        }
        return known;
    }

    private bool AddWords(ReadOnlySpan<char> text, Span<float> scores)
    {
        var known = false;
        foreach (var (word, label, latin) in words)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || latin && at > 0 && char.IsAsciiLetter(text[at - 1])) continue;
            scores[label] += WordBonus;
            known = true;
        }
        return known;
    }

    private Placement Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
            if (scores[label] > scores[best]) best = label;
        double sum = 0;
        foreach (var score in scores) sum += Math.Exp((score - scores[best]) * Sharpness);
        return new Placement(labels[best], 1 / sum, Math.Clamp(scores[best] / EnoughEvidence, 0, 1));
    }

    private (FrozenDictionary<ulong, int> Rows, float[] Weights) Learn()
    {
        var counts = new Dictionary<ulong, float[]>();
        var examples = new float[labels.Length];
        var keys = new List<ulong>();
        for (var label = 0; label < labels.Length; label++)
            foreach (var text in Texts(labels[label].Category.Examples).Concat(Texts(labels[label].Category.Words)))
            {
                examples[label]++;
                keys.Clear();
                Grams.Collect(text, keys);
                foreach (var key in keys)
                {
                    if (!counts.TryGetValue(key, out var line)) counts[key] = line = new float[labels.Length];
                    line[label]++;
                }
            }
        var index = new Dictionary<ulong, int>();
        var table = new float[counts.Count * labels.Length];
        foreach (var (key, line) in counts)
        {
            Weigh(line, examples, table.AsSpan(index.Count * labels.Length, labels.Length));
            index[key] = index.Count;
        }
        return (index.ToFrozenDictionary(), table);
    }

    // How much likelier a gram is in a category than in the rest, as a logarithm.
    private static void Weigh(float[] line, float[] examples, Span<float> weights)
    {
        var seen = line.Sum();
        var all = examples.Sum();
        for (var label = 0; label < weights.Length; label++)
        {
            var here = (line[label] + Smoothing) / (examples[label] + 2 * Smoothing);
            var elsewhere = (seen - line[label] + Smoothing) / (all - examples[label] + 2 * Smoothing);
            weights[label] = Math.Max(Floor, MathF.Log(here / elsewhere));
        }
    }

    private static IEnumerable<string> Texts(LocalizedList list) => list.Zh.Concat(list.En).Select(text => NormalizedText.From(text).Text);
}
