using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Evaluation.Measuring;

/// <summary>Scores on the measuring sets, which are not in the repository. Nothing is learned from them, and none of their sentences is shown.</summary>
internal static class DataScores
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly (string Set, Goal Goal)[] Polarities =
    [
        ("zh_waimai10k", new("polarity zh_waimai10k", 0.80, 0.85)),
        ("zh_chnsenticorp_htl", new("polarity zh_chnsenticorp_htl", 0.76, 0.88)),
        ("zh_shopping10", new("polarity zh_shopping10", 0.85, 0.90)),
        ("zh_amazon_hit10k", new("polarity zh_amazon_hit10k", 0.69, 0.75)),
        ("en_airline_sent", new("polarity en_airline_sent, 3-way", 0.68, 0.74)),
    ];

    private static readonly Dictionary<string, Intent> Acts = new()
    {
        ["affirm"] = Intent.Affirm,
        ["confirmation"] = Intent.Affirm,
        ["deny"] = Intent.Deny,
        ["rejection"] = Intent.Deny,
        ["nothing_else"] = Intent.DoneVenting,
    };

    /// <summary>Writes the table.</summary>
    /// <param name="data">The folder with the sets.</param>
    /// <param name="analyzer">What is measured.</param>
    /// <param name="playbooks">The playbooks to choose from.</param>
    /// <param name="output">Takes the table.</param>
    public static void Write(string data, ITextAnalyzer analyzer, PlaybookSet playbooks, TextWriter output)
    {
        MessageAnalysis Read(string text) => analyzer.Analyze(new AnalysisRequest(text, Now, playbooks.All));
        foreach (var (set, goal) in Polarities) output.WriteLine(goal.Line(Polarity(Rows(Path.Combine(data, "eval", set + ".tsv")), Read)));
        output.WriteLine(new Goal("angry or not, zh_smp2020_usual, F1", 0.60, 0.68).Line(Angry(Rows(Path.Combine(data, "eval/zh_smp2020_usual.tsv")), Read)));
        Replies("zh_jddc_reply_acts", Rows(Path.Combine(data, "eval/zh_jddc_reply_acts.tsv")), (0.88, 0.93), (0.85, 0.90), Read, output);
        Replies("en_multidogo_acts", [.. Rows(Path.Combine(data, "train/en_multidogo_acts.tsv")).Where(row => row.Split == "train-val")], (0.90, 0.94), (0.90, 0.94), Read, output);
        Messages(Scores.OfLines(MessageSet.Read(Path.Combine(data, "messages.jsonl")), analyzer, playbooks), output);
    }

    private static void Messages(Scores scores, TextWriter output)
    {
        output.WriteLine(new Goal("messages: sentiment", 0.80, 0.87).Line(scores.Sentiment.Accuracy));
        output.WriteLine(new Goal("messages: anger within 1", 0.92, 0.96).Line(scores.AngerNear.Accuracy));
        output.WriteLine(new Goal("messages: anger exact", 0.55, 0.68).Line(scores.AngerExact.Accuracy));
        output.WriteLine(new Goal("messages: category, playbook given", 0.72, 0.85).Line(scores.Category.Accuracy));
        output.WriteLine(new Goal("messages: playbook, open", 0.75, 0.90).Line(scores.Playbook.Accuracy));
        output.WriteLine(new Goal("messages: intents, micro-F1", 0.78, 0.87).Line(scores.Intents.F1));
        output.WriteLine(new Goal("messages: flags, F1", 0.55, 0.70).Line(scores.Flags.F1));
        output.WriteLine(new Goal($"messages: safety missed of {scores.SafetyTriggers.Missed + scores.SafetyTriggers.Right}", 3, 1, true).Line(scores.SafetyTriggers.Missed));
        output.WriteLine(new Goal("messages: safety precision", 0.85, 0.92).Line(scores.SafetyTriggers.Precision));
        output.WriteLine(new Goal("messages: other triggers, F1", 0.75, 0.88).Line(scores.OtherTriggers.F1));
    }

    private static List<(string Split, string Label, string Text)> Rows(string path) =>
        [.. File.ReadLines(path).Select(line => line.Split('\t')).Where(columns => columns.Length == 3).Select(columns => (columns[0], columns[1], columns[2]))];

    private static double Polarity(List<(string Split, string Label, string Text)> rows, Func<string, MessageAnalysis> read)
    {
        var tally = new Tally();
        var hasNeutral = rows.Exists(row => row.Label is "neu" or "neutral");
        foreach (var (_, label, text) in rows) tally.Add(Given(read(text), hasNeutral).Id().StartsWith(label[..3], StringComparison.Ordinal));
        return tally.Accuracy;
    }

    private static Sentiment Given(MessageAnalysis read, bool hasNeutral)
    {
        if (!hasNeutral) return read.Scores.Positive > read.Scores.Negative ? Sentiment.Positive : Sentiment.Negative;
        return read.Sentiment == Sentiment.Mixed ? Sentiment.Neutral : read.Sentiment;
    }

    private static double Angry(List<(string Split, string Label, string Text)> rows, Func<string, MessageAnalysis> read)
    {
        var tally = new Tally();
        foreach (var (_, label, text) in rows)
        {
            var message = read(text);
            string[] expected = label == "angry" ? ["angry"] : [];
            tally.Add(expected, message.Anger >= 2 && message.Sentiment is Sentiment.Negative or Sentiment.Mixed ? (string[])["angry"] : []);
        }
        return tally.F1;
    }

    private static void Replies(string set, List<(string Split, string Label, string Text)> rows, (double Must, double Aim) affirm, (double Must, double Aim) others, Func<string, MessageAnalysis> read, TextWriter output)
    {
        var answers = rows.Select(row => (row.Label, Wanted: Acts.TryGetValue(row.Label, out var act) ? act : (Intent?)null, read(row.Text).Intents)).ToList();
        foreach (var intent in new[] { Intent.Affirm, Intent.Deny, Intent.DoneVenting })
        {
            var right = answers.Where(answer => answer.Wanted == intent).ToList();
            if (right.Count == 0) continue;
            // An "ok" may be read as a yes, and what is neither is not judged for it.
            var rest = answers.Where(answer => answer.Wanted != intent && !(intent == Intent.Affirm && answer.Label is "ack" or "other")).ToList();
            var (must, aim) = intent == Intent.Affirm ? affirm : others;
            output.WriteLine(new Goal($"{set}: {intent.Id()} recall", must, aim).Line((double)right.Count(answer => answer.Intents.Contains(intent)) / right.Count));
            output.WriteLine(new Goal($"{set}: wrong {intent.Id()}", 0.04, 0.02, true).Line((double)rest.Count(answer => answer.Intents.Contains(intent)) / Math.Max(1, rest.Count)));
        }
    }
}
