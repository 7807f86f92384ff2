using ComplaintBot.Dialogs.Vocabulary;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Reads the phrase files of both languages and notes every mistake on the way, so that one start shows them all.</summary>
internal sealed class PhraseReader
{
    private const int MostShortForms = 3;

    private readonly List<string> _mistakes = [];

    /// <summary>Chinese wordings, by situation.</summary>
    public Dictionary<Situation, PhraseSet> Zh { get; } = [];

    /// <summary>English wordings, by situation.</summary>
    public Dictionary<Situation, PhraseSet> En { get; } = [];

    /// <summary>Everything that is wrong with the files read so far.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>Reads one file.</summary>
    public void Read(PhraseSource source)
    {
        var sets = source.File.EndsWith(".zh-Hans.yaml", StringComparison.Ordinal) ? Zh
            : source.File.EndsWith(".en.yaml", StringComparison.Ordinal) ? En
            : null;
        if (sets is null)
        {
            _mistakes.Add($"{source.File}: the name must end in .zh-Hans.yaml or .en.yaml.");
            return;
        }
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(source.Text));
        }
        catch (YamlException error)
        {
            _mistakes.Add($"{source.File}:{error.Start.Line}: is no YAML: {error.Message}");
            return;
        }
        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            _mistakes.Add($"{source.File}: must be one map of situations.");
            return;
        }
        foreach (var (key, value) in root.Children) ReadSituation(source.File, key, value, sets);
    }

    /// <summary>Notes what no single file shows: situations without words in a language, and languages that differ in who speaks.</summary>
    public void CheckCompleteness()
    {
        foreach (var situation in Enum.GetValues<Situation>())
        {
            var zh = Zh.GetValueOrDefault(situation);
            var en = En.GetValueOrDefault(situation);
            if (zh is null && en is null) _mistakes.Add($"{situation.Id()}: is missing.");
            else if (zh is null) _mistakes.Add($"{situation.Id()}: has no Chinese.");
            else if (en is null) _mistakes.Add($"{situation.Id()}: has no English.");
            else if (zh.ForBot != en.ForBot || zh.ForAgents != en.ForAgents) _mistakes.Add($"{situation.Id()}: 'use' differs between the languages.");
        }
    }

    private void ReadSituation(string file, YamlNode key, YamlNode value, Dictionary<Situation, PhraseSet> sets)
    {
        var id = (key as YamlScalarNode)?.Value;
        var at = $"{file}:{key.Start.Line}: {id}";
        if (!Identifiers.TryParse<Situation>(id, out var situation))
        {
            _mistakes.Add($"{at}: is no known situation.");
            return;
        }
        if (value is not YamlMappingNode map)
        {
            _mistakes.Add($"{at}: must be a map with use, say and short.");
            return;
        }
        foreach (var name in map.Children.Keys.Select(child => (child as YamlScalarNode)?.Value).Where(name => name is not ("use" or "say" or "short")))
        {
            _mistakes.Add($"{at}: has an unknown key '{name}'; known: use, say, short.");
        }
        var rule = SituationRules.Of(situation);
        var (forBot, forAgents) = ReadUse(at, map);
        var say = ReadWordings(at, "say", map, rule);
        var shorts = ReadWordings(at, "short", map, rule);
        if (say.Count < rule.AtLeast) _mistakes.Add($"{at}: has {say.Count} variants, needs {rule.AtLeast}.");
        if (shorts.Count > MostShortForms || (shorts.Count == 0 && !rule.IsPart)) _mistakes.Add($"{at}: has {shorts.Count} short forms, needs 1 to {MostShortForms}.");
        if (!sets.TryAdd(situation, new PhraseSet(forBot, forAgents, say, shorts))) _mistakes.Add($"{at}: stands in two files of one language.");
    }

    private (bool ForBot, bool ForAgents) ReadUse(string at, YamlMappingNode map)
    {
        var use = map.Children.TryGetValue("use", out var node) ? (node as YamlScalarNode)?.Value : null;
        if (use is not ("bot" or "agent" or "bot agent")) _mistakes.Add($"{at}: 'use' must be 'bot', 'agent' or 'bot agent', found '{use}'.");
        return (use is "bot" or "bot agent", use is "agent" or "bot agent");
    }

    private List<PhraseTemplate> ReadWordings(string at, string key, YamlMappingNode map, SituationRule rule)
    {
        var templates = new List<PhraseTemplate>();
        if (!map.Children.TryGetValue(key, out var node)) return templates;
        if (node is not YamlSequenceNode list)
        {
            _mistakes.Add($"{at}: '{key}' must be a list.");
            return templates;
        }
        foreach (var child in list.Children)
        {
            var text = (child as YamlScalarNode)?.Value;
            if (string.IsNullOrWhiteSpace(text)) _mistakes.Add($"{at}: '{key}' has an entry without text in line {child.Start.Line}.");
            else if (!PhraseTemplate.TryParse(text, out var template, out var mistake)) _mistakes.Add($"{at}: \"{text}\" {mistake}.");
            else if (rule.MistakeOf(template) is { } wrong) _mistakes.Add($"{at}: \"{text}\" {wrong}.");
            else templates.Add(template);
        }
        return templates;
    }
}
