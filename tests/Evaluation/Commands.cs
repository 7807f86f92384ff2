using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Evaluation.Labelled;
using ComplaintBot.Evaluation.Measuring;
using ComplaintBot.Evaluation.Training;

namespace ComplaintBot.Evaluation;

/// <summary>The commands of this program.</summary>
internal sealed class Commands(TextWriter output)
{
    private const string Usage = """
        train [--own FILE.tsv] [--out FILE.bin]   trains the model that ships; with a business's own labelled file beside our text, and shows the scores before and after
        score --data DIR [--model FILE.bin]       scores on the measuring sets
        report [--model FILE.bin]                 a table in Markdown of all scores on the text that is kept back
        From the root of the repository; --folder DIR names the folder of this program elsewhere.
        """;

    private readonly PlaybookSet playbooks = Shelf.Read();

    /// <summary>Runs a command.</summary>
    /// <returns>0, or 2 when it was not understood or a file cannot be read.</returns>
    public int Run(string[] args)
    {
        var folder = Option(args, "--folder") ?? "tests/Evaluation";
        try
        {
            switch (args.FirstOrDefault())
            {
                case "train": Train(folder, Option(args, "--own"), Option(args, "--out")); return 0;
                case "score" when Option(args, "--data") is { } data: DataScores.Write(data, Analyzer(Option(args, "--model")), playbooks, output); return 0;
                case "report": new Report(folder, playbooks, Analyzer(Option(args, "--model")), output).Write(); return 0;
                default: output.WriteLine(Usage); return 2;
            }
        }
        catch (Exception mistake) when (mistake is InvalidDataException or FormatException or IOException)
        {
            output.WriteLine(mistake.Message);
            return 2;
        }
    }

    private void Train(string folder, string? ownFile, string? to)
    {
        var outputs = new Outputs(Shelf.Places(playbooks));
        var lines = OwnText.Read(Path.Combine(folder, "Text"), outputs.Places.ToHashSet());
        var own = ownFile is null ? [] : OwnText.ReadFile(ownFile, outputs.Places.ToHashSet());
        if (own.Count > 0) output.WriteLine($"{ownFile}, before: {Scores.OfLines([.. own.Where(OwnText.IsKept)], Analyzer(null), playbooks)}");
        var all = lines.Concat(own).ToList();
        var set = ModelMaker.Gather(outputs, playbooks, all.Where(line => !OwnText.IsKept(line)), folder);
        var weights = ModelMaker.Make(set, outputs, new TrainingSettings(), output);
        weights = Calibrator.Calibrate(weights, [.. all.Where(OwnText.IsKept), .. LicensedSet.Kept(Path.Combine(folder, "Licensed"))], playbooks);
        var analyzer = new TextAnalyzer(LexiconSet.Default, new JointModel(weights));
        if (own.Count > 0) output.WriteLine($"{ownFile}, after: {Scores.OfLines([.. own.Where(OwnText.IsKept)], analyzer, playbooks)}");
        output.WriteLine($"kept: {Scores.OfLines([.. lines.Where(OwnText.IsKept)], analyzer, playbooks)}");
        var path = to ?? Path.Combine(folder, "../../dialogs/Language/Models/joint.bin");
        var bytes = ModelWriter.Write(weights);
        File.WriteAllBytes(path, bytes);
        output.WriteLine($"{bytes.Length} bytes written to {path}");
    }

    private static TextAnalyzer Analyzer(string? path)
    {
        if (path is null) return new TextAnalyzer();
        using var stream = File.OpenRead(path);
        return new TextAnalyzer(LexiconSet.Default, new JointModel(ModelReader.Read(path, stream)));
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
