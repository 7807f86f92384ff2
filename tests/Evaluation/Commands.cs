using System.Globalization;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Evaluation.Labelled;
using ComplaintBot.Evaluation.Measuring;
using ComplaintBot.Evaluation.Training;

namespace ComplaintBot.Evaluation;

internal static class Commands
{
    public static int Run(string[] args, TextWriter output)
    {
        var folder = Option(args, "--folder") ?? "tests/Evaluation";
        var playbooks = Shelf.Read();
        var outputs = new Outputs(Shelf.Places(playbooks));
        var own = OwnText.Read(Path.Combine(folder, "Text"), outputs.Places.ToHashSet());
        var set = ModelMaker.Gather(outputs, own.Where(line => !OwnText.IsKept(line)), folder, LicensedSet.All);
        var settings = new TrainingSettings();
        foreach (var pair in args.Where(arg => arg.StartsWith("-s:", StringComparison.Ordinal)))
        {
            var property = typeof(TrainingSettings).GetProperty(pair[3..pair.IndexOf('=')])!;
            property.SetValue(settings, Convert.ChangeType(pair[(pair.IndexOf('=') + 1)..], property.PropertyType, CultureInfo.InvariantCulture));
        }
        var weights = ModelMaker.Make(set, outputs, settings, output);
        if (Option(args, "--out") is { } path) File.WriteAllBytes(path, ModelWriter.Write(weights));
        var analyzer = new TextAnalyzer(LexiconSet.Default, new JointModel(weights));
        output.WriteLine("kept: " + Scores.OfLines(own.Where(OwnText.IsKept).ToList(), analyzer, playbooks));
        if (Option(args, "--data") is { } data) DataScores.Write(data, analyzer, playbooks, output);
        return 0;
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
