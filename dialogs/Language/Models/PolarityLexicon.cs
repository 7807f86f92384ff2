using System.Globalization;
using System.Runtime.CompilerServices;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Words that are good or bad wherever they stand, from the lists <c>polarity-zh.txt</c> and <c>polarity-en.txt</c>. Immutable.</summary>
internal sealed class PolarityLexicon
{
    private const float HeaviestWeight = 3;
    private const int Words = 16_384;
    private const int Beginnings = 4 * Words;
    private const ulong Start = 14695981039346656037UL;
    private static readonly string[] Files = ["polarity-zh.txt", "polarity-en.txt"];
    private static readonly Lazy<PolarityLexicon> Shipped = new(() => new PolarityLexicon(Resources()));

    private readonly Dictionary<ulong, float> weights = new(Words);
    private readonly KeyFilter wholes = new(Words);

    // A search ends where no word goes on.
    private readonly KeyFilter beginnings = new(Beginnings);

    /// <summary>Reads lists.</summary>
    /// <param name="files">Names, for messages, and lines of the form <c>word = weight</c>; lines that begin with # are passed over.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names the file and the line.</exception>
    public PolarityLexicon(IEnumerable<KeyValuePair<string, string[]>> files)
    {
        foreach (var (name, lines) in files)
            for (var at = 0; at < lines.Length; at++)
                if (lines[at].Length > 0 && lines[at][0] != '#') Add(name, at + 1, lines[at]);
    }

    /// <summary>The lists that ship with the dialogs.</summary>
    public static PolarityLexicon Default => Shipped.Value;

    /// <summary>The longest word that begins at a place of a normalized text.</summary>
    /// <param name="text">The normalized text.</param>
    /// <param name="at">Where the word must begin.</param>
    /// <param name="length">Its length; 0 without one.</param>
    /// <returns>Its weight, -3 to 3; 0 without one.</returns>
    public float Longest(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 0;
        if (IsLetter(text[at]) && at > 0 && IsLetter(text[at - 1])) return 0;
        var found = 0f;
        var hash = Start;
        for (var end = at; end < text.Length; end++)
        {
            if (text[end] == '\'' && end > at) continue;
            hash = Step(hash, text[end]);
            if (!beginnings.MayHold(hash)) break;
            if (!wholes.MayHold(hash) || IsLetter(text[end]) && end + 1 < text.Length && IsLetter(text[end + 1])) continue;
            if (weights.TryGetValue(hash, out var weight)) (found, length) = (weight, end + 1 - at);
        }
        return found;
    }

    private static ulong Step(ulong hash, char c) => (hash ^ c) * 1099511628211UL;

    private static bool IsLetter(char c) => char.IsAsciiLetter(c);

    // The first message waits for 12,000 of these.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(string file, int line, string entry)
    {
        var equals = entry.LastIndexOf('=');
        if (equals <= 0 || !float.TryParse(entry.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || weight == 0 || Math.Abs(weight) > HeaviestWeight)
            throw new FormatException($"{file}:{line} '{entry}' is no 'word = weight' with a weight from -3 to 3 that is not 0.");
        var hash = Start;
        var word = entry.AsSpan(0, equals).Trim();
        foreach (var c in IsPlain(word) ? word : NormalizedText.From(word.ToString()).Text)
        {
            if (c == '\'') continue;
            hash = Step(hash, c);
            beginnings.Add(hash);
        }
        wholes.Add(hash);
        weights[hash] = weight;
    }

    // Nearly all words are written as they are read; to normalize 12,000 of them would keep the first message waiting.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
            if (!(char.IsAsciiLetterLower(word[at]) || ChineseScript.IsUsual(word[at]) && ScriptTables.Simplified[word[at]] == word[at]) || at > 1 && word[at] == word[at - 1] && word[at] == word[at - 2]) return false;
        return true;
    }

    private static IEnumerable<KeyValuePair<string, string[]>> Resources() =>
        from name in Files
        let stream = typeof(PolarityLexicon).Assembly.GetManifestResourceStream($"Lexicons.{name}")
        where stream is not null
        select KeyValuePair.Create(name, Lines(stream));

    private static string[] Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }
}
