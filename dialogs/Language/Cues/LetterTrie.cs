using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>Words as paths of characters that begin at a root, in flat arrays: thousands of words cost one walk over a text. Immutable.</summary>
internal sealed class LetterTrie
{
    /// <summary>Where all words begin, and what <see cref="Next"/> answers when none goes on.</summary>
    public const int Root = 0;

    private const int TargetBits = 24;
    private const int TargetMask = (1 << TargetBits) - 1;

    // A slot holds the node, the character and the node behind it; 0 is an empty one.
    private readonly ulong[] slots;
    private readonly KeyFilter filter;
    private readonly ulong[] starts = new ulong[(char.MaxValue + 1) / 64];

    /// <summary>Builds the trie.</summary>
    /// <param name="words">The words, none of them empty.</param>
    /// <param name="ends">Takes the node at which each word ends, in the order of the words.</param>
    /// <exception cref="ArgumentException">There are more than 16 million characters.</exception>
    public LetterTrie(IReadOnlyList<string> words, Span<int> ends)
    {
        var edges = new Dictionary<ulong, int>();
        for (var word = 0; word < words.Count; word++) ends[word] = Add(words[word], edges);
        Nodes = edges.Count + 1;
        if (Nodes > TargetMask) throw new ArgumentException("These words are too many for one trie.", nameof(words));
        slots = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, edges.Count * 2))];
        filter = new KeyFilter(edges.Count);
        foreach (var (key, target) in edges) Insert(key, target);
    }

    /// <summary>How many nodes there are, the root among them.</summary>
    public int Nodes { get; }

    /// <summary>Whether a word begins with this character.</summary>
    public bool CanStart(char first) => (starts[first >> 6] >> first & 1) != 0;

    /// <summary>The node behind a character; <see cref="Root"/> when there is none.</summary>
    public int Next(int node, char next)
    {
        var key = Key(node, next);
        if (node != Root && !filter.MayHold(key)) return Root;
        for (var at = Slot(key); slots[at] != 0; at = at + 1 & slots.Length - 1)
            if (slots[at] >> TargetBits == key) return (int)slots[at] & TargetMask;
        return Root;
    }

    private int Add(string word, Dictionary<ulong, int> edges)
    {
        starts[word[0] >> 6] |= 1UL << word[0];
        var node = Root;
        foreach (var letter in word)
        {
            ref var target = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(edges, Key(node, letter), out var known);
            node = known ? target : target = edges.Count;
        }
        return node;
    }

    // One is added to the node so that no key is 0.
    private static ulong Key(int node, char next) => (ulong)(node + 1) << 16 | next;

    private int Slot(ulong key) => KeySpread.Place(key, slots.Length);

    private void Insert(ulong key, int target)
    {
        filter.Add(key);
        var at = Slot(key);
        while (slots[at] != 0) at = at + 1 & slots.Length - 1;
        slots[at] = key << TargetBits | (uint)target;
    }
}
