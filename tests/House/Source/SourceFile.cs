namespace ComplaintBot.House.Source;

/// <summary>One file of the repository, real or planted.</summary>
/// <param name="path">From the repository root, with forward slashes.</param>
/// <param name="text">The whole text; empty for a binary file.</param>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<string> code = new(() => CSharpCode.Only(text));
    private readonly Lazy<CSharpOutline> outline = new(() => CSharpOutline.Of(CSharpCode.Only(text)));

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The text with comments and literals blanked out, line breaks and offsets kept.</summary>
    public string Code => code.Value;

    public CSharpOutline Outline => outline.Value;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder, without a slash at its end; empty for the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    public int LineCount => Text.Length == 0 ? 0 : Text.AsSpan().Count('\n') + (Text[^1] == '\n' ? 0 : 1);

    public bool Is(params string[] extensions) => extensions.Any(e => Path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    public bool IsUnder(params string[] folders) => folders.Any(f => Path.StartsWith(f + "/", StringComparison.Ordinal));

    /// <summary>The line, counted from 1, in which an offset of the text lies.</summary>
    public int LineAt(int offset) => Text.AsSpan(0, offset).Count('\n') + 1;
}
