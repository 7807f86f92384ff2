using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Packages;

/// <summary>Package versions that are open or scattered, and projects that the solution does not know.</summary>
internal static class PackageGuard
{
    private const string Central = "Directory.Packages.props";

    private static readonly Regex Exact = new(@"^[0-9]+(\.[0-9]+){1,3}(-[0-9A-Za-z.-]+)?$", RegexOptions.NonBacktracking);

    private static readonly Regex SolutionEntry = new(@"""([^""]+\.csproj)""", RegexOptions.NonBacktracking);

    private static readonly string[] NpmGroups = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies", "overrides"];

    public static List<string> Offences(SourceTree tree)
    {
        var projects = tree.Files.Where(f => f.Is(".csproj")).ToList();
        return [.. Versions(tree, projects), .. Solution(tree, projects), .. tree.Files.Where(f => f.Name == "package.json").SelectMany(Npm)];
    }

    private static IEnumerable<string> Versions(SourceTree tree, List<SourceFile> projects)
    {
        if (tree.Find(Central) is not { } central)
            return [$"{Central} is missing."];

        var versions = XElement.Parse(central.Text).Descendants("PackageVersion")
            .ToDictionary(p => (string?)p.Attribute("Include") ?? "", p => (string?)p.Attribute("Version") ?? "");
        var open = versions.Where(v => !Exact.IsMatch(v.Value)).Select(v => $"{Central} has {v.Key} in the open version '{v.Value}'.");
        var scattered = from file in projects.Concat(tree.Files.Where(f => f.Is(".props", ".targets") && f.Path != Central))
                        from package in XElement.Parse(file.Text).Descendants("PackageReference")
                        let name = (string?)package.Attribute("Include") ?? (string?)package.Attribute("Update") ?? ""
                        let own = package.Attributes().Select(a => a.Name.LocalName).Concat(package.Elements().Select(e => e.Name.LocalName))
                            .FirstOrDefault(n => n is "Version" or "VersionOverride")
                        where own is not null || !versions.ContainsKey(name)
                        select own is not null ? $"{file.Path} gives {name} a {own} of its own." : $"{Central} has no version for {name} of {file.Path}.";
        return open.Concat(scattered);
    }

    private static IEnumerable<string> Solution(SourceTree tree, List<SourceFile> projects)
    {
        var listed = tree.Files.Where(f => f.Is(".sln")).SelectMany(f => SolutionEntry.Matches(f.Text))
            .Select(m => m.Groups[1].Value.Replace('\\', '/')).ToHashSet();
        var existing = projects.Select(p => p.Path).ToHashSet();
        return existing.Except(listed).Select(p => $"The solution lacks {p}.")
            .Concat(listed.Except(existing).Select(p => $"The solution lists {p}, which does not exist."));
    }

    private static IEnumerable<string> Npm(SourceFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        return
        [
            .. from name in NpmGroups
               where json.RootElement.TryGetProperty(name, out _)
               from package in json.RootElement.GetProperty(name).EnumerateObject()
               where package.Value.ValueKind != JsonValueKind.String || !Exact.IsMatch(package.Value.GetString()!)
               select $"{file.Path} has {package.Name} in the open version '{package.Value}'.",
        ];
    }
}
