using System.Runtime.CompilerServices;

namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>Spreads keys over tables: those that lie beside each other come to lie far apart.</summary>
internal static class KeySpread
{
    // 2^64 by the golden ratio: multiples of it fill the numbers evenly.
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>Where the search for a key begins in a table.</summary>
    /// <param name="key">The key.</param>
    /// <param name="size">How many slots there are: a power of two.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Place(ulong key, int size) => (int)(key * Factor >> 32) & size - 1;

    /// <summary>One bit of 64 for a key, not the one its place would tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bit(ulong key) => 1UL << (int)(key * Factor >> 58);
}
