using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Playbooks;

/// <summary>A folder of playbook files on disk: read at start, and again when a file changes.</summary>
internal sealed class PlaybookFolder(string path)
{
    /// <summary>The playbooks that come with the product.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "playbooks");

    /// <summary>Reads all files.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or no playbook in it; the message says what to do.</exception>
    public IReadOnlyList<PlaybookSource> Read()
    {
        if (!Directory.Exists(path)) throw new DirectoryNotFoundException($"No folder '{path}'. Name a folder with playbook files (*.yaml).");
        PlaybookSource[] sources = [.. Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal).Select(file => new PlaybookSource(Path.GetFileName(file), File.ReadAllText(file)))];
        return sources.Length > 0 ? sources : throw new DirectoryNotFoundException($"No playbook (*.yaml) in '{path}'.");
    }

    /// <summary>Puts the files on a shelf again whenever one changes; a mistake in one keeps the last good ones.</summary>
    /// <param name="shelf">The shelf.</param>
    /// <param name="clock">Measures the quiet after a change: an editor writes a file in several pieces.</param>
    /// <param name="reloaded">Told what came of it, unless nothing did.</param>
    /// <returns>Dispose it to stop watching.</returns>
    public IDisposable Watch(PlaybookShelf shelf, TimeProvider clock, Action<PlaybookReading> reloaded) => new PlaybookWatch(this, path, shelf, clock, reloaded);
}
