using System.Globalization;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Measuring;

/// <summary>A table in Markdown of how well our own text is read that was kept back from training: scores, what is mistaken for what, and the worst lines.</summary>
internal sealed class Report(string folder, PlaybookSet playbooks, TextAnalyzer analyzer, TextWriter output)
{
    private const int Pairs = 12;
    private const int Worst = 10;
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Writes it.</summary>
    public void Write()
    {
        var places = playbooks.All.SelectMany(playbook => playbook.Categories.Keys.Select(category => $"{playbook.Id}/{category}")).ToHashSet();
        var all = OwnText.Read(Path.Combine(folder, "Text"), places);
        var kept = all.Where(OwnText.IsKept).ToList();
        output.WriteLine($"# Own text kept back: {kept.Count} of {all.Count} lines\n");
        Table(kept);
        Confusions(kept);
        WorstLines(kept);
        new OwnBusiness(playbooks, output).Write(all);
    }

    private void Table(List<LabelledLine> kept)
    {
        output.WriteLine("| what | rules alone | rules and model |\n|---|---|---|");
        var rules = Scores.OfLines(kept, new TextAnalyzer(LexiconSet.Default, null), playbooks);
        var both = Scores.OfLines(kept, analyzer, playbooks);
        foreach (var (name, value) in Rows) output.WriteLine($"| {name} | {value(rules)} | {value(both)} |");
    }

    private static (string Name, Func<Scores, string> Value)[] Rows =>
    [
        ("sentiment", scores => $"{scores.Sentiment}"),
        ("anger exact", scores => $"{scores.AngerExact}"),
        ("anger within 1", scores => $"{scores.AngerNear}"),
        ("flags, F1", scores => scores.Flags.Prf),
        ("intents, F1", scores => scores.Intents.Prf),
        ("safety triggers, F1", scores => scores.SafetyTriggers.Prf),
        ("other triggers, F1", scores => scores.OtherTriggers.Prf),
        ("category, playbook given", scores => $"{scores.Category}"),
        ("playbook, open", scores => $"{scores.Playbook}"),
    ];

    private void Confusions(List<LabelledLine> kept)
    {
        var pairs = new Dictionary<string, int>(StringComparer.Ordinal);
        void Count(string right, string given) => pairs[$"{right} → {given}"] = pairs.GetValueOrDefault($"{right} → {given}") + 1;
        foreach (var line in kept)
        {
            var read = Read(line);
            if (line.Sentiment is { } tone && tone != read.Sentiment) Count(tone.Id(), read.Sentiment.Id());
            if (line.Anger is { } anger && Math.Abs(anger - read.Anger) > 1) Count($"anger {anger}", $"anger {read.Anger}");
            if (line.Places is { Count: > 0 } places && !places.Contains($"{read.Playbook}/{read.Category}")) Count(places[0], $"{read.Category ?? "none"}");
        }
        output.WriteLine("\n| mistaken | times |\n|---|---|");
        foreach (var (pair, times) in pairs.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Pairs)) output.WriteLine($"| {pair} | {times} |");
    }

    private void WorstLines(List<LabelledLine> kept)
    {
        output.WriteLine("\n| surest mistakes of tone | labelled | read as |\n|---|---|---|");
        var wrong = from line in kept
                    let tone = line.Sentiment ?? default
                    let read = Read(line)
                    where line.Sentiment is not null && read.Sentiment != tone
                    orderby Share(read.Scores, tone), line.Source
                    select $"| {line.Source} | {tone.Id()} | {read.Sentiment.Id()} {Share(read.Scores, read.Sentiment).ToString("F2", CultureInfo.InvariantCulture)} |";
        foreach (var row in wrong.Take(Worst)) output.WriteLine(row);
    }

    private static double Share(SentimentScores scores, Sentiment tone) => tone switch
    {
        Sentiment.Positive => scores.Positive,
        Sentiment.Negative => scores.Negative,
        Sentiment.Mixed => scores.Mixed,
        _ => scores.Neutral,
    };

    private MessageAnalysis Read(LabelledLine line)
    {
        var place = line.Places is { Count: > 0 } ? line.Places[0] : null;
        return analyzer.Analyze(new AnalysisRequest(line.Text, Now, place is null ? playbooks.All : [playbooks[place[..place.IndexOf('/')]]]) { Question = line.Question });
    }
}
