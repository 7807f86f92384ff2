using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Gathers what a model is trained on: our own text, the polarity lists as the shortest texts there are, and licensed sets with heads of their own behind ours.</summary>
internal sealed class TrainingSet
{
    private const float EntryWeight = 0.3f;

    // Sets that only know yes and no say nothing of the other intents.
    private static readonly Intent[] Acts = [Intent.Affirm, Intent.Deny];
    private readonly Heads heads;
    private readonly List<Example> examples = [];

    /// <summary>A set for outputs, empty yet.</summary>
    public TrainingSet(Outputs outputs) => (heads, Count) = (new Heads(outputs), outputs.Count);

    /// <summary>Number of outputs, those of licensed sets included.</summary>
    public int Count { get; private set; }

    /// <summary>What was gathered, with keys for rows.</summary>
    public IReadOnlyList<Example> Examples => examples;

    /// <summary>Adds text of our own.</summary>
    public void Add(IEnumerable<LabelledLine> lines, float weight = 1) =>
        examples.AddRange(lines.Select(line => ExampleMaker.Make(line.Text, line.Question, heads.Of(line, weight))));

    /// <summary>Adds the words of a polarity list, without signs: else the network learns nothing but that they stand on the list.</summary>
    public void AddPolarity(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var equals = entry.LastIndexOf('=');
            if (equals <= 0 || entry[0] == '#') continue;
            var tone = entry.AsSpan(equals + 1).Trim()[0] == '-' ? Sentiment.Negative : Sentiment.Positive;
            var example = ExampleMaker.Make(entry[..equals].Trim(), null, [new Target(Outputs.Sentiment, 4, (int)tone, EntryWeight)]);
            examples.Add(example with { Signs = [] });
        }
    }

    /// <summary>Adds a licensed set.</summary>
    public void Add(LicensedSet set, string folder)
    {
        var lines = set.Read(folder);
        var labels = lines.Select(line => line.Label).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        foreach (var (label, line) in lines)
        {
            var targets = heads.Of(line with { Intents = null }, set.Weight).ToList();
            if (line.Intents is { } intents) targets.AddRange(Acts.Select(act => new Target(Outputs.Intents + (int)act, 1, intents.Contains(act) ? 1 : 0, set.Weight)));
            if (set.HasHead) targets.Add(new Target(Count, labels.Count, labels[label], set.Weight));
            examples.Add(ExampleMaker.Make(line.Text, line.Question, [.. targets]));
        }
        if (set.HasHead) Count += labels.Count;
    }
}
