using System.Buffers;
using System.IO.Enumeration;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Documents;

/// <summary>Links, paths and commands in documents that lead nowhere.</summary>
internal static class DocumentGuard
{
    private static readonly string[] Extensions =
    [
        ".cs", ".csproj", ".css", ".html", ".json", ".jsonl", ".md", ".props", ".py", ".sh", ".sln", ".targets", ".ts", ".tsv",
        ".txt", ".vue", ".yaml", ".yml",
    ];

    private static readonly SearchValues<char> Placeholders = SearchValues.Create("<>{}$…=");

    public static List<string> Offences(SourceTree tree)
    {
        var offences = new List<string>();
        foreach (var document in tree.Files.Where(f => f.Is(".md")))
        {
            foreach (var part in Markdown.Parts(document.Text))
                offences.AddRange(Missing(tree, document, part).Select(path => $"{document.Path}:{part.Line} names {path}, which does not exist."));
        }

        return offences;
    }

    private static IEnumerable<string> Missing(SourceTree tree, SourceFile document, MarkdownPart part) => part.Kind switch
    {
        MarkdownPartKind.Link => LinkTarget(part.Text) is { } target && !tree.Has(Resolve(document.Folder, target)) ? [target] : [],
        MarkdownPartKind.Code => Words(part.Text).Where(w => IsPath(tree, w) && !Exists(tree, document, w)),
        _ => CommandPaths(tree, part.Text).Where(path => !tree.Has(Resolve("", path))),
    };

    /// <summary>The file a link leads to; null when it leads to the web or to a heading of its own page.</summary>
    private static string? LinkTarget(string link)
    {
        var path = Uri.UnescapeDataString(link.Split('#', '?')[0]);
        var isElsewhere = link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal);
        return isElsewhere || path.Length == 0 ? null : path;
    }

    private static IEnumerable<string> Words(string span) =>
        span.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('"', '\'', ',', ';', ':', '(', ')'));

    private static bool IsPath(SourceTree tree, string word)
    {
        if (word.Length == 0 || word.AsSpan().ContainsAny(Placeholders) || word.Contains("://", StringComparison.Ordinal) || word[0] is '/' or '~')
            return false;
        var first = StripDot(word).Split('/')[0];
        return (word.Contains('/', StringComparison.Ordinal) && tree.HasFolder(first))
            || Extensions.Any(e => word.EndsWith(e, StringComparison.Ordinal) && word.Length > e.Length);
    }

    /// <summary>
    /// A path counts from the root or from the document, or is the end of some file's path; a star stands for anything, a dot
    /// at the beginning for any name before it.
    /// </summary>
    private static bool Exists(SourceTree tree, SourceFile document, string word)
    {
        var path = StripDot(word).TrimEnd('/');
        string[] places = [Resolve("", path), Resolve(document.Folder, path)];
        return places.Any(tree.Has)
            || tree.Files.Any(f => f.Path.EndsWith(path[0] == '.' ? path : "/" + path, StringComparison.Ordinal))
            || (path.Contains('*', StringComparison.Ordinal)
                && tree.Files.Any(f => places.Any(p => FileSystemName.MatchesSimpleExpression(p, f.Path, ignoreCase: false))));
    }

    /// <summary>The project of a dotnet command, and the script that a line starts with.</summary>
    private static IEnumerable<string> CommandPaths(SourceTree tree, string line)
    {
        var words = Words(line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line)
            .SkipWhile(w => w.Contains('=', StringComparison.Ordinal)).ToList();
        if (words is ["dotnet", "test" or "build", var project, ..] && project[0] != '-')
            yield return project;
        if (words is ["dotnet", ..] && words.IndexOf("--project") is > 0 and var flag && flag + 1 < words.Count)
            yield return words[flag + 1];
        if (words.Count > 0 && words[0].Contains('/', StringComparison.Ordinal) && tree.HasFolder(StripDot(words[0]).Split('/')[0]))
            yield return words[0];
    }

    private static string StripDot(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    /// <summary>A path from the root, with <c>.</c> and <c>..</c> followed.</summary>
    private static string Resolve(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
