using System.Runtime.CompilerServices;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Finds the row of a key: open addressing over an array twice the size. Immutable.</summary>
internal sealed class KeyTable
{
    // A key and its row stand beside each other: most keys that are looked for are far from the last one, and each costs one way to the memory.
    private readonly Slot[] slots;
    private readonly int mask;
    private readonly KeyFilter filter;

    /// <summary>Makes a table in which each key's row is its index.</summary>
    /// <param name="keys">The keys; a key that occurs twice keeps its first row.</param>
    // The first message of a process waits for this: it is compiled for speed at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public KeyTable(ReadOnlySpan<uint> keys)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, keys.Length * 2));
        mask = size - 1;
        slots = new Slot[size];
        filter = new KeyFilter(keys.Length);
        for (var row = 0; row < keys.Length; row++)
        {
            filter.Add(keys[row]);
            var at = (int)keys[row] & mask;
            while (slots[at].Place > 0 && slots[at].Key != keys[row]) at = at + 1 & mask;
            if (slots[at].Place == 0) slots[at] = new Slot(keys[row], row + 1);
        }
    }

    /// <summary>The row of a key, or -1.</summary>
    public int Find(uint key)
    {
        if (!filter.MayHold(key)) return -1;
        for (var at = (int)key & mask; ; at = at + 1 & mask)
        {
            var slot = slots[at];
            if (slot.Key == key || slot.Place == 0) return slot.Place - 1;
        }
    }

    // The row counted from 1; 0 in an empty slot.
    private readonly record struct Slot(uint Key, int Place);
}
