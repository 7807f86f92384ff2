using System.Buffers;
using System.Runtime.CompilerServices;
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

    // A playbook's words are searched for in every turn: they are normalized once, and forgotten with the playbook.
    private static readonly ConditionalWeakTable<LocalizedList, string[]> Plain = [];

    /// <summary>Whether a wish names one of the words and does not wave it away.</summary>
    public static bool Wishes(string text, LocalizedList words) => Wishes(NormalizedText.From(text), words);

    /// <summary>The same of a text that is looked through for many words.</summary>
    public static bool Wishes(NormalizedText said, LocalizedList words) => Says(said.Text, words, Refusals);

    /// <summary>Whether a text names one of the words only to wave it away: "不用重做了", "no voucher please".</summary>
    public static bool WavesAway(NormalizedText said, LocalizedList words)
    {
        var named = false;
        foreach (var word in PlainOf(words)) named |= IndexOf(said.Text, word) >= 0;
        return named && !Wishes(said, words);
    }

    /// <summary>Whether a text may wave anything away: most do not, and need not be searched word by word.</summary>
    public static bool MayRefuse(string text) => text.AsSpan().ContainsAny(RefusalHints);

    /// <summary>Whether a statement holds one of the words and does not deny it.</summary>
    public static bool States(string text, LocalizedList words) => Says(NormalizedText.From(text).Text, words, Denials);

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

    private static bool Says(string said, LocalizedList words, string[] negations)
    {
        foreach (var word in PlainOf(words))
            if (Says(said, word, negations)) return true;
        return false;
    }

    private static string[] PlainOf(LocalizedList words) =>
        Plain.GetValue(words, static list => [.. list.Zh.Concat(list.En).Select(word => NormalizedText.From(word).Text)]);

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
