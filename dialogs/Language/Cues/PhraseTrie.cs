namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>
/// All spellings of all phrases in one trie, in flat arrays: hundreds of phrases cost one walk over the text. Immutable.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly ulong[] keys;
    private readonly int[] targets;
    private readonly int mask;
    private readonly Ending[][] endings;
    private readonly bool[] starts = new bool[char.MaxValue + 1];

    /// <summary>Builds the trie.</summary>
    public PhraseTrie(IReadOnlyList<Phrase> phrases)
    {
        var edges = new Dictionary<ulong, int>();
        var found = new List<List<Ending>?> { null };
        for (var phrase = 0; phrase < phrases.Count; phrase++)
            for (var piece = 0; piece < phrases[phrase].Pieces.Count; piece++)
                foreach (var spelling in phrases[phrase].Pieces[piece].Spellings)
                    Add(edges, found, spelling, phrase, piece);
        endings = [.. found.Select(list => list?.ToArray() ?? [])];
        var size = 16;
        while (size < edges.Count * 2) size *= 2;
        keys = new ulong[size];
        targets = new int[size];
        mask = size - 1;
        foreach (var (key, target) in edges) Insert(key, target);
    }

    /// <summary>A place in the trie where a spelling ends.</summary>
    /// <param name="Phrase">Index of the phrase.</param>
    /// <param name="Piece">Index of the piece within it.</param>
    /// <param name="Open">Whether the word may go on.</param>
    public readonly record struct Ending(int Phrase, int Piece, bool Open);

    /// <summary>Whether a spelling begins with this character.</summary>
    public bool CanStart(char first) => starts[first];

    /// <summary>The node behind a character; 0 when there is none. The root is 0.</summary>
    public int Next(int node, char next)
    {
        var key = Key(node, next);
        for (var slot = Slot(key); keys[slot] != 0; slot = (slot + 1) & mask)
            if (keys[slot] == key) return targets[slot];
        return 0;
    }

    /// <summary>The spellings that end at a node.</summary>
    public ReadOnlySpan<Ending> At(int node) => endings[node];

    private void Add(Dictionary<ulong, int> edges, List<List<Ending>?> found, string spelling, int phrase, int piece)
    {
        var open = spelling[^1] == '*';
        var letters = open ? spelling.AsSpan(0, spelling.Length - 1) : spelling;
        starts[letters[0]] = true;
        var node = 0;
        foreach (var letter in letters)
        {
            var key = Key(node, letter);
            if (!edges.TryGetValue(key, out var next))
            {
                next = found.Count;
                found.Add(null);
                edges[key] = next;
            }
            node = next;
        }
        (found[node] ??= []).Add(new Ending(phrase, piece, open));
    }

    // One is added to the node so that no key is 0, the sign of an empty slot.
    private static ulong Key(int node, char next) => ((ulong)(node + 1) << 16) | next;

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & mask;

    private void Insert(ulong key, int target)
    {
        var slot = Slot(key);
        while (keys[slot] != 0) slot = (slot + 1) & mask;
        keys[slot] = key;
        targets[slot] = target;
    }
}
