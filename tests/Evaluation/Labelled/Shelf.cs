using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Evaluation.Labelled;

/// <summary>The playbooks that ship, and what they call their categories.</summary>
internal static class Shelf
{
    /// <summary>Reads the playbooks beside the program.</summary>
    /// <exception cref="InvalidDataException">One of them cannot be read.</exception>
    public static PlaybookSet Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "playbooks");
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => new PlaybookSource(Path.GetFileName(path), File.ReadAllText(path)));
        var reading = PlaybookReader.Read([.. files]);
        return reading.Playbooks ?? throw new InvalidDataException(string.Join('\n', reading.Errors));
    }

    /// <summary>Every <c>playbook/category</c>, in the order of the files.</summary>
    public static IReadOnlyList<string> Places(PlaybookSet playbooks) => [.. playbooks.All.SelectMany(playbook => playbook.Categories.Keys.Select(category => $"{playbook.Id}/{category}"))];
}
