using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>
/// Places a text in a category, from nothing but the example sentences and words of the playbooks it was built for: the cosine
/// between the text and the mean of each category's examples, rare runs of characters and words counting more than common ones.
/// A business's own playbook works without training. Immutable.
/// </summary>
internal sealed class PlaybookClassifier
{
    // Chosen on labelled messages: a playbook's own word, a trigger that is the category by itself, and the width of doubt.
    private const float WordBonus = 0.8f;
    private const float TriggerBonus = 0.15f;
    private const float TriggerMissing = 0.06f;
    private const double Doubt = 0.025;
    private const double FullEvidence = 0.12;

    // A playbook's own word counts for its business, but does not settle it; doubt between businesses is wider than the model has it: both as labelled messages show.
    private const float MostFit = 4;
    private const float BusinessDoubt = 3.5f;

    // What a word of a trade is worth, in units of the model's outputs.
    private const float TradeWord = 2;

    private const float TrainedWeight = 0.4f;

    private const int MostOnStack = 256;

    private readonly Label[] labels;
    private readonly int[] outputs;
    private readonly int[] playbookOutputs;
    private readonly int[] trades;
    private readonly GramWeights grams;
    private readonly WordFinder words;

    // The labels each word speaks for; one of them twice where it is listed twice.
    private readonly int[][] wordLabels;

    /// <summary>Learns from playbooks.</summary>
    /// <param name="playbooks">The playbooks.</param>
    /// <param name="trained">The outputs of the trained model, which knows some of their categories; null without one.</param>
    public PlaybookClassifier(IReadOnlyList<Playbook> playbooks, Outputs? trained)
    {
        labels = [.. playbooks.SelectMany(playbook => playbook.Categories.Values.Select(category => new Label(playbook, category)))];
        outputs = [.. labels.Select(label => trained?.Find($"{label.Playbook.Id}/{label.Category.Id}") ?? -1)];
        playbookOutputs = [.. labels.Select(label => trained?.FindPlaybook(label.Playbook.Id) ?? -1)];
        trades = [.. labels.Select(label => TradeReader.Find(label.Playbook.Id) ?? -1)];
        var listed = labels.SelectMany((label, index) => Texts(label.Category.Words).Where(word => word.Length > 0).Select(word => (Word: word, Label: index))).GroupBy(one => one.Word, one => one.Label).ToList();
        words = new WordFinder([.. listed.Select(word => word.Key)]);
        wordLabels = [.. listed.Select(word => word.ToArray())];
        grams = new GramWeights([.. labels.SelectMany((label, index) => Texts(label.Category.Examples).Concat(Texts(label.Category.Words)).Select(text => (index, text)))]);
    }

    /// <summary>Places a normalized text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seen">Triggers the text has evidence for; a category that is such a trigger by itself profits.</param>
    /// <param name="judged">What the trained model makes of the text; null without one.</param>
    /// <param name="said">How much is said in the words of each trade; empty when that does not matter.</param>
    public Placement Place(ReadOnlySpan<char> text, ReadOnlySpan<Trigger> seen, Judged? judged, ReadOnlySpan<float> said = default)
    {
        if (labels.Length == 0 || text.IsEmpty) return default;
        Span<float> scores = labels.Length <= MostOnStack ? stackalloc float[labels.Length] : new float[labels.Length];
        scores.Clear();
        var length = grams.AddTo(scores, text);
        if (length == 0 && judged is null) return default;
        AddWords(text, scores);
        for (var label = 0; label < scores.Length; label++)
        {
            scores[label] /= Math.Max(1, length);
            if (labels[label].Category.Trigger is { } trigger) scores[label] += seen.Contains(trigger) ? TriggerBonus : -TriggerMissing;
        }
        var (evidence, business) = (-1.0, 0.0);
        var within = 0..labels.Length;
        if (judged is not null)
        {
            (within, business) = Likeliest(judged, scores, said);
            AddTrained(judged, scores, out evidence);
        }
        return Best(scores, within, business, evidence);
    }

