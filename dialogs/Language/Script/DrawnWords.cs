using System.Collections.Frozen;

namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>Knows where the usual spelling of a drawn-out English word has a double letter: "goooood" is good, "soooo" is so.</summary>
internal static class DrawnWords
{
    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, int> Known = Lexicon.Lines("drawn-words.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenDictionary(Squeezed, DoublesOf, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByLetters = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The runs of letters that are doubled in the usual spelling, one bit each, the first run lowest; 0 for words that are not known.</summary>
    public static int Doubled(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[LongestWord];
        var length = 0;
        foreach (var letter in word)
        {
            if (length > 0 && letters[length - 1] == letter) continue;
            if (length == LongestWord) return 0;
            letters[length++] = letter;
        }
        return ByLetters.TryGetValue(letters[..length], out var doubled) ? doubled : 0;
    }

    private static string Squeezed(string word) => string.Concat(word.Where((letter, at) => at == 0 || word[at - 1] != letter));

    private static int DoublesOf(string word)
    {
        int doubled = 0, run = 0;
        for (var at = 1; at < word.Length; at++)
            if (word[at] == word[at - 1]) doubled |= 1 << run;
            else run++;
        return doubled;
    }
}
