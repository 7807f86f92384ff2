using System.Collections.ObjectModel;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Makes a playbook of a map that has all it inherits.</summary>
internal static class PlaybookBuilder
{
    public const string IdExpected = "the playbook's id in kebab-case";

    /// <param name="root">The whole map.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="situations">The situations in which phrases are said; null when they are not known here.</param>
    /// <param name="findings">Where mistakes are told; the playbook is of use only when there are none.</param>
    public static Playbook Build(MapNode root, string fingerprint, IReadOnlyCollection<string>? situations, Findings findings)
    {
        var map = new Cursor(root, findings).AsMap();
        var id = map.Need("playbook", IdExpected).AsText(IdExpected, text => Words.IsKebab(text));
        map.Maybe("extends")?.AsText("the id of another playbook");
        var name = map.Need("name", "what people call this kind of business, in both languages").AsLocalized();
        var manner = map.Maybe("manner")?.AsId<Manner>() ?? Manner.Warm;
        var identity = IdentityReader.Read(map.Need("identity", "who speaks and where"));
        var authority = RulesReader.Authority(map.Need("authority", "how far each role may go"));
        var facts = FactReader.Read(map.Need("facts", "what can be asked"));
        var categories = new CategoryReader(facts, manner, RulesReader.LimitOfBot(authority, identity.Currency));
        IReadOnlyCollection<string> numbers = identity.EmergencyNumbers.Count > 0 ? [.. identity.EmergencyNumbers.Keys] : LocalizedCursor.AnyPlaceholder;
        var triggers = RulesReader.Triggers(map.Need("triggers", "what each trigger does"));
        var playbook = new Playbook
        {
            Id = id,
            Fingerprint = fingerprint,
            Name = name,
            Identity = identity,
            Manner = manner,
            Categories = categories.Read(map.Need("categories", "the kinds of complaint")),
            Facts = facts,
            Authority = authority,
            Thresholds = RulesReader.Thresholds(map.Maybe("thresholds")),
            Triggers = triggers,
            Clocks = RulesReader.Clocks(map.Need("clocks", "how long things may take")),
            Safety = RulesReader.Safety(
                map.Need("safety", "what is said first when somebody is in danger"), triggers, numbers, [.. facts.Keys]),
            Laws = RulesReader.Laws(map.Maybe("laws")),
            Phrases = PhrasesOf(map.Maybe("phrases"), situations),
        };
        map.Close();
        return playbook;
    }

    private static ReadOnlyDictionary<string, LocalizedList> PhrasesOf(Cursor? cursor, IReadOnlyCollection<string>? situations)
    {
        if (cursor?.AsMap() is not { } map)
            return ReadOnlyDictionary<string, LocalizedList>.Empty;
        var phrases = new Dictionary<string, LocalizedList>(StringComparer.Ordinal);
        foreach (var (situation, phrase) in map.Each("a situation in kebab-case", key => Words.IsKebab(key)))
        {
            if (situations?.Contains(situation) == false && Words.IsKebab(situation))
                map.RefuseKey(situation, NearestWord.Expected(situation, situations));
            phrases.Add(situation, phrase.AsLocalizedList(1, LocalizedCursor.AnyPlaceholder));
        }
        return phrases.AsReadOnly();
    }
}
