using System.Text.Json;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Measuring;

/// <summary>Scores on the measuring sets, which are not in the repository: nothing is learned from them.</summary>
internal static class DataScores
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(8));

    public static void Write(string data, ITextAnalyzer analyzer, PlaybookSet playbooks, TextWriter output)
    {
        foreach (var name in new[] { "zh_waimai10k", "zh_chnsenticorp_htl", "zh_shopping10", "zh_amazon_hit10k", "en_airline_sent" })
            output.WriteLine($"{name} {Polarity(Rows(Path.Combine(data, "eval", name + ".tsv")), analyzer, playbooks)}");
        output.WriteLine($"angry {Angry(Rows(Path.Combine(data, "eval/zh_smp2020_usual.tsv")), analyzer, playbooks).Prf}");
        output.WriteLine($"jddc {Replies(Rows(Path.Combine(data, "eval/zh_jddc_reply_acts.tsv")), analyzer, playbooks)}");
        output.WriteLine($"multidogo {Replies(Rows(Path.Combine(data, "train/en_multidogo_acts.tsv")).Where(row => row.Split == "train-val"), analyzer, playbooks)}");
        output.WriteLine("messages: " + Scores.OfLines(Messages(Path.Combine(data, "messages.jsonl")), analyzer, playbooks));
    }

    public static List<LabelledLine> Messages(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Message)];

    private static LabelledLine Message(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var playbook = root.GetProperty("playbook").GetString()!;
        List<string> places = [];
        if (root.GetProperty("category").GetString() is { } category) places.Add($"{playbook}/{category}");
        if (root.TryGetProperty("category_also", out var also) && also.ValueKind == JsonValueKind.Array) places.AddRange(also.EnumerateArray().Select(one => $"{playbook}/{one.GetString()}"));
        return new LabelledLine(null, root.GetProperty("text").GetString()!)
        {
            Playbook = playbook,
            Places = places,
            Sentiment = Identifiers.Parse<Sentiment>(root.GetProperty("sentiment").GetString()!),
            Anger = root.GetProperty("anger").GetInt32(),
            Flags = Many<MessageFlag>(root.GetProperty("flags")),
            Intents = Many<Intent>(root.GetProperty("intents")),
            Triggers = Many<Trigger>(root.GetProperty("triggers")),
        };
    }

    private static T[] Many<T>(JsonElement array) where T : struct, Enum =>
        [.. array.EnumerateArray().Select(one => Identifiers.Parse<T>((one.ValueKind == JsonValueKind.String ? one : one.GetProperty("id")).GetString()!))];

    private static List<(string Split, string Label, string Text)> Rows(string path) =>
        [.. File.ReadLines(path).Select(line => line.Split('\t')).Where(columns => columns.Length == 3).Select(columns => (columns[0], columns[1], columns[2]))];

    private static MessageAnalysis Read(string text, ITextAnalyzer analyzer, PlaybookSet playbooks) => analyzer.Analyze(new AnalysisRequest(text, Now, playbooks.All));

    private static Tally Polarity(List<(string Split, string Label, string Text)> rows, ITextAnalyzer analyzer, PlaybookSet playbooks)
    {
        var tally = new Tally();
        var hasNeutral = rows.Exists(row => row.Label is "neu" or "neutral");
        foreach (var (_, label, text) in rows)
        {
            var read = Read(text, analyzer, playbooks);
            var given = hasNeutral ? read.Sentiment == Sentiment.Mixed ? Sentiment.Neutral : read.Sentiment : read.Scores.Positive > read.Scores.Negative ? Sentiment.Positive : Sentiment.Negative;
            tally.Add(given.Id().StartsWith(label[..3], StringComparison.Ordinal));
        }
        return tally;
    }

    private static Tally Angry(List<(string Split, string Label, string Text)> rows, ITextAnalyzer analyzer, PlaybookSet playbooks)
    {
        var tally = new Tally();
        foreach (var (_, label, text) in rows)
        {
            var read = Read(text, analyzer, playbooks);
            string[] expected = label == "angry" ? ["angry"] : [];
            tally.Add(expected, read.Anger >= 2 && read.Sentiment is Sentiment.Negative or Sentiment.Mixed ? (string[])["angry"] : []);
        }
        return tally;
    }

    private static string Replies(IEnumerable<(string Split, string Label, string Text)> rows, ITextAnalyzer analyzer, PlaybookSet playbooks)
    {
        var wanted = new Dictionary<string, Intent> { ["affirm"] = Intent.Affirm, ["confirmation"] = Intent.Affirm, ["deny"] = Intent.Deny, ["rejection"] = Intent.Deny, ["nothing_else"] = Intent.DoneVenting };
        var read = rows.Select(row => (row.Label, Wanted: wanted.TryGetValue(row.Label, out var intent) ? intent : (Intent?)null, Read(row.Text, analyzer, playbooks).Intents)).ToList();
        return string.Join(", ", new[] { Intent.Affirm, Intent.Deny, Intent.DoneVenting }.Select(intent =>
        {
            var right = read.Where(row => row.Wanted == intent).ToList();
            var rest = read.Where(row => row.Wanted != intent && !(intent == Intent.Affirm && row.Label is "ack" or "other")).ToList();
            var recall = right.Count == 0 ? 1 : (double)right.Count(row => row.Intents.Contains(intent)) / right.Count;
            return FormattableString.Invariant($"{intent} {recall:F3} wrong {(double)rest.Count(row => row.Intents.Contains(intent)) / Math.Max(1, rest.Count):F3}");
        }));
    }
}
