using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Gathers what a model is trained on: our own text, the polarity lists as the shortest texts there are, and licensed sets with heads of their own behind ours.</summary>
internal sealed class TrainingSet
{
    private const float EntryWeight = 0.3f;

    private const float TopicWeight = 0.5f;

    // As how many messages an example counts where rows are given out: what only the licensed sets hold teaches the shipped outputs little.
    private const int Listed = 9;
    private const int Own = 4;
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
        examples.AddRange(lines.Select(line => ExampleMaker.Make(line.Text, line.Question, heads.Of(line, weight)) with { Times = Own }));

    /// <summary>Adds the words of a polarity list, without signs: else the network learns nothing but that they stand on the list.</summary>
    public void AddPolarity(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var equals = entry.LastIndexOf('=');
            if (equals <= 0 || entry[0] == '#') continue;
            var tone = entry.AsSpan(equals + 1).Trim()[0] == '-' ? Sentiment.Negative : Sentiment.Positive;
            AddWord(entry[..equals].Trim(), new Target(Outputs.Sentiment, 4, (int)tone, EntryWeight));
        }
    }

    /// <summary>Adds what people talk about in each kind of business: lines of a playbook, a colon, and words parted by '|'.</summary>
    public void AddTopics(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                AddWord(word, heads.OfPlaybook(line[..colon], TopicWeight), Listed);
                // People write to "@someairline".
                if (word.Contains(' ', StringComparison.Ordinal)) AddWord(word.Replace(" ", "", StringComparison.Ordinal), heads.OfPlaybook(line[..colon], TopicWeight), Listed);
            }
        }
    }

    private void AddWord(string word, Target target, int times = 1)
    {
        var example = ExampleMaker.Make(word, null, [target]);
        examples.Add(example with { Signs = [], Times = times });
    }

    /// <summary>Adds the examples and words of the playbooks.</summary>
    public void Add(PlaybookSet playbooks)
    {
        foreach (var playbook in playbooks.All)
        {
            foreach (var fact in playbook.Facts.Values.Where(fact => playbook.Id == "general" || !playbooks["general"].Facts.ContainsKey(fact.Name)))
                foreach (var word in fact.Cues.Zh.Concat(fact.Cues.En)) AddWord(word, heads.OfPlaybook(playbook.Id, TopicWeight), Listed);
            foreach (var category in playbook.Categories.Values)
                foreach (var text in category.Examples.Zh.Concat(category.Examples.En).Concat(category.Words.Zh).Concat(category.Words.En))
                    examples.Add(ExampleMaker.Make(text, null, heads.Of(new LabelledLine(null, text) { Places = [$"{playbook.Id}/{category.Id}"] })) with { Times = Own });
        }
    }

    /// <summary>Adds a licensed set.</summary>
    public void Add(LicensedSet set, string folder)
    {
        var lines = set.Read(folder);
        var labels = lines.Select(line => line.Label).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        foreach (var (label, line) in lines)
        {
            if (OwnText.IsKept(line) && line.Intents is not null) continue;
            var targets = heads.Of(line, set.Weight).ToList();
            if (set.HasHead) targets.Add(new Target(Count, labels.Count, labels[label], set.Weight));
            examples.Add(ExampleMaker.Make(line.Text, line.Question, [.. targets]));
        }
        if (set.HasHead) Count += labels.Count;
    }
}
