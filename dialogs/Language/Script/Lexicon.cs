namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>Reads the word lists that are embedded in this assembly.</summary>
internal static class Lexicon
{
    /// <summary>The lines of a list, without empty ones and those that begin with '#'.</summary>
    /// <param name="file">The file's name in the folder <c>Lexicons</c>.</param>
    /// <exception cref="FileNotFoundException">No such list is embedded.</exception>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Lexicons.{file}")
            ?? throw new FileNotFoundException($"The word list '{file}' is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    /// <summary>A list of the form <c>[section]</c>, then words, several a line parted by '|'.</summary>
    /// <param name="file">The file's name in the folder <c>Lexicons</c>.</param>
    /// <exception cref="FileNotFoundException">No such list is embedded.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections(string file)
    {
        var sections = new Dictionary<string, IReadOnlyList<string>>();
        var words = new List<string>();
        foreach (var line in Lines(file))
        {
            if (line[0] == '[') sections.Add(line[1..line.IndexOf(']')], words = []);
            else words.AddRange(line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        return sections;
    }
}
