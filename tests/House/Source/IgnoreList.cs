namespace ComplaintBot.House.Source;

/// <summary>
/// The part of .gitignore's language that this repository uses: a folder name ending in a slash, a file ending after
/// a star, and an exclamation mark that takes a folder back in.
/// </summary>
internal sealed class IgnoreList
{
    private readonly List<string> folderNames = [];
    private readonly List<string> fileEndings = [];
    private readonly List<string> keptFolders = [];

    /// <exception cref="NotSupportedException">A line uses more of the language than is understood here.</exception>
    public IgnoreList(IEnumerable<string> lines)
    {
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '!' && line[^1] == '/')
                keptFolders.Add(line[1..^1].TrimStart('/'));
            else if (line[^1] == '/' && line.IndexOf('/') == line.Length - 1)
                folderNames.Add(line[..^1]);
            else if (line[0] == '*' && !line.AsSpan(1).ContainsAny('*', '/'))
                fileEndings.Add(line[1..]);
            else
                throw new NotSupportedException($".gitignore has the line '{line}'; teach IgnoreList to read it.");
        }
    }

    public bool Covers(string path, bool isFolder)
    {
        if (!isFolder)
            return fileEndings.Any(e => path.EndsWith(e, StringComparison.Ordinal));
        var name = path[(path.LastIndexOf('/') + 1)..];
        return folderNames.Contains(name) && !keptFolders.Contains(path);
    }
}
