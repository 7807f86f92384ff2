using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Measuring;

/// <summary>How well labelled lines are read.</summary>
internal sealed class Scores
{
    public static readonly Trigger[] Safety = [Trigger.DangerToLife, Trigger.Injury, Trigger.FoodPoisoning, Trigger.FireOrGas, Trigger.ThreatOrExtortion];

    // Identifiers that the measuring sets do not have.
    private static readonly Trigger[] Newer = [Trigger.StatutoryClaim, Trigger.Abuse];
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(8));

    public Tally Sentiment { get; } = new();

    public Tally AngerExact { get; } = new();

    public Tally AngerNear { get; } = new();

    public Tally Flags { get; } = new();

    public Tally Intents { get; } = new();

    public Tally SafetyTriggers { get; } = new();

    public Tally OtherTriggers { get; } = new();

    public Tally Category { get; } = new();

    public Tally Playbook { get; } = new();

    public static Scores OfLines(IReadOnlyList<LabelledLine> lines, ITextAnalyzer analyzer, PlaybookSet playbooks)
    {
        var scores = new Scores();
        foreach (var line in lines) scores.Add(line, analyzer, playbooks);
        return scores;
    }

    public void Add(LabelledLine line, ITextAnalyzer analyzer, PlaybookSet playbooks)
    {
        var place = line.Places is { Count: > 0 } ? line.Places[0] : null;
        var playbook = place is null ? line.Playbook : place[..place.IndexOf('/')];
        var read = analyzer.Analyze(new AnalysisRequest(line.Text, Now, playbook is null ? playbooks.All : [playbooks[playbook]]) { Question = line.Question });
        if (line.Sentiment is { } tone) Sentiment.Add(read.Sentiment == tone);
        if (line.Anger is { } anger)
        {
            AngerExact.Add(read.Anger == anger);
            AngerNear.Add(Math.Abs(read.Anger - anger) <= 1);
        }
        if (line.Flags is { } flags) Flags.Add(flags, read.Flags);
        if (line.Intents is { } intents) Intents.Add(Plain(intents), Plain(read.Intents));
        if (line.Triggers is { } triggers)
        {
            Trigger[] given = [.. read.Triggers.Select(evidence => evidence.Id).Except(Newer).Distinct()];
            SafetyTriggers.Add([.. triggers.Intersect(Safety)], given.Intersect(Safety).ToArray());
            OtherTriggers.Add([.. triggers.Except(Safety).Except(Newer)], given.Except(Safety).ToArray());
        }
        if (place is null) return;
        Category.Add(line.Places!.Contains($"{playbook}/{read.Category}"));
        Playbook.Add(analyzer.Analyze(new AnalysisRequest(line.Text, Now, playbooks.All)).Playbook == playbook);
    }

    public override string ToString() =>
        $"sentiment {Sentiment}, anger {AngerExact} / {AngerNear}, flags {Flags.Prf}, intents {Intents.Prf}, safety {SafetyTriggers.Prf} missed {SafetyTriggers.Missed}, other triggers {OtherTriggers.Prf}, category {Category}, playbook {Playbook}";

    // A manager is a person, and the newer intents are not in the measuring sets.
    private static Intent[] Plain(IReadOnlyList<Intent> intents) =>
        [.. intents.Select(intent => intent == Intent.AskManager ? Intent.AskPerson : intent).Except([Intent.AddToCase, Intent.PromiseNotKept]).Distinct()];
}
