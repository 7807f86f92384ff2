using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Tells the language an answer should be in: by the shares of the scripts, then by characters that only one Chinese script has.</summary>
internal static class LanguageReader
{
    // Written Cantonese is answered in traditional characters even where the characters themselves do not tell.
    private const string Cantonese = "嘅咗喺啲冇唔佢哋嚟㗎嘢咁嗰乜睇攞俾咩噉掟揾";

    private static readonly string[] SharedAnswers = ["yes", "no", "ok", "okay", "okey", "yep", "nope", "thx", "thanks", "thank you", "hi", "hello", "bye", "sorry", "please", "fine", "good", "cool", "sure", "great", "nice"];

    /// <summary>The language of a message; a message without letters keeps the one spoken so far.</summary>
    public static Tongue Read(string source, Tongue? spoken)
    {
        int chinese = 0, words = 0, traditional = 0, simplified = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (char.IsAsciiLetter(c) && BeginsWord(source, i)) words++;
            if (c < '\u3400' || c > '\u9FFF' && c < '\uF900' || c > '\uFAFF') continue;
            chinese++;
            if (Cantonese.Contains(c) || ScriptTables.Simplified[c] != c) traditional++;
            else if (ScriptTables.Traditional[c] != c && !ScriptTables.Shared.Contains(c)) simplified++;
        }
        if (chinese == 0 && words <= 1 && IsWordless(source)) return spoken ?? Tongue.ZhHans;
        if (chinese == 0 && spoken is { } tongue && IsSharedAnswer(source)) return tongue;
        if (chinese < words) return Tongue.En;
        if (traditional > simplified) return Tongue.ZhHant;
        return traditional == simplified && spoken == Tongue.ZhHant ? Tongue.ZhHant : Tongue.ZhHans;
    }

    // People who write Chinese answer with these as well; they ask for no other language.
    private static bool IsSharedAnswer(string source)
    {
        var word = source.AsSpan().Trim().TrimEnd("!.~,?").Trim();
        foreach (var shared in SharedAnswers)
            if (word.Equals(shared, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // A run of letters and digits is a plate or an order number, which is of no language.
    private static bool BeginsWord(string source, int at)
    {
        if (at > 0 && (char.IsAsciiLetterOrDigit(source[at - 1]) || source[at - 1] is '\'' or '’')) return false;
        for (var i = at; i < source.Length && char.IsAsciiLetterOrDigit(source[i]); i++)
        {
            if (char.IsAsciiDigit(source[i])) return false;
        }
        return true;
    }

    // "5", "OK", "A-1234": such answers are the same in every language.
    private static bool IsWordless(string source)
    {
        var letters = 0;
        var digits = 0;
        foreach (var c in source)
        {
            if (char.IsAsciiLetter(c)) letters++;
            else if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) return false;
        }
        return letters <= 2 || digits >= letters;
    }
}
