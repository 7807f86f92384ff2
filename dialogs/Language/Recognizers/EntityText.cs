using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>A text in the form in which entities are looked for: half-width, simplified, lower case, every character in its place.</summary>
internal sealed class EntityText
{
    /// <summary>Folds a text in one pass.</summary>
    public EntityText(string source)
    {
        Source = source;
        Text = string.Create(source.Length, source, static (folded, source) =>
        {
            for (var at = 0; at < folded.Length; at++) folded[at] = char.ToLowerInvariant(ScriptTables.Simplified[Halved(source[at])]);
        });
    }

    /// <summary>The text as it came.</summary>
    public string Source { get; }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>A stretch as it was written, half-width.</summary>
    public string Written(int start, int end) => string.Create(end - start, (Source, start), static (written, from) =>
    {
        for (var at = 0; at < written.Length; at++) written[at] = Halved(from.Source[from.start + at]);
    });

    /// <summary>A result for a stretch of the text.</summary>
    public ModelResult Result(int start, int end, string type, IReadOnlyDictionary<string, object?> resolution) => new(Written(start, end), start, end - 1, type, resolution);

    private static char Halved(char unit) => unit switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(unit - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '\u2019' => '\'',
        '\u2013' or '\u2014' or '\u2212' => '-',
        _ => unit,
    };
}
