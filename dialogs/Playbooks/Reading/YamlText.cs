using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>
/// Turns the text of one file into nodes. It reads the parser's events and not its documents: a file may come from a stranger, so aliases
/// (which multiply), tags (which name types) and deep nesting (which ends the process) are refused before anything is built from them.
/// </summary>
internal sealed class YamlText
{
    /// <summary>The largest file, bytes of UTF-8.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>The deepest nesting; a ladder's value lies at 9.</summary>
    public const int MostDepth = 16;

    private readonly string file;
    private readonly Findings findings;
    private readonly Parser parser;
    private readonly string[] lines;
    private int openSince = 1;

    private YamlText(PlaybookSource source, Findings findings)
    {
        file = source.File;
        this.findings = findings;
        lines = source.Text.TrimEnd().Split('\n');
        parser = new Parser(new StringReader(source.Text.TrimStart('\uFEFF')));
    }

    /// <summary>The map that a file holds; null when it cannot be read, and then the findings say why.</summary>
    public static MapNode? Read(PlaybookSource source, Findings findings)
    {
        var bytes = Encoding.UTF8.GetByteCount(source.Text);
        if (bytes <= MostBytes)
            return new YamlText(source, findings).Read();
        findings.Add(source.File, 1, $"a file of {bytes:N0} bytes", $"at most {MostBytes:N0}");
        return null;
    }

    private MapNode? Read()
    {
        try
        {
            return Document();
        }
        catch (YamlException exception)
        {
            var line = Math.Max(1, (int)exception.Start.Line);
            if (exception.Message.Contains("tab", StringComparison.Ordinal) && IndentedByTab(line) is { } tab)
                findings.Add(file, tab, "a tab as indentation", "spaces");
            else
                // What is not closed is noticed at the end of the file, and mended where it was opened.
                findings.Add(file, line > lines.Length ? openSince : line, $"YAML that cannot be read ({exception.Message.TrimEnd('.')})", "valid YAML");
        }
        catch (InvalidOperationException)
        {
            // The parser's own state machine ends this way on a flow list or map that is never closed.
            findings.Add(file, openSince, "a list or map that is not closed", "valid YAML");
        }
        return null;
    }

    private MapNode? Document()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart)
        {
            findings.Add(file, 1, "an empty file", "a playbook");
            return null;
        }
        parser.MoveNext();
        if (Value(1) is not { } root)
            return null;
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is DocumentStart second)
            findings.Add(file, Line(second), "a second document", "one playbook a file");
        if (root is MapNode map)
            return map;
        findings.Add(root, root.Said, "a map that begins with 'playbook:'");
        return null;
    }

    /// <summary>The value at the current event, which is left at the value's last event; null when reading cannot go on.</summary>
    private Node? Value(int depth)
    {
        var at = parser.Current!;
        if (at is AnchorAlias alias)
            return Refused(at, $"the alias '*{alias.Value}'");
        if (at is NodeEvent node)
            RefuseProperties(node);
        if (depth > MostDepth)
        {
            findings.Add(file, Line(at), $"more than {MostDepth} levels", "a flatter playbook");
            return null;
        }
        if (at is Scalar scalar)
            return new ScalarNode(file, Line(at), scalar.Value, scalar.Style == ScalarStyle.Plain);
        var outer = openSince;
        openSince = Line(at);
        Node? value = at is SequenceStart ? List(openSince, depth) : Map(openSince, depth);
        openSince = outer;
        return value;
    }

    private ListNode? List(int line, int depth)
    {
        var items = new List<Node>();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            if (Value(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
        return new ListNode(file, line, items);
    }

    private MapNode? Map(int line, int depth)
    {
        var entries = new OrderedDictionary<string, MapEntry>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var keyLine = Line(parser.Current);
            if (Value(depth + 1) is not { } key || !parser.MoveNext() || Value(depth + 1) is not { } value)
                return null;
            if (key is not ScalarNode name)
                findings.Add(key, key is RefusedNode ? "an alias as a key" : $"{key.Said} as a key", "a word");
            else if (!entries.TryAdd(name.Value, new MapEntry(file, keyLine, value)))
                findings.Add(file, keyLine, $"the key '{name.Value}' again", $"one '{name.Value}', as in line {entries[name.Value].Line}");
        }
        return new MapNode(file, line, entries);
    }

    private RefusedNode Refused(ParsingEvent at, string found)
    {
        findings.Add(file, Line(at), found, "the value itself: playbooks have no anchors and aliases");
        return new RefusedNode(file, Line(at));
    }

    private void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Refused(node, $"the anchor '&{node.Anchor.Value}'");
        if (!node.Tag.IsEmpty)
            findings.Add(file, Line(node), $"the tag '{(node.Tag.IsNonSpecific ? "!" : node.Tag.Value)}'", "no tag: the key decides what a value is");
    }

    private int? IndentedByTab(int from)
    {
        for (var line = from; line <= lines.Length; line++)
            if (lines[line - 1].AsSpan(0, lines[line - 1].Length - lines[line - 1].AsSpan().TrimStart().Length).Contains('\t'))
                return line;
        return null;
    }

    private static int Line(ParsingEvent? at) => at is null ? 1 : Math.Max(1, (int)at.Start.Line);
}
