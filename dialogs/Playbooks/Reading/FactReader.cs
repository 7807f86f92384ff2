using System.Collections.ObjectModel;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Reads what can be asked.</summary>
internal static class FactReader
{
    private const int LeastWordings = 2;

    public static ReadOnlyDictionary<string, FactDefinition> Read(Cursor cursor)
    {
        var map = cursor.AsMap();
        var facts = new OrderedDictionary<string, FactDefinition>(StringComparer.Ordinal);
        foreach (var (name, fact) in map.Each("a name in snake_case", key => Words.IsSnake(key)))
            facts.Add(name, FactOf(name, fact, map.Keys));
        return new ReadOnlyDictionary<string, FactDefinition>(facts);
    }

    private static FactDefinition FactOf(string name, Cursor cursor, IReadOnlyCollection<string> names)
    {
        var map = cursor.AsMap();
        var type = map.Need("type", "how the answer is read").AsId<FactType>();
        var choices = map.Maybe("choices");
        var knownBy = map.Maybe("known_by");
        var fact = new FactDefinition
        {
            Name = name,
            Type = type,
            Label = map.Need("label", "what the read-back calls it, in both languages").AsLocalized(),
            Ask = map.Need("ask", "the question, two wordings in each language").AsLocalizedList(LeastWordings, []),
            Why = map.Need("why", "what it is needed for, in both languages").AsLocalized(),
            Choices = type == FactType.Choice ? ChoicesOf(choices ?? map.Need("choices", "what can be chosen")) : [],
            Cues = map.Maybe("cues")?.AsLocalizedList() ?? LocalizedList.Empty,
            KnownBy = knownBy?.AsManyOf(names, "a fact of this playbook") ?? [],
            FromGrievance = map.Maybe("from_grievance")?.AsFlag() ?? false,
        };
        if (choices is not null && type != FactType.Choice)
            choices.Refuse("no choices, or 'type: choice'");
        if (fact.KnownBy.Contains(name))
            knownBy!.Refuse("other facts than itself");
        map.Close();
        return fact;
    }

    private static IReadOnlyList<FactChoice> ChoicesOf(Cursor cursor)
    {
        var choices = new List<FactChoice>();
        foreach (var item in cursor.AsList(2))
        {
            var map = item.AsMap();
            var id = map.Need("id", "a name in kebab-case");
            var choice = new FactChoice(
                id.AsText("a name in kebab-case", text => Words.IsKebab(text)),
                map.Need("label", "what is shown, in both languages").AsLocalized(),
                map.Maybe("words")?.AsLocalizedList() ?? LocalizedList.Empty);
            if (choice.Id.Length > 0 && choices.Exists(other => other.Id == choice.Id))
                id.Refuse("an id that no other choice has");
            choices.Add(choice);
            map.Close();
        }
        return [.. choices];
    }
}
