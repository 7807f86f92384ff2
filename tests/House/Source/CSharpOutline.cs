namespace ComplaintBot.House.Source;

/// <summary>
/// The declarations of one C# file: its namespace, its outer types, and every member of any type. It follows brackets
/// and the few words that open a declaration; for text that a compiler would refuse it promises nothing.
/// </summary>
internal sealed class CSharpOutline
{
    private static readonly string[] TypeWords = ["class", "struct", "interface", "enum", "record"];
    private static readonly string[] Modifiers = ["public", "private", "protected", "internal", "static", "unsafe", "extern"];

    private readonly List<CSharpToken> tokens;
    private readonly List<CSharpType> types = [];
    private readonly List<CSharpMember> members = [];
    private readonly List<string> usings = [];
    private int at;

    private CSharpOutline(List<CSharpToken> tokens) => this.tokens = tokens;

    /// <summary>The last namespace opened; null when the file has none.</summary>
    public string? Namespace { get; private set; }

    public IReadOnlyList<CSharpType> Types => types;

    public IReadOnlyList<CSharpMember> Members => members;

    /// <summary>What the using directives name; of an alias, what it stands for.</summary>
    public IReadOnlyList<string> Usings => usings;

    /// <summary>Reads text from which comments and literals are already blanked.</summary>
    public static CSharpOutline Of(string code)
    {
        var outline = new CSharpOutline(CSharpToken.Read(code));
        outline.Body(typeName: null);
        return outline;
    }

    private string Next => at < tokens.Count ? tokens[at].Text : "";

    private void Body(string? typeName)
    {
        while (at < tokens.Count && Next != "}")
            Declaration(typeName);
        at++;
    }

    private void Declaration(string? typeName)
    {
        var header = Header();
        var first = header.Count > 0 ? header[0].Text : "";
        if (first == "namespace")
            NamespaceOf(header);
        else if (first is "using" or "global" && typeName is null)
            Using(header);
        else if (TypeName(header) is { } declared)
            Type(header, declared, isOuter: typeName is null);
        else
            Member(header, typeName);
    }

    /// <summary>The words up to the body, the value or the end of a declaration; attributes before it are dropped.</summary>
    private List<CSharpToken> Header()
    {
        while (Next == "[")
            SkipBrackets();
        var start = at;
        while (Next is not ("" or ";" or "{" or "}" or "=" or "=>"))
        {
            if (Next is "(" or "[")
                SkipBrackets();
            else
                at++;
        }

        return tokens[start..at];
    }

    private void NamespaceOf(List<CSharpToken> header)
    {
        Namespace = string.Concat(header.Skip(1).Select(t => t.Text));
        var hasBody = Next == "{";
        at++;
        if (hasBody)
            Body(typeName: null);
    }

    private void Using(List<CSharpToken> header)
    {
        var from = at + 1;
        var isAlias = Next == "=";
        SkipToSemicolon();
        var named = isAlias ? tokens[from..(at - 1)] : header;
        usings.Add(string.Concat(named.Select(t => t.Text).Where(w => w is not ("using" or "global" or "static"))));
    }

    private static string? TypeName(List<CSharpToken> header)
    {
        var words = header.Select(t => t.Text).TakeWhile(w => w is not ("(" or ":" or "where")).ToList();
        if (words is ["extension", ..])
            return "extension";
        if (words.Contains("delegate"))
            return NameBefore(header, ParameterList(header));
        var keyword = words.FindLastIndex(TypeWords.Contains);
        return keyword >= 0 && keyword + 1 < words.Count ? words[keyword + 1] : null;
    }

    private void Type(List<CSharpToken> header, string name, bool isOuter)
    {
        var words = header.Select(t => t.Text).ToHashSet();
        var isExtension = name == "extension";
        if (isOuter && !isExtension)
            types.Add(new CSharpType(name, header[0].Line, words.Contains("public")));

        // The parameters of a record are its fields; those of a class are what it has to be given.
        var open = ParameterList(header);
        if (open >= 0 && !isExtension && !words.Contains("record") && !words.Contains("delegate"))
            members.Add(new CSharpMember(name, header[0].Line, 1, CountParameters(header, open)));

        var hasBody = Next == "{";
        if (hasBody && words.Contains("enum"))
            SkipBrackets();
        else if (hasBody)
        {
            at++;
            Body(name);
        }
        else
            SkipToSemicolon();
    }

    private void Member(List<CSharpToken> header, string? typeName)
    {
        var hasCode = Next is "{" or "=>";
        if (Next == "{")
        {
            SkipBrackets();
            if (Next == "=")
                SkipToSemicolon();
        }
        else
        {
            SkipToSemicolon();
        }

        if (header.Count == 0 || !hasCode)
            return;
        var open = ParameterList(header);
        var name = NameBefore(header, open < 0 ? header.Count : open);
        var isConstructor = open > 0 && name == typeName && header.TakeWhile(t => t.Text != name).All(t => Modifiers.Contains(t.Text));
        var last = tokens[Math.Min(at, tokens.Count) - 1].Line;
        members.Add(new CSharpMember(name, header[0].Line, last - header[0].Line + 1, isConstructor ? CountParameters(header, open) : null));
    }

    /// <summary>Where the round bracket of the parameters opens; -1 where there are none. A tuple type is none.</summary>
    private static int ParameterList(List<CSharpToken> header)
    {
        var end = header.FindIndex(t => t.Text is ":" or "where");
        var close = (end < 0 ? header.Count : end) - 1;
        if (close < 0 || header[close].Text != ")")
            return -1;
        for (var (i, depth) = (close, 0); i >= 0; i--)
        {
            depth += header[i].Text switch { ")" => 1, "(" => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        return -1;
    }

    /// <summary>The last name before a place in the header, type parameters passed over.</summary>
    private static string NameBefore(List<CSharpToken> header, int place)
    {
        var depth = 0;
        for (var i = place - 1; i >= 0; i--)
        {
            var word = header[i].Text;
            depth += word switch { ">" or "]" => 1, "<" or "[" => -1, _ => 0 };
            if (depth == 0 && (char.IsLetter(word[0]) || word[0] == '_'))
                return word;
        }

        return header[0].Text;
    }

    private static int CountParameters(List<CSharpToken> header, int open)
    {
        var (depth, commas) = (1, 0);
        var i = open + 1;
        for (; depth > 0; i++)
        {
            depth += header[i].Text switch { "(" or "[" or "<" => 1, ")" or "]" or ">" => -1, _ => 0 };
            if (depth == 1 && header[i].Text == ",")
                commas++;
        }

        return i == open + 2 ? 0 : commas + 1;
    }

    private void SkipBrackets()
    {
        for (var depth = 0; at < tokens.Count;)
        {
            depth += tokens[at++].Text switch { "(" or "[" or "{" => 1, ")" or "]" or "}" => -1, _ => 0 };
            if (depth == 0)
                return;
        }
    }

    private void SkipToSemicolon()
    {
        while (Next is not ("" or ";"))
        {
            if (Next is "(" or "[" or "{")
                SkipBrackets();
            else
                at++;
        }

        at++;
    }
}
