using ComplaintBot.House.Source;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ComplaintBot.House.Languages;

/// <summary>Texts that one language has and the other lacks.</summary>
internal static class LanguageGuard
{
    private const string Chinese = ".zh-Hans.yaml";
    private const string English = ".en.yaml";

    /// <summary>
    /// Pairs of files, one for each language: every text stands in both, with the same placeholders.
    /// </summary>
    /// <returns>The offences, and how many texts were compared.</returns>
    public static (List<string> Offences, int Compared) Pairs(SourceTree tree, string folder)
    {
        var offences = new List<string>();
        var compared = 0;
        var names = tree.Files.Where(f => f.Folder == folder && f.Is(Chinese, English))
            .Select(f => f.Path[..^(f.Is(Chinese) ? Chinese : English).Length]).Distinct();
        foreach (var name in names)
        {
            var zh = Read(tree, name + Chinese, offences);
            var en = Read(tree, name + English, offences);
            if (zh is null || en is null)
                continue;

            offences.AddRange(zh.Keys.Except(en.Keys).Select(key => $"{name}{English} lacks {key}."));
            offences.AddRange(en.Keys.Except(zh.Keys).Select(key => $"{name}{Chinese} lacks {key}."));
            foreach (var key in zh.Keys.Intersect(en.Keys))
            {
                compared++;
                offences.AddRange(Texts.Differences(zh[key], en[key]).Select(d => $"{name}: {key} {d}."));
            }
        }

        return (offences, compared);
    }

    /// <summary>
    /// Mappings with the keys <c>zh</c> and <c>en</c> anywhere in the YAML files of a folder: both are there and say something.
    /// </summary>
    /// <returns>The offences, and how many texts were compared.</returns>
    public static (List<string> Offences, int Compared) Twins(SourceTree tree, string folder)
    {
        var offences = new List<string>();
        var compared = 0;
        foreach (var file in tree.Under(folder).Where(f => f.Is(".yaml")))
        {
            foreach (var mapping in Root(file, offences)?.AllNodes.OfType<YamlMappingNode>() ?? [])
            {
                var children = mapping.Children.ToDictionary(c => $"{c.Key}", c => c.Value);
                var zh = children.GetValueOrDefault("zh");
                var en = children.GetValueOrDefault("en");
                if (zh is null && en is null)
                    continue;

                compared++;
                var line = $"{file.Path}:{mapping.Start.Line}";
                if (zh is null || en is null)
                    offences.Add($"{line} lacks {(zh is null ? "zh" : "en")}.");
                else
                    offences.AddRange(Texts.Differences(zh, en).Select(d => $"{line} {d}."));
            }
        }

        return (offences, compared);
    }

    private static Dictionary<string, YamlNode>? Read(SourceTree tree, string path, List<string> offences)
    {
        if (tree.Find(path) is not { } file)
        {
            offences.Add($"{path} is missing.");
            return null;
        }

        return Root(file, offences) is { } root ? Texts.Leaves(root).ToDictionary(l => l.Key, l => l.Node) : [];
    }

    private static YamlNode? Root(SourceFile file, List<string> offences)
    {
        try
        {
            return Texts.Root(file.Text);
        }
        catch (YamlException e)
        {
            offences.Add($"{file.Path}:{e.Start.Line} {e.Message}");
            return null;
        }
    }
}
