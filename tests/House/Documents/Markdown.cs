using System.Text.RegularExpressions;

namespace ComplaintBot.House.Documents;

/// <summary>The parts of a Markdown text that name something: links, code spans and shell commands.</summary>
internal static class Markdown
{
    private static readonly Regex Link = new(@"\]\(<?([^)\s>]+)[^)]*\)", RegexOptions.NonBacktracking);
    private static readonly Regex Definition = new(@"^\s*\[[^\]]+\]:\s*(\S+)", RegexOptions.NonBacktracking);
    private static readonly Regex Span = new("`([^`]+)`", RegexOptions.NonBacktracking);

    public static IEnumerable<MarkdownPart> Parts(string text)
    {
        string? fence = null;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.StartsWith("```", StringComparison.Ordinal))
                fence = fence is null ? trimmed.Trim('`').Trim() : null;
            else if (fence is "sh" or "bash" or "console")
                yield return new MarkdownPart(MarkdownPartKind.Command, trimmed, number);
            else if (fence is null)
                foreach (var part in Prose(line, number))
                    yield return part;
        }
    }

    private static IEnumerable<MarkdownPart> Prose(string line, int number)
    {
        var spans = Span.Matches(line);
        var prose = Span.Replace(line, m => new string('x', m.Length));
        return spans.Select(m => new MarkdownPart(MarkdownPartKind.Code, m.Groups[1].Value, number))
            .Concat(Link.Matches(prose).Concat(Definition.Matches(prose))
                .Select(m => new MarkdownPart(MarkdownPartKind.Link, line.Substring(m.Groups[1].Index, m.Groups[1].Length), number)));
    }
}
