using System.Text;

namespace ComplaintBot.House.Source;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution file.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside a checkout.</exception>
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<SourceTree> Read = new(() => ReadTree(Root));

    /// <summary>Everything git would keep: what .gitignore names is left out.</summary>
    public static SourceTree Tree => Read.Value;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ComplaintBot.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No ComplaintBot.sln in or above {AppContext.BaseDirectory}.");
    }

    private static SourceTree ReadTree(string root)
    {
        var ignored = new IgnoreList(File.ReadLines(Path.Combine(root, ".gitignore")));
        var files = new List<SourceFile>();
        var open = new Stack<string>([""]);
        while (open.TryPop(out var folder))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                var isFolder = entry is DirectoryInfo;
                if (entry.Name == ".git" || ignored.Covers(path, isFolder))
                    continue;
                if (isFolder)
                    open.Push(path);
                else
                    files.Add(new SourceFile(path, TextOf(entry.FullName)));
            }
        }

        return new SourceTree(files);
    }

    private static string TextOf(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.AsSpan().Contains((byte)0) ? "" : Encoding.UTF8.GetString(bytes);
    }
}
