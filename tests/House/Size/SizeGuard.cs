using ComplaintBot.House.Source;

namespace ComplaintBot.House.Size;

/// <summary>
/// The tail of the sizes: a cap on files, methods and constructors. Half of all files are short in any code; it is the
/// few long ones that nobody reads.
/// </summary>
internal static class SizeGuard
{
    private const int FileLines = 400;
    private const int TestFileLines = 500;
    private const int MethodLines = 60;
    private const int ConstructorParameters = 6;

    /// <summary>Files that may be longer, and why.</summary>
    private static readonly Dictionary<string, string> LongFiles = new()
    {
        ["dialogs/Phrases/Situation.cs"] = "one list of what can be said, each with what it is for; nobody would look for the second half elsewhere",
    };

    public static List<string> Offences(SourceTree tree) => Offences(tree, LongFiles);

    /// <param name="tree">The files to look at.</param>
    /// <param name="exceptions">Paths of files that may be longer, each with the reason; an idle exception is an offence.</param>
    public static List<string> Offences(SourceTree tree, Dictionary<string, string> exceptions)
    {
        var sources = tree.Under("bot", "dialogs").Where(f => f.Is(".cs", ".ts", ".vue")).ToList();
        var tests = tree.Under("tests").Where(f => f.Is(".cs", ".ts")).ToList();
        return
        [
            .. sources.Where(f => f.LineCount > FileLines && !exceptions.ContainsKey(f.Path)).Select(f => TooLong(f, FileLines)),
            .. tests.Where(f => f.LineCount > TestFileLines).Select(f => TooLong(f, TestFileLines)),
            .. exceptions.Keys.Where(path => tree.Find(path) is not { LineCount: > FileLines }).Select(p => $"{p} needs no exception any more."),
            .. sources.Concat(tests).Where(f => f.Is(".cs")).SelectMany(Members),
            .. sources.Where(f => f.Is(".cs")).SelectMany(PublicTypes),
        ];
    }

    /// <summary>The line counts at the middle, at 95 of 100, and at the end of the sorted source files.</summary>
    public static (int Middle, int P95, int Longest) Lines(SourceTree tree)
    {
        var counts = tree.Under("bot", "dialogs").Where(f => f.Is(".cs", ".ts", ".vue")).Select(f => f.LineCount).Order().ToList();
        return counts.Count == 0 ? default : (counts[counts.Count / 2], counts[(counts.Count - 1) * 95 / 100], counts[^1]);
    }

    private static string TooLong(SourceFile file, int limit) => $"{file.Path} has {file.LineCount} lines; {limit} is the limit.";

    private static IEnumerable<string> Members(SourceFile file)
    {
        foreach (var member in file.Outline.Members)
        {
            if (member.LineCount > MethodLines)
                yield return $"{file.Path}:{member.Line} {member.Name} has {member.LineCount} lines; {MethodLines} is the limit.";
            if (member.ConstructorParameters > ConstructorParameters)
                yield return $"{file.Path}:{member.Line} {member.Name} is built from {member.ConstructorParameters} parameters; {ConstructorParameters} is the limit.";
        }
    }

    private static IEnumerable<string> PublicTypes(SourceFile file)
    {
        // A type and its generic twin share a name, and may share a file.
        var names = file.Outline.Types.Where(t => t.IsPublic).Select(t => t.Name).Distinct().ToList();
        if (names.Count > 1)
            yield return $"{file.Path} has {names.Count} public types: {string.Join(", ", names)}.";
    }
}
