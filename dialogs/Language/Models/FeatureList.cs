using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Features being collected, in rented memory: dispose it when they have been weighed.</summary>
internal ref struct FeatureList
{
    private Feature[] rented;

    /// <summary>A list with room for some features; it grows.</summary>
    public FeatureList(int capacity) => rented = ArrayPool<Feature>.Shared.Rent(capacity);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, in the order in which they were added.</summary>
    public readonly ReadOnlySpan<Feature> All => rented.AsSpan(0, Count);

    /// <summary>Adds a feature.</summary>
    public void Add(FeatureKind kind, ulong value, int start = 0, int length = 0)
    {
        if (Count == rented.Length) Grow();
        rented[Count++] = new Feature(KeyOf(kind, value), start, length);
    }

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => ArrayPool<Feature>.Shared.Return(rented);

    // The finalizer of MurmurHash3: every bit of the value counts in every bit of the key.
    private static uint KeyOf(FeatureKind kind, ulong value)
    {
        value = (value ^ ((ulong)kind * 0x9E3779B97F4A7C15UL)) * 0xFF51AFD7ED558CCDUL;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53UL;
        return (uint)(value >> 32);
    }

    private void Grow()
    {
        var larger = ArrayPool<Feature>.Shared.Rent(rented.Length * 2);
        rented.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Feature>.Shared.Return(rented);
        rented = larger;
    }
}
