using System.Numerics;
using System.Runtime.CompilerServices;

namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>
/// Tells most keys that are not in a table without a look into it. Nearly all runs of characters in a message are in no list, and a table of
/// megabytes answers from far away, these few bits from near by. A key that was added is never missed.
/// </summary>
internal sealed class KeyFilter
{
    private const int BitsForEach = 8;

    private readonly ulong[] words;

    /// <summary>A filter for so many keys.</summary>
    public KeyFilter(int keys) => words = new ulong[BitOperations.RoundUpToPowerOf2((uint)(keys * BitsForEach / 64 + 1))];

    /// <summary>Adds a key.</summary>
    public void Add(ulong key) => words[KeySpread.Place(key, words.Length)] |= KeySpread.Bit(key);

    /// <summary>Whether a key may have been added; false for most that were not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        var all = words;
        return (all[KeySpread.Place(key, all.Length)] & KeySpread.Bit(key)) != 0;
    }
}
