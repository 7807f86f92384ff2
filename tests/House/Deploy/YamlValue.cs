using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ComplaintBot.House.Deploy;

/// <summary>A value of a YAML file, with anchors followed and merged as those who read it do; what is not there is empty.</summary>
internal sealed class YamlValue
{
    private readonly object? value;

    private YamlValue(object? value) => this.value = value;

    public bool IsThere => value is not null;

    public string Text => value as string ?? "";

    public IEnumerable<YamlValue> Items => (value as List<object?> ?? []).Select(item => new YamlValue(item));

    public IEnumerable<(string Name, YamlValue Value)> Members =>
        (value as Dictionary<object, object?> ?? []).Select(member => ((string)member.Key, new YamlValue(member.Value)));

    /// <summary>The value at the end of a path of names, with dots between them.</summary>
    public YamlValue this[string path]
    {
        get
        {
            var at = this;
            foreach (var name in path.Split('.')) at = new((at.value as Dictionary<object, object?>)?.GetValueOrDefault(name));
            return at;
        }
    }

    /// <exception cref="YamlException">It is no YAML.</exception>
    public static YamlValue Read(string text) =>
        new(new DeserializerBuilder().Build().Deserialize<object?>(new MergingParser(new Parser(new StringReader(text)))));

    /// <summary>Every member of every mapping in it, at any depth.</summary>
    public IEnumerable<(string Name, YamlValue Value)> Everywhere() => Members.SelectMany(member => member.Value.Everywhere().Prepend(member)).Concat(Items.SelectMany(item => item.Everywhere()));
}
