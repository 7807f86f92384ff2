using System.Runtime.CompilerServices;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Finds the row of a key: open addressing over an array twice the size. Immutable.</summary>
internal sealed class KeyTable
{
    private readonly uint[] keys;
    private readonly int[] rows;
    private readonly int mask;

    /// <summary>Makes a table in which each key's row is its index.</summary>
    /// <param name="keys">The keys; a key that occurs twice keeps its first row.</param>
    // The first message of a process waits for this: it is compiled for speed at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public KeyTable(ReadOnlySpan<uint> keys)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, keys.Length * 2));
        mask = size - 1;
        this.keys = new uint[size];
        rows = new int[size];
        Array.Fill(rows, -1);
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)keys[row] & mask;
            while (rows[slot] >= 0 && this.keys[slot] != keys[row]) slot = slot + 1 & mask;
            if (rows[slot] >= 0) continue;
            (this.keys[slot], rows[slot]) = (keys[row], row);
        }
    }

    /// <summary>The row of a key, or -1.</summary>
    public int Find(uint key)
    {
        for (var slot = (int)key & mask; rows[slot] >= 0; slot = slot + 1 & mask)
            if (keys[slot] == key) return rows[slot];
        return -1;
    }
}
