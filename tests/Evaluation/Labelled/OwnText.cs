namespace ComplaintBot.Evaluation.Labelled;

/// <summary>The text of our own in the folder <c>Text</c>, parted by a hash of each text: one line in ten is kept back from training.</summary>
internal static class OwnText
{
    private const uint KeptShare = 10;

    /// <summary>Reads every file of a folder.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read; the message names every such line.</exception>
    public static List<LabelledLine> Read(string folder, IReadOnlySet<string> places) => Read(Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal), places);

    /// <summary>Reads one file.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read; the message names every such line.</exception>
    public static List<LabelledLine> ReadFile(string path, IReadOnlySet<string> places) => Read([path], places);

    /// <summary>Whether a line is kept back for choosing and measuring.</summary>
    public static bool IsKept(LabelledLine line)
    {
        var hash = 2166136261u;
        foreach (var c in line.Text) hash = (hash ^ c) * 16777619u;
        return (hash ^ hash >> 15) % KeptShare == 0;
    }

    private static List<LabelledLine> Read(IEnumerable<string> paths, IReadOnlySet<string> places)
    {
        var mistakes = new List<string>();
        var lines = paths.SelectMany(path => LabelledFile.Read(Path.GetFileName(path), File.ReadLines(path), places, mistakes)).ToList();
        return mistakes.Count == 0 ? lines : throw new InvalidDataException(string.Join('\n', mistakes));
    }
}
