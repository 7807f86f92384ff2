using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Benchmarks.Measuring;

/// <summary>What the first message of a process waits for, part by part. It can be measured once a process: afterwards everything is warm.</summary>
internal static class ColdStart
{
    private const string FirstMessage = "上周三在你们店点的水煮鱼里有只虫子，孩子吃完一直吐，花了268元，怎么处理？";

    /// <summary>Writes the milliseconds of each part, on the wall and of the CPU, in the order in which a first message needs them.</summary>
    public static void Write(Func<IReadOnlyList<Playbook>> playbooks, TextWriter output)
    {
        output.WriteLine("| part | wall ms | CPU ms |\n|---|---|---|");
        Part("scripts", () => NormalizedText.From(FirstMessage), output);
        Part("word lists", () => LexiconSet.Default, output);
        Part("facts", () => new FactRecognizer(), output);
        Part("polarity lists", () => PolarityLexicon.Default, output);
        Part("model", () => JointModel.Default, output);
        IReadOnlyList<Playbook> shelf = [];
        Part("playbooks", () => shelf = playbooks(), output);
        var analyzer = new TextAnalyzer();
        var request = new AnalysisRequest(FirstMessage, new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(8)), [shelf[0]]);
        Part("first message", () => analyzer.Analyze(request), output);
        Part("second message", () => analyzer.Analyze(request), output);
    }

    private static void Part(string name, Func<object?> work, TextWriter output)
    {
        var (wall, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        GC.KeepAlive(work());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Stopwatch.GetElapsedTime(wall).TotalMilliseconds:F1} | {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:F1} |"));
    }
}
