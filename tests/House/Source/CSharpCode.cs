namespace ComplaintBot.House.Source;

/// <summary>
/// Blanks comments, preprocessor lines and literals out of C# text. Words in them are prose, not code; the holes of
/// interpolated strings are code and stay. Written by hand because the compiler packages at hand are older than the
/// language version in use.
/// </summary>
internal sealed class CSharpCode
{
    private readonly string text;
    private readonly char[] code;
    private int at;

    private CSharpCode(string text)
    {
        this.text = text;
        code = text.ToCharArray();
    }

    /// <summary>The text at its full length, with a space for every character that is not code.</summary>
    public static string Only(string text)
    {
        var scan = new CSharpCode(text);
        scan.Code(inHole: false);
        return new string(scan.code);
    }

    private char Peek(int ahead = 0) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private void Blank(int count = 1)
    {
        for (var end = Math.Min(at + count, text.Length); at < end; at++)
            if (text[at] is not ('\n' or '\r'))
                code[at] = ' ';
    }

    private void BlankLine()
    {
        while (at < text.Length && text[at] != '\n')
            Blank();
    }

    /// <summary>Reads code up to the end, or up to the brace that closes the hole of an interpolated string.</summary>
    private void Code(bool inHole)
    {
        for (var depth = 0; at < text.Length;)
        {
            switch (Peek())
            {
                case '/' when Peek(1) == '/':
                case '#' when IsFirstOfLine():
                    BlankLine();
                    break;
                case '/' when Peek(1) == '*':
                    var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                    Blank((end < 0 ? text.Length : end + 2) - at);
                    break;
                case '\'':
                    Quoted('\'', verbatim: false, interpolated: false);
                    break;
                case '"' or '$' or '@':
                    if (!TryLiteral())
                        at++;
                    break;
                case '}' when inHole && depth == 0:
                    return;
                case var c:
                    depth += c switch { '{' => 1, '}' => -1, _ => 0 };
                    at++;
                    break;
            }
        }
    }

    private bool IsFirstOfLine()
    {
        var before = at - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
            before--;
        return before < 0 || text[before] == '\n';
    }

    private bool TryLiteral()
    {
        var prefix = 0;
        while (Peek(prefix) is '$' or '@')
            prefix++;
        if (Peek(prefix) != '"')
            return false;

        var marks = text.AsSpan(at, prefix);
        var dollars = marks.Count('$');
        var verbatim = marks.Contains('@');
        Blank(prefix);
        var quotes = RunOf('"');
        if (!verbatim && quotes >= 3)
            Raw(quotes, dollars);
        else
            Quoted('"', verbatim, interpolated: dollars > 0);
        return true;
    }

    private int RunOf(char c)
    {
        var run = 0;
        while (Peek(run) == c)
            run++;
        return run;
    }

    private void Quoted(char quote, bool verbatim, bool interpolated)
    {
        Blank();
        while (at < text.Length)
        {
            var c = Peek();
            var doubled = Peek(1) == c;
            if (c == quote && !(verbatim && doubled))
            {
                Blank();
                return;
            }

            if (c == '\n' && !verbatim)
                return;
            if (interpolated && c == '{' && !doubled)
                Hole(1);
            else
                Blank(c == quote || (c == '\\' && !verbatim) || (interpolated && c is '{' or '}' && doubled) ? 2 : 1);
        }
    }

    private void Raw(int quotes, int dollars)
    {
        Blank(quotes);
        while (at < text.Length)
        {
            if (Peek() == '"' && RunOf('"') is var run)
            {
                Blank(run);
                if (run >= quotes)
                    return;
            }
            else if (dollars > 0 && Peek() == '{' && RunOf('{') is var braces && braces >= dollars)
            {
                Blank(braces - dollars);
                Hole(dollars);
            }
            else
            {
                Blank();
            }
        }
    }

    private void Hole(int braces)
    {
        Blank(braces);
        Code(inHole: true);
        Blank(braces);
    }
}
