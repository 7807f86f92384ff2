using System.Reflection;
using ComplaintBot.Dialogs.Language.Cues;

namespace ComplaintBot.Dialogs.Language;

/// <summary>The word lists an analyzer works with, compiled once and shared. Immutable.</summary>
public sealed class LexiconSet
{
    private const string Prefix = "Lexicons.";
    private static readonly Lazy<LexiconSet> Shipped = new(LoadShipped);

    /// <summary>Compiles word lists.</summary>
    /// <param name="files">Names, for messages, and texts. The format stands in <c>Language/README.md</c>.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names the file and the line.</exception>
    public LexiconSet(IEnumerable<KeyValuePair<string, string>> files) =>
        Finder = new CueFinder([.. files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => PhraseReader.Read(file.Key, file.Value))]);

    /// <summary>The lists that ship with the dialogs.</summary>
    public static LexiconSet Default => Shipped.Value;

    /// <summary>Finds the phrases.</summary>
    internal CueFinder Finder { get; }

    private static LexiconSet LoadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new LexiconSet(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + "cues-", StringComparison.Ordinal))
            .Select(name => KeyValuePair.Create(name[Prefix.Length..], Read(assembly, name))));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
