using System.Runtime.InteropServices;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>All spellings of all phrases in one trie. Immutable.</summary>
internal sealed class PhraseTrie
{
    /// <summary>The reach of a piece that may stand by itself.</summary>
    public const int Anywhere = -1;

    private readonly LetterTrie letters;
    private readonly Groups<Ending> endings;

    /// <summary>Builds the trie.</summary>
    public PhraseTrie(IReadOnlyList<Phrase> phrases)
    {
        var spellings = new List<string>();
        var meant = new List<Ending>();
        var slot = 0;
        for (var phrase = 0; phrase < phrases.Count; phrase++)
            for (var piece = 0; piece < phrases[phrase].Pieces.Count; piece++, slot++)
                foreach (var spelling in phrases[phrase].Pieces[piece].Spellings)
                {
                    var open = spelling[^1] == '*';
                    spellings.Add(open ? spelling[..^1] : spelling);
                    meant.Add(new Ending(phrase, piece, slot, open, piece > 0 && !phrases[phrase].Pieces[piece - 1].Optional ? PartTable.Reach(phrases[phrase].Pieces[piece].Gap) : Anywhere));
                }
        var ends = new int[spellings.Count];
        letters = new LetterTrie(spellings, ends);
        endings = new Groups<Ending>(letters.Nodes, ends, CollectionsMarshal.AsSpan(meant));
    }

    /// <summary>A place in the trie where a spelling ends.</summary>
    /// <param name="Phrase">Index of the phrase.</param>
    /// <param name="Piece">Index of the piece within it.</param>
    /// <param name="Slot">Index of the piece among those of all phrases.</param>
    /// <param name="Open">Whether the word may go on.</param>
    /// <param name="Reach">How far before it the piece before it must end; <see cref="Anywhere"/> when it means something without that one.</param>
    public readonly record struct Ending(int Phrase, int Piece, int Slot, bool Open, int Reach);

    /// <summary>Whether a spelling begins with this character.</summary>
    public bool CanStart(char first) => letters.CanStart(first);

    /// <summary>The node behind a character; 0 when there is none. The root is 0.</summary>
    public int Next(int node, char next) => letters.Next(node, next);

    /// <summary>The spellings that end at a node.</summary>
    public ReadOnlySpan<Ending> At(int node) => endings[node];
}
