using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

public sealed class ShippedPlaybookTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "playbooks");

    /// <summary>The YAML files that are built into the product.</summary>
    internal static IReadOnlyList<PlaybookSource> Sources() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => new PlaybookSource(Path.GetFileName(file), File.ReadAllText(file)))]
        : [];

    [Fact]
    public void Every_shipped_playbook_is_valid()
    {
        var sources = Sources();
        Assert.True(sources.Count > 0, "No playbook is shipped: dialogs/Playbooks holds no YAML file.");

        var reading = PlaybookReader.Read(sources, [.. Identifiers.All<Situation>()]);

        Assert.True(reading.Playbooks is not null, $"{reading.Errors.Count} mistakes:\n{string.Join('\n', reading.Errors)}");
    }

    [Fact]
    public void A_shipped_playbook_is_named_like_its_file()
    {
        foreach (var source in Sources())
            Assert.Contains($"\nplaybook: {Path.GetFileNameWithoutExtension(source.File)}\n", "\n" + source.Text, StringComparison.Ordinal);
    }
}
