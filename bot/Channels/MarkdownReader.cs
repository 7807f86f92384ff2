using System.Buffers;
using System.Text;

namespace ComplaintBot.Channels;

/// <summary>
/// Reads the little Markdown that messages use: headings, lists, strong, emphasis, struck, code and links. Whatever is not closed, or leads to
/// an address that is none of the web, stays the characters it is.
/// </summary>
internal sealed class MarkdownReader
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_`~[#\\-+>");
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    private readonly List<TextRun> runs = [];
    private readonly StringBuilder pending = new();

    private MarkdownReader()
    {
    }

    /// <summary>The runs of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format"><c>plain</c> or <c>xml</c> takes it as it is; <c>markdown</c> and none as Markdown.</param>
    public static IReadOnlyList<TextRun> Read(string text, string? format)
    {
        if (text.Length == 0) return [];
        if (format is "plain" or "xml" || text.AsSpan().IndexOfAny(Signs) < 0) return [new(text)];
        var reader = new MarkdownReader();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) reader.pending.Append('\n');
            reader.Line(lines[i]);
        }

        reader.Flush(TextStyle.Plain);
        return reader.runs;
    }

    private void Line(string line)
    {
        var (text, style) = (line, TextStyle.Plain);
        var marks = line.AsSpan().TrimStart('#');
        if (line.Length - marks.Length is > 0 and <= 6 && marks.StartsWith(" ")) (text, style) = (marks.Trim().ToString(), TextStyle.Bold);
        else if (line.AsSpan().TrimStart(' ') is ['-' or '*' or '+', ' ', .. var item]) text = $"• {item}";
        if (style == TextStyle.Plain)
        {
            Inline(text, style);
            return;
        }

        Flush(TextStyle.Plain);
        Inline(text, style);
        Flush(style);
    }

    private void Inline(string text, TextStyle style)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]) is false && text[at + 1] < 128)
            {
                pending.Append(text[at + 1]);
                at += 2;
            }
            else if (Link(text, at, style) is > 0 and var link) at += link;
            else if (Marked(text, at, style) is > 0 and var marked) at += marked;
            else pending.Append(text[at++]);
        }
    }

    private int Link(string text, int at, TextStyle style)
    {
        if (text[at] != '[' || text.IndexOf("](", at, StringComparison.Ordinal) is not (> 0 and var middle) || text.IndexOf(')', middle) is not (> 0 and var end)) return 0;
        var (label, url) = (text[(at + 1)..middle], text[(middle + 2)..end]);
        if (label.Length == 0 || label.Contains('[', StringComparison.Ordinal) || !Schemes.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) || url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return 0;
        Flush(style);
        runs.Add(new(label, style, url));
        return end + 1 - at;
    }

    private int Marked(string text, int at, TextStyle style)
    {
        var (mark, meant) = text.AsSpan(at) switch
        {
            ['*', '*', ..] => ("**", TextStyle.Bold),
            ['_', '_', ..] => ("__", TextStyle.Bold),
            ['~', '~', ..] => ("~~", TextStyle.Strike),
            ['*', ..] => ("*", TextStyle.Italic),
            ['_', ..] => ("_", TextStyle.Italic),
            ['`', ..] => ("`", TextStyle.Code),
            _ => ("", TextStyle.Plain),
        };
        var start = at + mark.Length;
        if (mark.Length == 0 || (style & meant) != 0 || start >= text.Length || char.IsWhiteSpace(text[start]) || !MayOpen(text, at, mark)) return 0;
        for (var end = text.IndexOf(mark, start, StringComparison.Ordinal); end > 0; end = text.IndexOf(mark, end + 1, StringComparison.Ordinal))
        {
            if (end == start || char.IsWhiteSpace(text[end - 1]) || !MayClose(text, end, mark)) continue;
            Flush(style);
            if (meant == TextStyle.Code) pending.Append(text, start, end - start);
            else Inline(text[start..end], style | meant);
            Flush(style | meant);
            return end + mark.Length - at;
        }

        return 0;
    }

    /// <summary>One sign alone is a mark only at the edge of a word: 2*3*4 and order_no_1 are none.</summary>
    private static bool MayOpen(string text, int at, string mark) => mark is not ("*" or "_") || at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);

    private static bool MayClose(string text, int end, string mark) =>
        mark is not ("*" or "_") || ((end + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])) && (end + 1 == text.Length || text[end + 1] != mark[0]) && text[end - 1] != mark[0]);

    private void Flush(TextStyle style)
    {
        if (pending.Length == 0) return;
        runs.Add(new(pending.ToString(), style));
        pending.Clear();
    }
}
