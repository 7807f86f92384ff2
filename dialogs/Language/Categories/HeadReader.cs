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

    // Nobody has a hundred complaints: what follows in a letter of so many parts is read as one, so that each semicolon is no work of its own.
    private const int MostParts = 100;

    // What a part is about is said at its beginning.
    private const int LongestPart = 400;

    // So much of a letter is judged a second time, part by part; of a longer one each part has its share, and at least a sentence.
    private const int MostAgain = 2_500;
    private const int ShortestReach = 40;
    private static readonly string[] MoneyWords = ["money", "fee", "billing", "price", "invoice", "transaction", "charge"];

    /// <summary>The heads of a message that complains.</summary>
    public static IReadOnlyList<CategoryEvidence> Read(Message message, PlaybookClassifier classifier, Placement whole, ReadOnlySpan<Trigger> seen)
    {
        if (whole.Label is not { } label || whole.Evidence < (message.Units < ShortMessage ? EnoughForFewWords : LeastEvidence)) return [];
        // Most messages are of one part, which has been placed as a whole already.
        var heads = HeadSplitter.Next(message.Cues, 0) < 0 ? [] : Parts(message, classifier, label.Playbook, seen);
        if (heads.Count >= 2 && heads.Exists(head => head.Category == label.Category.Id)) return [.. heads.OrderBy(head => Weight(label.Playbook.CategoryOf(head.Category)))];
        return [new CategoryEvidence(label.Category.Id, message.Text.Source, whole.Confidence)];
    }

    private static List<CategoryEvidence> Parts(Message message, PlaybookClassifier classifier, Playbook playbook, ReadOnlySpan<Trigger> seen)
    {
        var heads = new List<CategoryEvidence>();
        var ends = Ends(message.Cues);
        var reach = message.Text.Text.Length <= MostAgain ? LongestPart : Math.Clamp(MostAgain / ends.Count, ShortestReach, LongestPart);
        var from = 0;
        foreach (var to in ends)
        {
            AddPart(message, classifier, playbook, (from, to), reach, seen, heads);
            from = to;
        }
        return heads;
    }

    private static List<int> Ends(FoundCues cues)
    {
        var ends = new List<int>();
        for (var at = 0; ends.Count < MostParts - 1 && (at = HeadSplitter.Next(cues, at)) >= 0;) ends.Add(at);
        ends.Add(cues.Text.Length);
        return ends;
    }

    private static void AddPart(Message message, PlaybookClassifier classifier, Playbook playbook, (int From, int To) span, int reach, ReadOnlySpan<Trigger> seen, List<CategoryEvidence> heads)
    {
        var (from, to) = span;
        var part = message.Text.Text.AsSpan(from, Math.Min(to - from, reach));
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
