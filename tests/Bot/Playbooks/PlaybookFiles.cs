using ComplaintBot.Playbooks;

namespace ComplaintBot.Tests.Playbooks;

/// <summary>The playbooks that come with the product, copied to a folder to be changed there.</summary>
internal sealed class PlaybookFiles
{
    private readonly string folder;

    public PlaybookFiles(string folder)
    {
        this.folder = folder;
        foreach (var file in Directory.GetFiles(PlaybookFolder.Shipped, "*.yaml")) File.Copy(file, PathOf(Path.GetFileName(file)));
    }

    public string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>Replaces words that stand in the file once or more.</summary>
    /// <returns>The line of the first.</returns>
    public int Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, with, StringComparison.Ordinal));
        return text[..text.IndexOf(old, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
    }

    /// <summary>Adds a line.</summary>
    /// <returns>Its number.</returns>
    public int Append(string file, string line)
    {
        var text = File.ReadAllText(PathOf(file)).TrimEnd('\n') + "\n";
        File.WriteAllText(PathOf(file), text + line + "\n");
        return text.Count(c => c == '\n') + 1;
    }

    /// <summary>Gives the assistant another name; what a double-quoted YAML text may hold.</summary>
    public void Rename(string file, string name)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var at = Array.FindIndex(lines, line => line.TrimStart().StartsWith("assistant:", StringComparison.Ordinal));
        Assert.True(at >= 0, $"{file} names no assistant.");
        lines[at] = $$"""{{lines[at][..lines[at].IndexOf("assistant:", StringComparison.Ordinal)]}}assistant: { zh: "{{name}}", en: "{{name}}" }""";
        File.WriteAllLines(PathOf(file), lines);
    }
}
