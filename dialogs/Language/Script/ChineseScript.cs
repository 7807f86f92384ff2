namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>Converts between simplified and traditional Chinese by character, and by phrase where a character has several forms.</summary>
public static class ChineseScript
{
    /// <summary>Whether a character is of the block that nearly all Chinese is written with.</summary>
    internal static bool IsUsual(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>Converts to traditional characters (后面 to 後面, 王后 stays). Text that is no Chinese passes unchanged; the length stays the same.</summary>
    public static string ToTraditional(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var at = 0; at < source.Length;)
            {
                var phrase = PhraseAt(source, at);
                if (phrase is null)
                {
                    target[at] = ScriptTables.Traditional[source[at]];
                    at++;
                    continue;
                }
                phrase.CopyTo(target[at..]);
                at += phrase.Length;
            }
        });
    }

    /// <summary>Converts to simplified characters, one for one: the length and all positions stay the same.</summary>
    public static string ToSimplified(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var at = 0; at < source.Length; at++) target[at] = ScriptTables.Simplified[source[at]];
        });
    }

    /// <summary>Whether a character is written so only in the traditional script.</summary>
    public static bool IsTraditionalOnly(char character) => ScriptTables.Simplified[character] != character;

    /// <summary>Whether a character is written so only in the simplified script.</summary>
    public static bool IsSimplifiedOnly(char character) =>
        ScriptTables.Traditional[character] is var form && form != character && ScriptTables.Simplified[form] == character && !ScriptTables.Shared.Contains(character);

    private static string? PhraseAt(string text, int at)
    {
        if (!ScriptTables.Phrases.TryGetValue(text[at], out var phrases)) return null;
        foreach (var (from, to) in phrases)
        {
            if (string.CompareOrdinal(text, at, from, 0, from.Length) == 0) return to;
        }
        return null;
    }
}
