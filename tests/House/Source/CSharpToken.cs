namespace ComplaintBot.House.Source;

/// <summary>A word, or a mark, of C# code.</summary>
/// <param name="Text">A whole word or number, <c>=&gt;</c>, a comparison, or a single character.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record CSharpToken(string Text, int Line)
{
    /// <summary>Splits text from which comments and literals are already blanked.</summary>
    public static List<CSharpToken> Read(string code)
    {
        var tokens = new List<CSharpToken>();
        var line = 1;
        for (var at = 0; at < code.Length;)
        {
            var length = LengthAt(code, at);
            if (code[at] == '\n')
                line++;
            else if (!char.IsWhiteSpace(code[at]))
                tokens.Add(new CSharpToken(code.Substring(at, length), line));
            at += length;
        }

        return tokens;
    }

    private static int LengthAt(string code, int at)
    {
        if (!IsWordPart(code[at]))
            return at + 1 < code.Length && code.AsSpan(at, 2) is "=>" or "==" or "!=" or "<=" or ">=" ? 2 : 1;
        var end = at + 1;
        while (end < code.Length && IsWordPart(code[end]))
            end++;
        return end - at;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '@';
}
