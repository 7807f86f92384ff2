using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Playbooks;

/// <summary>Watches a folder of playbooks and puts them on the shelf again once it has been quiet for a moment after a change.</summary>
internal sealed class PlaybookWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly Lock reloading = new();
    private readonly PlaybookFolder folder;
    private readonly PlaybookShelf shelf;
    private readonly Action<PlaybookReading> reloaded;
    private readonly string path;
    private readonly ITimer timer;
    private readonly FileSystemWatcher watcher;

    /// <summary>Begins to watch.</summary>
    public PlaybookWatch(PlaybookFolder folder, string path, PlaybookShelf shelf, TimeProvider clock, Action<PlaybookReading> reloaded)
    {
        (this.folder, this.path, this.shelf, this.reloaded) = (folder, path, shelf, reloaded);
        timer = clock.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        watcher = new FileSystemWatcher(path, "*.yaml") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName };
        watcher.Changed += Touched;
        watcher.Created += Touched;
        watcher.Deleted += Touched;
        watcher.Renamed += Touched;
        watcher.Error += Touched;
        watcher.EnableRaisingEvents = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher.Dispose();
        timer.Dispose();
    }

    private void Touched(object sender, EventArgs change) => timer.Change(Quiet, Timeout.InfiniteTimeSpan);

    private void Reload()
    {
        lock (reloading)
        {
            var before = Fingerprints();
            var reading = Read();
            if (reading.Errors.Count > 0 || !Fingerprints().SetEquals(before)) reloaded(reading);
        }
    }

    private PlaybookReading Read()
    {
        try
        {
            return shelf.Replace(folder.Read());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new PlaybookReading(null, [new PlaybookError(path, 1, unreadable.Message, "playbook files that can be read")]);
        }
    }

    private HashSet<string> Fingerprints() => [.. shelf.Current.All.Select(playbook => playbook.Fingerprint)];
}
