namespace ComplaintBot.House.Source;

/// <summary>
/// The files that a guard looks at. Guards are functions of a tree, so that the same guard runs on the repository
/// and on a tree with a planted offender.
/// </summary>
internal sealed class SourceTree
{
    private readonly Dictionary<string, SourceFile> files;
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public SourceTree(IEnumerable<SourceFile> files)
    {
        this.files = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var file in this.files.Values)
            for (var folder = file.Folder; folder.Length > 0 && folders.Add(folder);)
                folder = folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : "";
    }

    public IEnumerable<SourceFile> Files => files.Values.OrderBy(f => f.Path, StringComparer.Ordinal);

    /// <summary>A small tree of planted files.</summary>
    public static SourceTree Of(params (string Path, string Text)[] planted) =>
        new(planted.Select(p => new SourceFile(p.Path, p.Text)));

    public IEnumerable<SourceFile> Under(params string[] folders) => Files.Where(f => f.IsUnder(folders));

    public SourceFile? Find(string path) => files.GetValueOrDefault(path);

    public bool HasFolder(string path) => folders.Contains(path);

    /// <summary>Whether a path from the root names a file or a folder.</summary>
    public bool Has(string path) => files.ContainsKey(path) || folders.Contains(path);
}
