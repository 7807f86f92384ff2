using System.Buffers;
using System.Numerics;
using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>Cuts a normalized text into what the classifier counts: runs of one to three Chinese characters, words and pairs of words.</summary>
internal static class Grams
{
    private const ulong WordBit = 1UL << 63;
    private const int StemLength = 5;

    /// <summary>The keys of a text, each once.</summary>
    /// <param name="text">The normalized text.</param>
    /// <param name="keys">Room for three keys a character.</param>
    /// <returns>The part of <paramref name="keys"/> that was written, in the order of the text.</returns>
    public static Span<ulong> Collect(ReadOnlySpan<char> text, Span<ulong> keys)
    {
        ulong word = 0;
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiLetter(text[i]))
            {
                var from = i;
                while (i < text.Length && (char.IsAsciiLetter(text[i]) || text[i] == '\'')) i++;
                var previous = word;
                word = Stem(text[from..i]);
                keys[count++] = word;
                if (previous != 0) keys[count++] = WordBit | previous * 31 ^ word;
                continue;
            }
            if (IsChinese(text[i])) count = AddRuns(text, i, keys, count);
            if (!Breaks.IsSpace(text[i])) word = 0;
            i++;
        }
        return WithoutDoubles(keys[..count]);
    }

    private static int AddRuns(ReadOnlySpan<char> text, int at, Span<ulong> keys, int count)
    {
        ulong key = text[at];
        keys[count++] = key;
        for (var length = 2; length <= 3 && at + length <= text.Length && IsChinese(text[at + length - 1]); length++)
        {
            key = key << 16 | text[at + length - 1];
            keys[count++] = key;
        }
        return count;
    }

    // The first letters stand for the word: "leak", "leaks" and "leaking" count together from five letters on.
    private static ulong Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && word[^1] == 's' && word[^2] != 's') word = word[..^1];
        if (word.Length > StemLength) word = word[..StemLength];
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            if (c != '\'') hash = (hash ^ c) * 1099511628211UL;
        return hash | WordBit;
    }

    private static Span<ulong> WithoutDoubles(Span<ulong> keys)
    {
        // No key is 0, which stands for an empty slot.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2 + 1);
        var rented = ArrayPool<ulong>.Shared.Rent(size);
        var met = rented.AsSpan(0, size);
        met.Clear();
        var kept = 0;
        foreach (var key in keys)
        {
            var at = KeySpread.Place(key, size);
            while (met[at] != 0 && met[at] != key) at = at + 1 & size - 1;
            if (met[at] == key) continue;
            keys[kept++] = met[at] = key;
        }
        ArrayPool<ulong>.Shared.Return(rented);
        return keys[..kept];
    }

    private static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF';
}
