using System.Collections.ObjectModel;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Reads the kinds of complaint.</summary>
/// <param name="facts">The facts they may ask for.</param>
/// <param name="manner">Whether remedies are offered at all.</param>
/// <param name="limitOfBot">What the bot may grant in the playbook's currency; null when that could not be read.</param>
internal sealed class CategoryReader(IReadOnlyDictionary<string, FactDefinition> facts, Manner manner, decimal? limitOfBot)
{
    private readonly IReadOnlyCollection<string> factNames = [.. facts.Keys];
    private readonly Dictionary<string, string> categoryOfExample = new(StringComparer.Ordinal);

    public ReadOnlyDictionary<string, Category> Read(Cursor cursor)
    {
        var map = cursor.AsMap();
        var categories = new OrderedDictionary<string, Category>(StringComparer.Ordinal);
        foreach (var (id, category) in map.Each("a name in kebab-case", key => Words.IsKebab(key)))
            categories.Add(id, CategoryOf(id, category));
        if (categories.Count == 0 && cursor.Node is MapNode)
            cursor.Findings.Add(cursor.Node, "no category", "at least one");
        return new ReadOnlyDictionary<string, Category>(categories);
    }

    private Category CategoryOf(string id, Cursor cursor)
    {
        var map = cursor.AsMap();
        var asked = map.Need("facts", "the facts that are needed and useful").AsMap();
        var needed = asked.Maybe("needed")?.AsManyOf(factNames, "a fact of this playbook") ?? [];
        var useful = asked.Maybe("useful");
        var category = new Category
        {
            Id = id,
            Name = map.Need("name", "a noun phrase in both languages").AsLocalized(),
            Severity = map.Need("severity", "a severity").AsId<Severity>(),
            Priority = map.Maybe("priority")?.AsWhole(0, 3),
            Trigger = map.Maybe("trigger")?.AsId<Trigger>(),
            CanHurt = map.Maybe("can_hurt")?.AsFlag() ?? false,
            OnPremises = map.Maybe("on_premises")?.AsFlag() ?? false,
            PresumedCause = map.Maybe("presumed_cause")?.AsId<Cause>() ?? Cause.Unknown,
            Examples = ExamplesOf(id, map.Need("examples", "sentences of customers in both languages")),
            Words = map.Maybe("words")?.AsLocalizedList() ?? LocalizedList.Empty,
            Needed = needed,
            Useful = useful?.AsManyOf(factNames, "a fact of this playbook") ?? [],
            AtOnce = map.Need("at_once", "what is done at once, in both languages").AsLocalized(),
            Misunderstanding = map.Maybe("misunderstanding") is { } mistake ? MisunderstandingOf(mistake) : null,
            Routes = map.Need("routes", "the duties that get a task").AsManyOf(Duties.All, "a duty", least: 1),
        };
        if (category.Needed.Intersect(category.Useful).FirstOrDefault(name => name.Length > 0) is { } twice)
            useful!.Refuse($"each fact once, not '{twice}' in needed and useful");
        asked.Close();
        category = category with { Ladder = LadderOf(map, category.PresumedCause) };
        map.Close();
        return category;
    }

    private IReadOnlyList<Rung> LadderOf(MapView map, Cause presumed)
    {
        if (manner == Manner.Warm)
            return new LadderReader(facts, limitOfBot).Read(map.Need("ladder", "2 to 4 remedies, small to large"), presumed);
        if (map.Maybe("ladder") is { Node: not ListNode { Items.Count: 0 } } ladder)
            ladder.Refuse("no ladder where the manner is neutral");
        return [];
    }

    private LocalizedList ExamplesOf(string id, Cursor cursor)
    {
        var examples = cursor.AsLocalizedList(1);
        foreach (var example in examples.Zh.Concat(examples.En).Where(example => example.Length > 0))
            if (!categoryOfExample.TryAdd(example, id) && categoryOfExample[example] is var other && other != id)
                cursor.Findings.Add(cursor.Node, $"'{example}' at {cursor.Path}", $"an example that '{other}' has not too");
        return examples;
    }

    private Misunderstanding MisunderstandingOf(Cursor cursor)
    {
        var map = cursor.AsMap();
        var misunderstanding = new Misunderstanding(
            map.Need("fact", "the fact whose answer shows it").AsOneOf(factNames, "a fact of this playbook"),
            map.Need("signs", "words of that answer in both languages").AsLocalizedList(1),
            map.Need("question", "a question that lets the customer see it themselves, in both languages").AsLocalized(),
            map.Need("explanation", "what helps, in both languages").AsLocalized());
        map.Close();
        return misunderstanding;
    }
}
