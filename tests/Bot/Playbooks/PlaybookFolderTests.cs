using System.Threading.Channels;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Playbooks;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Playbooks;

public sealed class PlaybookFolderTests : IDisposable
{
    /// <summary>Far longer than the system takes to tell of a change.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TempFolder folder = new();
    private readonly PlaybookFiles files;
    private readonly PlaybookShelf shelf = new([.. Identifiers.All<Situation>()]);
    private readonly Channel<PlaybookReading> told = Channel.CreateUnbounded<PlaybookReading>();

    public PlaybookFolderTests()
    {
        files = new PlaybookFiles(folder.Path);
        shelf.Replace(new PlaybookFolder(folder.Path).Read());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_changed_file_is_on_the_shelf_a_moment_later()
    {
        var before = shelf.Current["retail"];
        using var watch = Watch();

        files.Rename("retail.yaml", "Wren");
        await ToldAsync(reading => reading.Errors.Count == 0);

        Assert.Equal("Wren", shelf.Current["retail"].Identity.Assistant.En);
        Assert.Same(before, shelf.ByFingerprint(before.Fingerprint));
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_place_and_the_last_good_ones_stay()
    {
        var before = shelf.Current;
        using var watch = Watch();

        var line = files.Append("retail.yaml", "no_such_key: 1");
        await ToldAsync(reading => reading.Errors.Any(error => error.File == "retail.yaml" && error.Line == line));
        Assert.Same(before, shelf.Current);

        files.Replace("retail.yaml", "no_such_key: 1", "# mended");
        await ToldAsync(reading => reading.Errors.Count == 0);
        Assert.NotEqual(before["retail"].Fingerprint, shelf.Current["retail"].Fingerprint);
    }

    [Fact]
    public async Task A_file_that_is_put_in_the_place_of_another_counts_as_changed()
    {
        using var watch = Watch();

        // So most editors save, and so no reader ever sees half a file.
        var fresh = folder.File("retail.new");
        File.Copy(files.PathOf("retail.yaml"), fresh);
        await File.AppendAllTextAsync(fresh, "# one more line\n");
        File.Move(fresh, files.PathOf("retail.yaml"), overwrite: true);

        await ToldAsync(reading => reading.Errors.Count == 0);
    }

    [Fact]
    public async Task A_folder_without_playbooks_keeps_the_last_good_ones_and_says_so()
    {
        foreach (var file in Directory.GetFiles(folder.Path).Where(file => Path.GetFileName(file) != "general.yaml")) File.Delete(file);
        shelf.Replace(new PlaybookFolder(folder.Path).Read());
        var before = shelf.Current;
        using var watch = Watch();

        File.Delete(files.PathOf("general.yaml"));

        await ToldAsync(reading => reading.Errors.Any(error => error.Found.Contains(folder.Path, StringComparison.Ordinal)));
        Assert.Same(before, shelf.Current);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var missing = folder.File("nowhere");

        Assert.Contains(missing, Assert.Throws<DirectoryNotFoundException>(() => new PlaybookFolder(missing).Read()).Message, StringComparison.Ordinal);
    }

    private IDisposable Watch() => new PlaybookFolder(folder.Path).Watch(shelf, new SystemTimers(), reading => told.Writer.TryWrite(reading));

    /// <summary>Waits until that is told; a slow disk may have it told of what came before.</summary>
    private async Task ToldAsync(Predicate<PlaybookReading> wanted)
    {
        while (!wanted(await told.Reader.ReadAsync().AsTask().WaitAsync(Patience)))
        {
        }
    }

    /// <summary>Files change in real time, so what waits for them does too.</summary>
    private sealed class SystemTimers : TimeProvider;
}
