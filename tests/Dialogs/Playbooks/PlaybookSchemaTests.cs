using System.Text.Json.Nodes;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Playbooks.PlaybookTexts;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

/// <summary>The schema that editors use says the same as the reader, as far as a schema can.</summary>
public sealed class PlaybookSchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "playbooks", "playbook.schema.json")))!.AsObject();

    private static readonly SchemaSubset Subset = new(Schema);

    [Fact]
    public void Its_lists_of_identifiers_are_those_of_the_vocabulary()
    {
        Assert.Equal(Identifiers.All<Severity>(), EnumOf("severity"));
        Assert.Equal(Identifiers.All<Role>(), EnumOf("role"));
        Assert.Equal(Identifiers.All<Trigger>(), EnumOf("trigger"));
        Assert.Equal(Identifiers.All<Cause>(), EnumOf("cause"));
        Assert.Equal(Identifiers.All<RemedyKind>(), EnumOf("remedy"));
        Assert.Equal(Identifiers.All<FactType>(), EnumOf("factType"));
        Assert.Equal(Identifiers.All<Manner>(), EnumOf("manner"));
        Assert.Equal(Identifiers.All<Situation>(), EnumOf("situation"));
        Assert.Equal(Duties.All, EnumOf("duty"));
        Assert.Equal(Duties.Told, EnumOf("told"));
        Assert.Equal(Identifiers.All<Role>(), Schema["$defs"]!["limits"]!["properties"]!.AsObject().Select(entry => entry.Key));
        Assert.Equal(ClockNames.Required, Schema["properties"]!["clocks"]!["properties"]!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public void Every_property_is_described()
    {
        var bare = Objects(Schema).Where(schema => schema["properties"] is JsonObject && schema["type"] is not null)
            .SelectMany(schema => schema["properties"]!.AsObject())
            .Where(entry => entry.Value is JsonObject property && property["description"] is null && property["$ref"] is null)
            .Select(entry => entry.Key);

        Assert.Empty(bare);
    }

    [Fact]
    public void A_good_playbook_and_a_child_are_valid_and_use_every_property_of_it()
    {
        string[] texts = [Base, Child];

        Assert.All(texts, text => Assert.Null(Subset.Offence(YamlAsJson.Read(text))));

        var used = texts.SelectMany(text => Objects(YamlAsJson.Read(text)!)).SelectMany(map => map.Select(entry => entry.Key)).ToHashSet();
        var known = Objects(Schema).Where(schema => schema["properties"] is JsonObject && schema["type"] is not null)
            .SelectMany(schema => schema["properties"]!.AsObject().Select(entry => entry.Key));
        Assert.Empty(known.Except(used));
    }

    [Fact]
    public void Every_shipped_playbook_is_valid()
    {
        Assert.All(ShippedPlaybookTests.Sources(), source => Assert.Null(Subset.Offence(YamlAsJson.Read(source.Text))));
    }

    [Theory]
    [MemberData(nameof(PlantedMistakeTests.InKeysAndTexts), MemberType = typeof(PlantedMistakeTests))]
    [MemberData(nameof(PlantedMistakeTests.InRules), MemberType = typeof(PlantedMistakeTests))]
    [MemberData(nameof(PlantedMistakeTests.InFactsAndCategories), MemberType = typeof(PlantedMistakeTests))]
    public void A_mistake_of_form_is_refused_as_by_the_reader(string good, string bad, string found, string expected)
    {
        Assert.NotEqual(found, expected);

        Assert.NotNull(Subset.Offence(YamlAsJson.Read(Planted(good, bad).Text)));
    }

    private static IEnumerable<string> EnumOf(string name) => Schema["$defs"]![name]!["enum"]!.AsArray().Select(id => id!.GetValue<string>());

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject map => map.Where(entry => entry.Value is not null).SelectMany(entry => Objects(entry.Value!)).Prepend(map),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => Objects(item!)),
        _ => [],
    };
}
