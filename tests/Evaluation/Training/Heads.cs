using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Turns the labels of a line into what the heads should say.</summary>
internal sealed class Heads(Outputs outputs)
{
    private const float FirstHead = 0.7f;
    private const float Rare = 2f;

    // The conversation decides these, or another head says the same.
    private static readonly Trigger[] Unjudged = [Trigger.AsksForPerson, Trigger.Furious, Trigger.RemedyRefused, Trigger.Abuse, Trigger.StatutoryClaim];

    private readonly Dictionary<string, int> places = outputs.Places.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    private readonly Dictionary<string, (int First, int Count)> playbooks = outputs.Places.Index().GroupBy(pair => pair.Item[..pair.Item.IndexOf('/')]).ToDictionary(group => group.Key, group => (group.First().Index, group.Count()), StringComparer.Ordinal);

    /// <summary>What the heads should say of a line, for the labels it has.</summary>
    public Target[] Of(LabelledLine line, float weight = 1)
    {
        var targets = new List<Target>();
        if (line.Sentiment is { } tone) targets.Add(new Target(Outputs.Sentiment, 4, (int)tone, 1.5f * weight));
        if (line.Anger is { } anger) targets.Add(new Target(Outputs.Anger, Outputs.Levels, anger, weight));
        if (line.Flags is { } flags) targets.AddRange(Enum.GetValues<MessageFlag>().Select(flag => Single(Outputs.Flags + (int)flag, flags.Contains(flag), weight)));
        if (line.Intents is { } intents) targets.AddRange(Enum.GetValues<Intent>().Where(line.Judges).Select(intent => Single(Outputs.Intents + (int)intent, intents.Contains(intent), weight)));
        if (line.Triggers is { } triggers)
            targets.AddRange(Enum.GetValues<Trigger>().Where(trigger => !Unjudged.Contains(trigger)).Select(trigger => Single(Outputs.Triggers + (int)trigger, triggers.Contains(trigger), weight)));
        if (line.Places is { } heads) AddPlaces(heads, weight, targets);
        else if (line.Playbook is { } playbook) targets.Add(OfPlaybook(playbook, weight));
        return [.. targets];
    }

    /// <summary>What the head for playbooks should say.</summary>
    public Target OfPlaybook(string playbook, float weight) => new(outputs.FirstPlaybook, outputs.Playbooks.Count, outputs.FindPlaybook(playbook)!.Value - outputs.FirstPlaybook, weight);

    private void AddPlaces(IReadOnlyList<string> heads, float weight, List<Target> targets)
    {
        var all = 1 + outputs.Places.Count;
        if (heads.Count == 0) targets.Add(new Target(Outputs.NoPlace, all, 0, weight));
        foreach (var (index, head) in heads.Index())
        {
            var share = weight * (heads.Count == 1 ? 1 : index == 0 ? FirstHead : (1 - FirstHead) / (heads.Count - 1));
            var (first, count) = playbooks[head[..head.IndexOf('/')]];
            targets.Add(new Target(Outputs.NoPlace, all, places[head] + 1, share));
            targets.Add(OfPlaybook(head[..head.IndexOf('/')], share));
            // Within its playbook once more: most conversations have settled on one.
            targets.Add(new Target(Outputs.NoPlace + 1 + first, count, places[head] - first, share));
        }
    }

    private static Target Single(int output, bool holds, float weight) => new(output, 1, holds ? 1 : 0, (holds ? Rare : 1) * weight);
}
