using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Makes a model from text: gathers, trains, calibrates on what is kept back.</summary>
internal static class ModelMaker
{
    /// <summary>Makes a model.</summary>
    /// <param name="set">What to learn from.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="settings">How to train.</param>
    /// <param name="log">Is told how it goes.</param>
    public static JointWeights Make(TrainingSet set, Outputs outputs, TrainingSettings settings, TextWriter log)
    {
        var vocabulary = new Vocabulary(set.Examples, settings.LeastSeen, settings.MostRows);
        var examples = set.Examples.Select(vocabulary.Translate).ToList();
        log.WriteLine($"{examples.Count} examples, {vocabulary.Keys.Length} rows, {set.Count} outputs");
        var networks = new Network[settings.Networks];
        var logs = TextWriter.Synchronized(log);
        Parallel.For(0, networks.Length, index =>
            networks[index] = Trainer.Train(examples, vocabulary.Keys.Length, set.Count, settings with { Seed = settings.Seed + index }, (round, loss) => logs.WriteLine($"network {index + 1}, round {round + 1}: loss {loss:F4}")));
        var network = Network.Join(networks);
        return ModelWriter.Quantize(network, vocabulary.Keys, outputs, ModelWriter.Uncalibrated(outputs));
    }

    /// <summary>What a model is trained on, as it ships: our own text but what is kept back, the polarity lists and the licensed sets.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="playbooks">The playbooks, whose examples are learned too.</param>
    /// <param name="lines">Our own text.</param>
    /// <param name="folder">The folder of this project.</param>
    public static TrainingSet Gather(Outputs outputs, PlaybookSet playbooks, IEnumerable<LabelledLine> lines, string folder)
    {
        var set = new TrainingSet(outputs);
        set.Add(lines);
        set.Add(playbooks);
        set.AddTopics(File.ReadLines(Path.Combine(folder, "Text", "topics.txt")));
        foreach (var name in new[] { "polarity-zh.txt", "polarity-en.txt" })
            set.AddPolarity(File.ReadLines(Path.Combine(folder, "../../dialogs/Language/Lexicons", name)));
        foreach (var one in LicensedSet.All) set.Add(one, Path.Combine(folder, "Licensed"));
        return set;
    }
}
