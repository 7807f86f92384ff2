using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

/// <summary>Short ways to analyze a message in a test.</summary>
internal static class Read
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 14, 30, 0, TimeSpan.FromHours(8));
    private static readonly TextAnalyzer Analyzer = new();

    public static MessageAnalysis Message(string text, string? question = null, Tongue? spoken = null, params Playbook[] playbooks) =>
        Analyzer.Analyze(new AnalysisRequest(text, Now, playbooks.Length == 0 ? [TestPlaybooks.Bakery] : playbooks) { Question = question, Spoken = spoken });

    public static string Intents(string text, string? question = null) => string.Join(' ', Message(text, question).Intents.Select(intent => intent.Id()));

    public static string Triggers(string text) => string.Join(' ', Message(text).Triggers.Select(evidence => evidence.Id.Id()));
}