    // The business comes first, then the category: a business is weighed by its name, by all its categories together, by the one that fits best, and by the words of its trade.
    private (Range Labels, double Share) Likeliest(Judged judged, ReadOnlySpan<float> scores, ReadOnlySpan<float> said)
    {
        var (range, best, sum) = (0..labels.Length, float.NegativeInfinity, 0.0);
        for (int first = 0, end; first < labels.Length; first = end)
        {
            float fits = float.NegativeInfinity, all = 0;
            for (end = first; end < labels.Length && labels[end].Playbook == labels[first].Playbook; end++)
            {
                fits = Math.Max(fits, scores[end]);
                all += MathF.Exp(judged.Outputs[outputs[end] < 0 ? Outputs.NoPlace : outputs[end]]);
            }
            var learned = MathF.Log(all) + (playbookOutputs[first] < 0 ? 0 : judged.Outputs[playbookOutputs[first]]);
            var told = said.IsEmpty || trades[first] < 0 ? 0 : said[trades[first]];
            var score = (Math.Min(MostFit, fits / (float)Doubt) + learned + TradeWord * told) / BusinessDoubt;
            sum = score > best ? sum * Math.Exp(best - score) + 1 : sum + Math.Exp(score - best);
            if (score > best) (range, best) = (first..end, score);
        }
        return (range, 1 / sum);
    }

    // One step of the cosine's doubt is worth one unit of the model's outputs. A category that the model does not know stands where it places no complaint.
    private void AddTrained(Judged judged, Span<float> scores, out double evidence)
    {
        var none = judged.Outputs[Outputs.NoPlace];
        var known = 0;
        var best = float.NegativeInfinity;
        for (var label = 0; label < scores.Length; label++)
        {
            if (outputs[label] >= 0) known++;
            var output = outputs[label] < 0 ? none : judged.Outputs[outputs[label]];
            if (outputs[label] >= 0) best = Math.Max(best, output);
            if (playbookOutputs[label] >= 0) output += judged.Outputs[playbookOutputs[label]];
            scores[label] += TrainedWeight * (float)Doubt * output;
        }
        evidence = known == scores.Length ? 1 / (1 + Math.Exp(none - best)) : -1;
    }

    // Of each word the first place counts alone: "rat" in "operation" hides one that stands by itself later on.
    private void AddWords(ReadOnlySpan<char> text, Span<float> scores)
    {
        Span<ulong> met = words.Count <= MostOnStack * 64 ? stackalloc ulong[words.Count / 64 + 1] : new ulong[words.Count / 64 + 1];
        met.Clear();
        foreach (var (word, start) in words.In(text))
        {
            if ((met[word >> 6] >> word & 1) != 0) continue;
            met[word >> 6] |= 1UL << word;
            if (start > 0 && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start - 1])) continue;
            foreach (var label in wordLabels[word]) scores[label] += WordBonus;
        }
    }

    private Placement Best(ReadOnlySpan<float> scores, Range within, double business, double evidence)
    {
        var (first, count) = within.GetOffsetAndLength(scores.Length);
        var best = first;
        for (var label = first; label < first + count; label++)
            if (scores[label] > scores[best]) best = label;
        // Doubt is among the categories of one playbook: its neighbours in others say nothing about the choice within it.
        double sum = 0, elsewhere = 0;
        for (var label = first; label < first + count; label++)
        {
            var weight = Math.Exp((scores[label] - scores[best]) / Doubt);
            if (labels[label].Playbook == labels[best].Playbook) sum += weight;
            else elsewhere += weight;
        }
        return new Placement(labels[best], 1 / sum, evidence >= 0 ? evidence : Math.Clamp(scores[best] / FullEvidence, 0, 1))
        {
            IsTrained = evidence >= 0,
            Business = business > 0 ? business : sum / (sum + elsewhere),
        };
    }

    private static IEnumerable<string> Texts(LocalizedList list) => list.Zh.Concat(list.En).Select(text => NormalizedText.From(text).Text);
}
