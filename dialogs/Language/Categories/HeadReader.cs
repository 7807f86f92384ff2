using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Reading;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>Finds the complaints in a message, heaviest first: danger before money before comfort, else the first named.</summary>
internal static class HeadReader
{
    // An outcry of a few words tells no category unless it names the thing.
    private const int ShortMessage = 10;
    private const double EnoughForFewWords = 0.6;
    private const double LeastEvidence = 0.15;
    private const double SurePart = 0.45;
    private const double SureWithoutSigns = 0.75;
    private const int ShortestPart = 4;
    private static readonly string[] MoneyWords = ["money", "fee", "billing", "price", "invoice", "transaction", "charge"];

    /// <summary>The heads of a message that complains.</summary>
    public static IReadOnlyList<CategoryEvidence> Read(Message message, PlaybookClassifier classifier, Placement whole, ReadOnlySpan<Trigger> seen)
    {
        if (whole.Label is not { } label || whole.Evidence < (Length.Units(message.Text.Text) < ShortMessage ? EnoughForFewWords : LeastEvidence)) return [];
        var heads = Parts(message, classifier, label.Playbook, seen);
        if (heads.Count >= 2 && heads.Exists(head => head.Category == label.Category.Id)) return [.. heads.OrderBy(head => Weight(label.Playbook.CategoryOf(head.Category)))];
        return [new CategoryEvidence(label.Category.Id, message.Text.Source, whole.Confidence)];
    }

    private static List<CategoryEvidence> Parts(Message message, PlaybookClassifier classifier, Playbook playbook, ReadOnlySpan<Trigger> seen)
    {
        var heads = new List<CategoryEvidence>();
        var text = message.Text.Text;
        var from = 0;
        for (var at = HeadSplitter.Next(message.Cues, 0); ; at = HeadSplitter.Next(message.Cues, from))
        {
            var to = at < 0 ? text.Length : at;
            AddPart(message, classifier, playbook, from, to, seen, heads);
            if (at < 0 || heads.Count == 0 && from == to) return heads;
            from = to;
        }
    }

    private static void AddPart(Message message, PlaybookClassifier classifier, Playbook playbook, int from, int to, ReadOnlySpan<Trigger> seen, List<CategoryEvidence> heads)
    {
        var part = message.Text.Text.AsSpan(from, to - from);
        if (Length.Units(part) < ShortestPart) return;
        var place = classifier.Place(part, seen, message.Judged?.Model.JudgeWords(part), message.Trades);
        var needed = HasGrievance(message.Cues, from, to) || HeadSplitter.StartsMatter(message.Cues, from) ? SurePart : SureWithoutSigns;
        if (place.Label is not { } label || label.Playbook != playbook || place.Confidence < needed || heads.Exists(head => head.Category == label.Category.Id)) return;
        heads.Add(new CategoryEvidence(label.Category.Id, message.Text.Original(from, to - from).Trim(), place.Confidence));
    }

    private static bool HasGrievance(FoundCues cues, int from, int to)
    {
        foreach (var cue in (ReadOnlySpan<Cue>)[Cue.Fault, Cue.Bad, Cue.Heat, Cue.Injury, Cue.FoodPoisoning, Cue.FireOrGas, Cue.DataLeak, Cue.DangerToLife])
            if (cues.FirstWithin(cue, from, to) is not null) return true;
        return false;
    }

    private static int Weight(Category category)
    {
        if (category.Trigger is not null || category.CanHurt || category.Severity == Severity.Major) return 0;
        return Array.Exists(MoneyWords, word => category.Id.Contains(word, StringComparison.Ordinal)) ? 1 : 2;
    }
}
