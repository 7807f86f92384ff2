using System.Buffers;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// Looks for words in what a customer wrote, in either script, in capitals or not, full-width or not. English words are found whole, with
/// their endings; what is waved away ("no voucher", 不要打折) does not count.
/// </summary>
internal static class WordSearch
{
    private static readonly string[] Endings = ["", "s", "es", "d", "ed", "ing", "ment", "'s"];

    private static readonly string[] Refusals = ["不要", "不想要", "不需要", "不用", "不稀罕", "不接受", "don't want", "do not want", "don't need", "not", "no", "instead of", "rather than", "keep your"];

    private static readonly SearchValues<string> RefusalHints = SearchValues.Create(["不", "n't", "not", "no ", "instead", "rather", "keep"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Denials = [.. Refusals, "没", "没有", "未", "不", "不是", "从不", "never", "without", "wasn't", "isn't", "didn't", "nothing", "hasn't"];

    private static readonly string[] Fillers = ["你们", "那个", "这个", "什么", "任何", "再", "你", "的", "那", "这", "个", "张", "打开", "开着", "开", "插", "用", "按", "点", "啥", "any", "another", "a", "an", "the", "your", "my", "of", "more", "been"];

    /// <summary>Whether a wish names one of the words and does not wave it away.</summary>
    public static bool Wishes(string text, LocalizedList words) => Says(text, words, Refusals);

    /// <summary>Whether a text names one of the words only to wave it away: "不用重做了", "no voucher please".</summary>
    public static bool WavesAway(string text, LocalizedList words)
    {
        if (!MayRefuse(text)) return false;
        var said = NormalizedText.From(text).Text;
        var named = words.Zh.Concat(words.En).Any(word => IndexOf(said, NormalizedText.From(word).Text) >= 0);
        return named && !Wishes(text, words);
    }

    /// <summary>Whether a statement holds one of the words and does not deny it.</summary>
    public static bool States(string text, LocalizedList words) => Says(text, words, Denials);

    /// <summary>Where a word stands in a normalised text, or -1.</summary>
    /// <param name="text">The text of a <see cref="NormalizedText"/>.</param>
    /// <param name="word">The word, normalised too.</param>
    /// <param name="from">Where to begin.</param>
    public static int IndexOf(string text, string word, int from = 0)
    {
        if (word.Length == 0) return -1;
        for (var at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (BeginsWord(text, at) && EndsWord(text, at + word.Length)) return at;
        return -1;
    }

    /// <summary>Most messages wave nothing away: these need not be searched word by word.</summary>
    private static bool MayRefuse(string text) => text.AsSpan().ContainsAny(RefusalHints);

    private static bool Says(string text, LocalizedList words, string[] negations)
    {
        var said = NormalizedText.From(text).Text;
        return words.Zh.Concat(words.En).Any(word => Says(said, NormalizedText.From(word).Text, negations));
    }

    private static bool Says(string text, string word, string[] negations)
    {
        for (var at = IndexOf(text, word); at >= 0; at = IndexOf(text, word, at + 1))
            if (!IsNegated(text.AsSpan(0, at), negations)) return true;
        return false;
    }

    private static bool IsNegated(ReadOnlySpan<char> before, string[] negations)
    {
        for (var shorter = before; !shorter.IsEmpty; before = shorter)
        {
            before = before.TrimEnd(' ');
            foreach (var negation in negations)
                if (EndsWithWord(before, negation)) return true;
            shorter = WithoutFiller(before);
            if (shorter.Length == before.Length) return false;
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutFiller(ReadOnlySpan<char> text)
    {
        foreach (var filler in Fillers)
            if (EndsWithWord(text, filler)) return text[..^filler.Length];
        return text;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && (!char.IsAsciiLetter(word[0]) || text.Length == word.Length || !char.IsAsciiLetter(text[^(word.Length + 1)]));

    private static bool BeginsWord(string text, int at) => !char.IsAsciiLetterOrDigit(text[at]) || at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);

    private static bool EndsWord(string text, int end)
    {
        if (!char.IsAsciiLetter(text[end - 1])) return true;
        var last = end;
        while (last < text.Length && (char.IsAsciiLetter(text[last]) || text[last] == '\'')) last++;
        var ending = text.AsSpan(end, last - end);
        foreach (var known in Endings)
            if (ending.SequenceEqual(known)) return true;
        return false;
    }
}
