using System.Text.RegularExpressions;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Imports;

/// <summary>Imports in the order that <c>dotnet format</c> gives them; the runner checks only white space, which takes a third of the time.</summary>
internal static partial class ImportGuard
{
    public static List<string> Offences(SourceTree tree) => [.. tree.Files.Where(f => f.Is(".cs")).SelectMany(Offences)];

    private static IEnumerable<string> Offences(SourceFile file)
    {
        var imports = Import().Matches(file.Code).Select(match => (match.Index, Rank: Rank(match))).ToList();
        return imports.Zip(imports.Skip(1)).Where(pair => Compare(pair.First.Rank, pair.Second.Rank) > 0)
            .Select(pair => $"{file.Path}:{file.LineAt(pair.Second.Index)} belongs before the import above it: run 'dotnet format'.");
    }

    /// <summary>Plain imports, then static ones, then other names for types; the framework first in each.</summary>
    private static (int Kind, bool IsOurs, string Name) Rank(Match match)
    {
        var name = match.Groups["name"].Value;
        var kind = match.Groups["alias"].Success ? 2 : match.Groups["static"].Success ? 1 : 0;
        return (kind, kind < 2 && name != "System" && !name.StartsWith("System.", StringComparison.Ordinal), kind == 2 ? match.Groups["alias"].Value : name);
    }

    private static int Compare((int Kind, bool IsOurs, string Name) one, (int Kind, bool IsOurs, string Name) other) =>
        one.Kind != other.Kind ? one.Kind - other.Kind
        : one.IsOurs != other.IsOurs ? (one.IsOurs ? 1 : -1)
        : Parts(one.Name).CompareTo(Parts(other.Name));

    // A dot sorts before every letter: "A.B" stands before "AB".
    private static ImportName Parts(string name) => new(name.Split('.'));

    [GeneratedRegex(@"^using (?<static>static )?((?<alias>\w+) = )?(?<name>[\w.]+)[^\n()]*;$", RegexOptions.Multiline)]
    private static partial Regex Import();

    private readonly record struct ImportName(string[] Parts) : IComparable<ImportName>
    {
        public int CompareTo(ImportName other)
        {
            foreach (var (mine, theirs) in Parts.Zip(other.Parts))
                if (string.Compare(mine, theirs, StringComparison.OrdinalIgnoreCase) is var order and not 0) return order;
            return Parts.Length - other.Parts.Length;
        }
    }
}
