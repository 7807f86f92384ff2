namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>Finds every place where one of many words stands in a text, inside other words too, in one walk. Immutable and safe to share.</summary>
internal sealed class WordFinder
{
    private readonly LetterTrie letters;

    // The word that ends at a node, counted from 1; 0 where none does.
    private readonly int[] words;

    /// <summary>Prepares the search.</summary>
    /// <param name="words">Different words, none of them empty.</param>
    public WordFinder(IReadOnlyList<string> words)
    {
        var ends = new int[words.Count];
        letters = new LetterTrie(words, ends);
        this.words = new int[letters.Nodes];
        for (var word = 0; word < ends.Length; word++) this.words[ends[word]] = word + 1;
        Count = words.Count;
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; }

    /// <summary>The places in a text: by where they begin, of those that begin together the shorter word first.</summary>
    public Places In(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>A walk over a text, for <c>foreach</c>.</summary>
    public ref struct Places(WordFinder finder, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int start = -1;
        private int end;
        private int node;

        /// <summary>The index of a word, and where it begins.</summary>
        public readonly (int Word, int Start) Current => (finder.words[node] - 1, start);

        /// <summary>The walk itself.</summary>
        public readonly Places GetEnumerator() => this;

        /// <summary>Goes on to the next place.</summary>
        public bool MoveNext()
        {
            while (true)
            {
                if (node == LetterTrie.Root && !Begin()) return false;
                node = end < text.Length ? finder.letters.Next(node, text[end++]) : LetterTrie.Root;
                if (node != LetterTrie.Root && finder.words[node] > 0) return true;
            }
        }

        private bool Begin()
        {
            while (++start < text.Length)
            {
                if (!finder.letters.CanStart(text[start])) continue;
                end = start;
                return true;
            }
            return false;
        }
    }
}
