using System.Buffers;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>
/// Tells the language an answer should be in: by the shares of the scripts, then by characters that only one Chinese script has. In a
/// message that mixes both languages the little words count twice: they show which of them carries the sentence.
/// </summary>
public static class LanguageReader
{
    // Written Cantonese is answered in traditional characters even where the characters themselves do not tell.
    private static readonly SearchValues<char> Cantonese = SearchValues.Create("嘅咗喺啲冇唔佢哋嚟㗎嘢咁嗰乜睇攞俾咩噉掟揾");

    private static readonly SearchValues<char> LittleSigns = SearchValues.Create("的了是我你他她们們在不没沒就也都还還有这這那把被跟给給让讓吗嗎呢吧嘅咗係喺唔佢");

    private static readonly string[] SmallWords =
    [
        "a", "an", "the", "i", "you", "he", "she", "it", "we", "they", "my", "your", "our", "their", "me", "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "did",
        "does", "will", "would", "can", "not", "and", "but", "or", "so", "because", "to", "of", "in", "on", "at", "for", "from", "with", "that", "this", "when", "after", "never", "no",
    ];

    private static readonly string[] SharedAnswers = ["yes", "no", "ok", "okay", "okey", "yep", "nope", "thx", "thanks", "thank you", "hi", "hello", "bye", "sorry", "please", "fine", "good", "cool", "sure", "great", "nice"];

    /// <summary>The language of a message; a message without letters keeps the one spoken so far.</summary>
    /// <param name="source">The message as it was written; web addresses in it are of no language.</param>
    /// <param name="spoken">The language spoken so far; null at the beginning.</param>
    public static Tongue Read(string source, Tongue? spoken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var seen = default(Shares);
        for (var from = 0; from < source.Length;)
        {
            WebAddresses.TryNext(source, from, out var start, out var end);
            seen.Add(source.AsSpan(from, start - from));
            from = end;
        }
        if (seen.Chinese == 0)
        {
            if (seen.Words == 0) return spoken ?? (seen.Foreign > 0 ? Tongue.En : Tongue.ZhHans);
            if (seen.Foreign == 0 && seen.Words == 1 && (seen.Letters <= 2 || seen.Digits >= seen.Letters)) return spoken ?? Tongue.ZhHans;
            return spoken is { } tongue && IsSharedAnswer(source) ? tongue : Tongue.En;
        }
        if (seen.Chinese + seen.LittleCharacters < seen.Words + seen.LittleWords) return Tongue.En;
        if (seen.Traditional > seen.Simplified) return Tongue.ZhHant;
        return seen.Traditional == seen.Simplified && spoken == Tongue.ZhHant ? Tongue.ZhHant : Tongue.ZhHans;
    }

    // People who write Chinese answer with these as well; they ask for no other language.
    private static bool IsSharedAnswer(string source)
    {
        var word = source.AsSpan().Trim().TrimEnd("!.~,?").Trim();
        foreach (var shared in SharedAnswers)
            if (word.Equals(shared, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private struct Shares
    {
        public int Chinese, LittleCharacters, Traditional, Simplified, Words, LittleWords, Letters, Digits, Foreign;

        public void Add(ReadOnlySpan<char> text)
        {
            for (var i = 0; i < text.Length;)
            {
                var c = text[i];
                if (char.IsAsciiLetterOrDigit(c))
                {
                    var end = i + 1;
                    while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '\'' or '’')) end++;
                    AddWord(text[i..end]);
                    i = end;
                    continue;
                }
                if (c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF') AddChinese(c);
                else if (c >= 0x80 && char.IsLetter(c)) Foreign++;
                i++;
            }
        }

        private void AddChinese(char c)
        {
            Chinese++;
            if (LittleSigns.Contains(c)) LittleCharacters++;
            if (ScriptTables.Simplified[c] != c || Cantonese.Contains(c)) Traditional++;
            else if (ScriptTables.Traditional[c] != c && !ScriptTables.Shared.Contains(c)) Simplified++;
        }

        // A run of letters and digits is a plate or an order number, which is of no language.
        private void AddWord(ReadOnlySpan<char> word)
        {
            var digits = 0;
            foreach (var c in word)
            {
                if (char.IsAsciiDigit(c)) digits++;
                else if (char.IsAsciiLetter(c)) Letters++;
            }
            Digits += digits;
            if (digits > 0) return;
            Words++;
            foreach (var little in SmallWords)
                if (word.Equals(little, StringComparison.OrdinalIgnoreCase)) { LittleWords++; return; }
        }
    }
}
