using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ComplaintBot.Benchmarks.Measuring;
using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Language;

namespace ComplaintBot.Benchmarks;

/// <summary>
/// What it costs to understand a long letter, all playbooks open, and that four times the text costs no more than about four times as much: what
/// the scripted customers of tests/data say, in both languages, one line behind the other.
/// </summary>
[CpuTime]
public class LetterBenchmarks
{
    private const int Quarter = 2_500;
    private const int SentenceLength = 8;

    private readonly TextAnalyzer analyzer = new();
    private AnalysisRequest quarter = null!, whole = null!, semicolons = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var (brain, _) = Composition.Think(null);
        var letter = Letter();
        AnalysisRequest Of(string text) => new(text, new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.FromHours(8)), brain.Shelf.Current.All);
        (quarter, whole) = (Of(letter[..Quarter]), Of(letter[..(4 * Quarter)]));
        semicolons = Of(string.Concat(Enumerable.Repeat("东西坏了;", 2 * Quarter))[..(4 * Quarter)]);
        WarmUp.Once(() => analyzer.Analyze(quarter).Facts.Count + analyzer.Analyze(whole).Facts.Count + analyzer.Analyze(semicolons).Facts.Count);
    }

    [Benchmark(Description = "analysis of 2,500 mixed characters, all playbooks")]
    public object AnalysisOfQuarter() => analyzer.Analyze(quarter);

    [Benchmark(Description = "analysis of 10,000 mixed characters, all playbooks")]
    public object AnalysisOfWhole() => analyzer.Analyze(whole);

    [Benchmark(Description = "analysis of 10,000 characters, a complaint every five")]
    public object AnalysisOfSemicolons() => analyzer.Analyze(semicolons);

    // Answers of a word or two are no part of a letter. The lines of one customer stand apart, so that the languages mix.
    private static string Letter()
    {
        using var scripts = new StreamReader(typeof(LetterBenchmarks).Assembly.GetManifestResourceStream("conversations.jsonl") ?? throw new InvalidOperationException("The scripted customers are not embedded."));
        var said = scripts.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(script => JsonDocument.Parse(script).RootElement.GetProperty("customer").EnumerateArray().Select((line, turn) => (Turn: turn, Say: line.GetProperty("say").GetString() ?? "")))
            .Where(line => line.Say.Length >= SentenceLength).OrderBy(line => line.Turn).Select(line => line.Say).Distinct();
        var once = string.Join('。', said) + "。";
        return string.Concat(Enumerable.Repeat(once, 4 * Quarter / once.Length + 1));
    }
}
