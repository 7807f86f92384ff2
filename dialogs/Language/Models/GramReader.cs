using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>
/// The words of a message as features: one to four Chinese characters in a row, Latin words, pairs of them and pieces of them, and
/// what stands behind a "not". Work grows with the length of the text and no faster.
/// </summary>
internal static class GramReader
{
    private const int LongestRun = 4;
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const int LongestWord = 24;
    private const int CharacterReach = 4;
    private const int WordReach = 3;
    private const int ShortMessage = 8;
    private const ulong Mix = 0x100000001B3UL;

    private static readonly ulong[] NegatingWords =
    [
        .. new[] { "not", "no", "never", "dont", "didnt", "isnt", "wasnt", "arent", "werent", "cant", "cannot", "wont", "wouldnt", "hasnt", "havent", "without", "nobody", "none", "hardly", "nothing", "aint", "doesnt", "neither", "nor", "couldnt", "barely" }
            .Select(word => SymbolReader.Hash(word)),
    ];

    /// <summary>Adds the words of a text, and how it opens and ends.</summary>
    /// <param name="text">The normalized text.</param>
    /// <param name="grams">Takes them.</param>
    public static void Read(ReadOnlySpan<char> text, ref FeatureList grams)
    {
        var rented = ArrayPool<Symbol>.Shared.Rent(text.Length + 1);
        var symbols = rented.AsSpan(0, SymbolReader.Read(text, rented));
        int negatedCharacters = 0, negatedWords = 0;
        for (var at = 0; at < symbols.Length; at++)
        {
            var symbol = symbols[at];
            switch (symbol.Kind)
            {
                case SymbolKind.Break:
                    negatedCharacters = negatedWords = 0;
                    break;
                case SymbolKind.Word:
                    AddWord(text, symbols, at, negatedWords > 0, ref grams);
                    negatedWords = NegatingWords.Contains(symbol.Value) ? WordReach : negatedWords - 1;
                    break;
                default:
                    AddRuns(symbols, at, ref grams);
                    if (negatedCharacters > 0 && at + 1 < symbols.Length && symbols[at + 1].Kind == SymbolKind.Character)
                        grams.Add(FeatureKind.NegatedRun, symbol.Value << 16 | symbols[at + 1].Value, symbol.Start, symbols[at + 1].End - symbol.Start);
                    negatedCharacters = IsNegating(symbol) ? CharacterReach : negatedCharacters - 1;
                    break;
            }
        }
        AddEnds(symbols, ref grams);
        ArrayPool<Symbol>.Shared.Return(rented);
    }

    private static void AddRuns(ReadOnlySpan<Symbol> symbols, int at, ref FeatureList grams)
    {
        ulong value = 0;
        for (var end = at; end < symbols.Length && end < at + LongestRun && symbols[end].Kind is not (SymbolKind.Break or SymbolKind.Word); end++)
        {
            value = value * Mix ^ symbols[end].Value;
            grams.Add(FeatureKind.Run, value, symbols[at].Start, symbols[end].End - symbols[at].Start);
        }
    }

    private static void AddWord(ReadOnlySpan<char> text, ReadOnlySpan<Symbol> symbols, int at, bool negated, ref FeatureList grams)
    {
        var word = symbols[at];
        var length = word.End - word.Start;
        grams.Add(FeatureKind.Word, word.Value, word.Start, length);
        if (negated) grams.Add(FeatureKind.NegatedWord, word.Value, word.Start, length);
        if (at > 0 && symbols[at - 1] is { Kind: not SymbolKind.Break } before) grams.Add(FeatureKind.Pair, before.Value * Mix ^ word.Value, before.Start, word.End - before.Start);
        if (length > LongestWord) return;
        Span<char> framed = stackalloc char[length + 2];
        framed[0] = '<';
        text.Slice(word.Start, length).CopyTo(framed[1..]);
        framed[length + 1] = '>';
        for (var from = 0; from + ShortestPiece <= framed.Length; from++)
        {
            var hash = SymbolReader.Hash(framed.Slice(from, ShortestPiece - 1));
            for (var size = ShortestPiece; size <= LongestPiece && from + size <= framed.Length && size < framed.Length; size++)
            {
                hash = SymbolReader.Hash(hash, framed[from + size - 1]);
                grams.Add(FeatureKind.Piece, hash, word.Start, length);
            }
        }
    }

    private static void AddEnds(ReadOnlySpan<Symbol> symbols, ref FeatureList grams)
    {
        ulong value = 0;
        for (var at = 0; at < symbols.Length && at < 3; at++)
        {
            value = value * Mix ^ symbols[at].Value;
            grams.Add(FeatureKind.Opening, value);
        }
        value = 0;
        for (var at = symbols.Length - 1; at >= 0 && at > symbols.Length - 4; at--)
        {
            value = value * Mix ^ symbols[at].Value;
            grams.Add(FeatureKind.Closing, value);
        }
        if (symbols.Length > ShortMessage) return;
        value = 0;
        foreach (var symbol in symbols)
            if (symbol.Kind is not (SymbolKind.Break or SymbolKind.Mark)) value = value * Mix ^ symbol.Value;
        grams.Add(FeatureKind.Whole, value);
    }

    private static bool IsNegating(Symbol symbol) => symbol.Kind == SymbolKind.Character && symbol.Value is '不' or '没' or '无' or '未' or '别' or '冇' or '勿' or '唔' or '甭';
}
