using ComplaintBot.Dialogs.Language.Categories;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Measuring;

/// <summary>
/// How well a business is served that writes a playbook of its own: each shipped playbook is taken for one, with a few of our lines as its
/// examples and without the trained heads, and asked for the category of the lines kept back.
/// </summary>
internal sealed class OwnBusiness(PlaybookSet playbooks, TextWriter output)
{
    private static readonly int[] Counts = [5, 10, 20];

    /// <summary>Writes the table.</summary>
    public void Write(IReadOnlyList<LabelledLine> lines)
    {
        output.WriteLine($"\n| a playbook of one's own | {string.Join(" | ", Counts.Select(count => $"{count} examples a category and language"))} |\n|---|---|---|---|");
        var totals = Counts.Select(_ => new Tally()).ToArray();
        foreach (var playbook in playbooks.All)
        {
            var own = lines.Where(line => line.Places is { Count: > 0 } && line.Places[0].StartsWith(playbook.Id + "/", StringComparison.Ordinal)).ToLookup(OwnText.IsKept);
            var tallies = Counts.Select((count, index) => Measure(playbook, count, own[false], [.. own[true]], totals[index])).ToList();
            output.WriteLine($"| {playbook.Id} | {string.Join(" | ", tallies)} |");
        }
        output.WriteLine($"| all | {string.Join(" | ", (IEnumerable<Tally>)totals)} |");
    }

    private static string[] Texts(IEnumerable<LabelledLine> lines, bool isChinese, int count) =>
        [.. lines.Select(line => line.Text).Where(text => text.Any(c => c is >= '\u3400' and <= '\u9FFF') == isChinese).Take(count)];

    private static Tally Measure(Playbook playbook, int count, IEnumerable<LabelledLine> examples, IReadOnlyList<LabelledLine> kept, Tally total)
    {
        var byCategory = examples.ToLookup(line => line.Places![0]);
        var categories = playbook.Categories.Values.Select(category => category with
        {
            Examples = new LocalizedList(Texts(byCategory[$"{playbook.Id}/{category.Id}"], isChinese: true, count), Texts(byCategory[$"{playbook.Id}/{category.Id}"], isChinese: false, count)),
            Words = LocalizedList.Empty,
        });
        var classifier = new PlaybookClassifier([playbook with { Categories = categories.ToDictionary(category => category.Id) }], null);
        var tally = new Tally();
        foreach (var line in kept)
        {
            var right = line.Places!.Contains($"{playbook.Id}/{classifier.Place(NormalizedText.From(line.Text).Text, [], null).Label?.Category.Id}");
            tally.Add(right);
            total.Add(right);
        }
        return tally;
    }
}
