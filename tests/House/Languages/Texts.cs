using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ComplaintBot.House.Languages;

/// <summary>Reads texts out of YAML and compares a text with its translation.</summary>
internal static class Texts
{
    private static readonly Regex Placeholder = new(@"\{[A-Za-z_][A-Za-z0-9_.:-]*\}", RegexOptions.NonBacktracking);

    /// <summary>The outermost node; null for an empty document.</summary>
    /// <exception cref="YamlException">The text is no YAML, or a mapping has a key twice.</exception>
    public static YamlNode? Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }

    /// <summary>Every text below a node with its path of keys. Places in lists are no part of the path.</summary>
    public static IEnumerable<(string Key, YamlNode Node)> Leaves(YamlNode node, string key = "")
    {
        if (node is not YamlMappingNode mapping)
            return [(key, node)];
        return mapping.Children.SelectMany(c => Leaves(c.Value, key.Length == 0 ? $"{c.Key}" : $"{key}.{c.Key}"));
    }

    /// <summary>
    /// What is wrong between two texts of the same meaning. Each is a text or a list of texts; lists may differ in
    /// length, but not in the set of placeholders.
    /// </summary>
    public static IEnumerable<string> Differences(YamlNode chinese, YamlNode english)
    {
        var zh = Scalars(chinese);
        var en = Scalars(english);
        if (zh.Count == 0 || zh.Exists(string.IsNullOrWhiteSpace))
            yield return "is empty in Chinese";
        if (en.Count == 0 || en.Exists(string.IsNullOrWhiteSpace))
            yield return "is empty in English";
        if (!Placeholders(zh).SetEquals(Placeholders(en)))
            yield return $"has the placeholders [{string.Join(' ', Placeholders(zh))}] in Chinese and [{string.Join(' ', Placeholders(en))}] in English";
        if (zh.SequenceEqual(en) && zh.Exists(HasHan))
            yield return "is Chinese in both languages";
    }

    private static List<string> Scalars(YamlNode node) =>
        [.. node.AllNodes.OfType<YamlScalarNode>().Select(s => s.Value ?? "")];

    private static SortedSet<string> Placeholders(List<string> texts) =>
        new(texts.SelectMany(t => Placeholder.Matches(t)).Select(m => m.Value), StringComparer.Ordinal);

    private static bool HasHan(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
