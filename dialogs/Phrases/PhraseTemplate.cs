using System.Buffers;
using System.Runtime.CompilerServices;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>One wording, cut once into its fixed parts and its placeholders, so that saying it costs one string.</summary>
internal sealed class PhraseTemplate
{
    private const string SentenceEnds = ".?!。？！";
    private const string Marks = SentenceEnds + ",;:，；：";
    private const string Minutes = " minutes";

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    private readonly string[] _literals;
    private readonly string[] _names;
    private readonly bool _hasCapitals;

    private PhraseTemplate(string text, string[] literals, string[] names)
    {
        Text = text;
        _literals = literals;
        _names = names;
        _hasCapitals = !text.AsSpan().ContainsAnyInRange('\u3000', '\uffef');
    }

    /// <summary>The wording as written, placeholders in braces.</summary>
    public string Text { get; }

    /// <summary>The placeholders in the order of their appearance.</summary>
    public IReadOnlyList<string> Placeholders => _names;

    /// <summary>Cuts a wording into parts; false with the reason when its braces don't pair up or enclose no name.</summary>
    public static bool TryParse(string text, out PhraseTemplate template, out string mistake)
    {
        List<string> literals = [], names = [];
        template = new PhraseTemplate(text, [text], []);
        mistake = "";
        var from = 0;
        while (from <= text.Length)
        {
            var rest = text.AsSpan(from);
            var open = rest.IndexOf('{');
            var literal = open < 0 ? rest : rest[..open];
            if (literal.Contains('}')) { mistake = "has a '}' without '{'"; return false; }
            literals.Add(literal.ToString());
            if (open < 0) break;
            var close = rest.IndexOf('}');
            if (close < 0) { mistake = "has a '{' without '}'"; return false; }
            var name = rest[(open + 1)..close];
            if (name.IsEmpty || name.ContainsAnyExcept(NameLetters)) { mistake = $"has no placeholder name in '{{{name}}}'"; return false; }
            names.Add(name.ToString());
            from += close + 1;
        }
        template = new PhraseTemplate(text, [.. literals], [.. names]);
        return true;
    }

    /// <summary>
    /// Fills the placeholders. A value that begins an English sentence gets its capital, no mark is doubled where a value ends in
    /// one, and one minute is not "1 minutes".
    /// </summary>
    /// <exception cref="ArgumentException">A placeholder got no value.</exception>
    public string Fill(ReadOnlySpan<PhraseArgument> arguments)
    {
        if (_names.Length == 0) return Text;
        var line = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        line.AppendLiteral(_literals[0]);
        for (var at = 0; at < _names.Length; at++)
        {
            var value = ValueOf(_names[at], arguments).AsSpan().Trim();
            var next = _literals[at + 1].AsSpan();
            FitEnds(ref value, ref next);
            if (_hasCapitals && StartsSmall(value) && BeginsSentence(line.Text))
            {
                line.AppendFormatted(char.ToUpperInvariant(value[0]));
                value = value[1..];
            }
            line.AppendFormatted(value);
            line.AppendFormatted(next);
        }
        return line.ToStringAndClear();
    }

    private static void FitEnds(ref ReadOnlySpan<char> value, ref ReadOnlySpan<char> next)
    {
        if (value.IsEmpty || next.IsEmpty) return;
        if (value[^1] is '.' or '。')
        {
            if (Marks.Contains(next[0])) value = value[..^1];
        }
        else if (SentenceEnds.Contains(value[^1]))
        {
            if (Marks.Contains(next[0])) next = next[1..];
        }
        else if (value is "1" && next.StartsWith(Minutes))
        {
            next = string.Concat(" minute", next[Minutes.Length..]);
        }
    }

    private static bool StartsSmall(ReadOnlySpan<char> value) =>
        value.Length > 0 && char.IsAsciiLetterLower(value[0]) && !(value.Length > 1 && char.IsAsciiLetterUpper(value[1]));

    private static bool BeginsSentence(ReadOnlySpan<char> before)
    {
        var written = before.TrimEnd();
        return written.IsEmpty || (written.Length < before.Length && SentenceEnds.Contains(written[^1]));
    }

    private string ValueOf(string name, ReadOnlySpan<PhraseArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name) return argument.Value;
        }
        throw new ArgumentException($"The phrase \"{Text}\" needs a value for '{name}'.", nameof(arguments));
    }
}
