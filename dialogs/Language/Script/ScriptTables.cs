using System.Collections.Frozen;

namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>The conversion tables between the Chinese scripts, as read from the embedded lists. Read once, on first use.</summary>
internal static class ScriptTables
{
    /// <summary>The simplified form of every UTF-16 unit; a unit without one maps to itself, and so does every simplified form.</summary>
    public static char[] Simplified { get; }

    /// <summary>The usual traditional form of every UTF-16 unit; a unit without one maps to itself.</summary>
    public static char[] Traditional { get; }

    /// <summary>Simplified characters that stand in traditional text too, for another word: they do not tell the script.</summary>
    public static FrozenSet<char> Shared { get; }

    /// <summary>Phrases whose characters convert otherwise than alone, by first character, longest first.</summary>
    public static FrozenDictionary<char, (string From, string To)[]> Phrases { get; }

    static ScriptTables()
    {
        var characters = Lexicon.Lines("script-characters.txt").ToArray();
        Simplified = Table(characters[0], characters[1]);

        // A few forms are simplified once more (薴 to 苧, 苧 to 苎): the last one is the form, or a second reading would change it.
        foreach (var unit in characters[0])
            while (Simplified[unit] != Simplified[Simplified[unit]]) Simplified[unit] = Simplified[Simplified[unit]];
        Traditional = Table(characters[2], characters[3]);
        Shared = characters[4].ToFrozenSet();
        Phrases = Lexicon.Lines("script-phrases.txt")
            .Select(line => (From: line[..line.IndexOf(' ')], To: line[(line.IndexOf(' ') + 1)..]))
            .GroupBy(phrase => phrase.From[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.From.Length).ToArray());
    }

    private static char[] Table(string from, string to)
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++) table[unit] = (char)unit;
        for (var at = 0; at < from.Length; at++) table[from[at]] = to[at];
        return table;
    }
}
