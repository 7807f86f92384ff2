using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Cuts a normalized text into symbols.</summary>
internal static class SymbolReader
{
    private const ulong FirstHash = 14695981039346656037UL;
    private const ulong HashFactor = 1099511628211UL;

    /// <summary>The symbols of a text.</summary>
    /// <param name="text">The normalized text.</param>
    /// <param name="symbols">Room for one a character.</param>
    /// <returns>How many were written.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<Symbol> symbols)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var symbol = Next(text, at);
            at = symbol.End;
            // A blank between words parts nothing; one break is enough.
            if (symbol.Kind == SymbolKind.Break && (text[symbol.Start] == ' ' && IsBetweenWords(text, symbol) || count == 0 || symbols[count - 1].Kind == SymbolKind.Break)) continue;
            symbols[count++] = symbol;
        }
        return count;
    }

    /// <summary>The hash of a Latin word; apostrophes do not count.</summary>
    public static ulong Hash(ReadOnlySpan<char> letters)
    {
        var hash = FirstHash;
        foreach (var c in letters) hash = Hash(hash, c);
        return hash;
    }

    /// <summary>The hash of a word that goes on with another character.</summary>
    public static ulong Hash(ulong hash, char next) => next == '\'' ? hash : (hash ^ next) * HashFactor;

    private static Symbol Next(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (ChineseScript.IsUsual(c)) return new Symbol(SymbolKind.Character, c, at, at + 1);
        if (IsLetter(c)) return Word(text, at);
        if (char.IsAsciiDigit(c)) return Run(SymbolKind.Number, '0', text, at, static c => char.IsAsciiDigit(c) || c is '.' or ':');
        if (c is '!' or '?') return Run(SymbolKind.Mark, c, text, at, c == '!' ? static c => c == '!' : static c => c is '?' or '!');
        if (char.IsSurrogatePair(text[at..].Length > 1 ? text[at] : ' ', at + 1 < text.Length ? text[at + 1] : ' ')) return new Symbol(SymbolKind.Sign, (ulong)char.ConvertToUtf32(text[at], text[at + 1]), at, at + 2);
        if (char.IsLetter(c)) return new Symbol(SymbolKind.Character, c, at, at + 1);
        return new Symbol(c is '~' or '^' or '#' or '@' or '%' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherSymbol ? SymbolKind.Sign : SymbolKind.Break, c, at, at + 1);
    }

    private static Symbol Word(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (IsLetter(text[end]) || text[end] == '\'' && end + 1 < text.Length && IsLetter(text[end + 1]))) end++;
        return new Symbol(SymbolKind.Word, Hash(text[at..end]), at, end);
    }

    private static Symbol Run(SymbolKind kind, char value, ReadOnlySpan<char> text, int at, Func<char, bool> goesOn)
    {
        var end = at + 1;
        while (end < text.Length && goesOn(text[end])) end++;
        return new Symbol(kind, value, at, end);
    }

    private static bool IsBetweenWords(ReadOnlySpan<char> text, Symbol blank) =>
        blank.Start > 0 && blank.End < text.Length && (text[blank.Start - 1] < 0x80 || text[blank.End] < 0x80);

    // Latin with accents counts too; the Chinese blocks begin far above.
    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is >= '\u00C0' and < '\u0250';
}
