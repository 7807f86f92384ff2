namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>A value of a playbook file, which remembers where it stands, so that a mistake found after inheritance still names its line.</summary>
/// <param name="file">The file's name.</param>
/// <param name="line">1-based line.</param>
internal abstract class Node(string file, int line)
{
    public string File => file;

    public int Line => line;

    /// <summary>What stands here, as an error message says it.</summary>
    public abstract string Said { get; }
}

/// <summary>A single value.</summary>
/// <param name="file">The file's name.</param>
/// <param name="line">1-based line.</param>
/// <param name="value">The value, quotes and escapes resolved.</param>
/// <param name="plain">Whether it stands without quotes, so that YAML may take it for a number, a truth value or nothing.</param>
internal sealed class ScalarNode(string file, int line, string value, bool plain) : Node(file, line)
{
    private const int Shown = 60;

    public string Value => value;

    public bool Plain => plain;

    /// <inheritdoc/>
    public override string Said => Scalars.KindOf(this) switch
    {
        ScalarKind.Nothing => "nothing",
        ScalarKind.Number => $"the number {value}",
        ScalarKind.Truth => $"the truth value {value}",
        _ when value.Length > Shown => $"'{value[..Shown]}…'",
        _ => $"'{value}'",
    };
}

/// <summary>A list of values.</summary>
/// <param name="file">The file's name.</param>
/// <param name="line">1-based line.</param>
/// <param name="items">The values in their order.</param>
internal sealed class ListNode(string file, int line, IReadOnlyList<Node> items) : Node(file, line)
{
    public IReadOnlyList<Node> Items => items;

    /// <inheritdoc/>
    public override string Said => "a list";
}

/// <summary>Values by key, in the order of the file.</summary>
/// <param name="file">The file's name.</param>
/// <param name="line">1-based line.</param>
/// <param name="entries">The entries.</param>
internal sealed class MapNode(string file, int line, OrderedDictionary<string, MapEntry> entries) : Node(file, line)
{
    public OrderedDictionary<string, MapEntry> Entries => entries;

    /// <inheritdoc/>
    public override string Said => "a map";
}

/// <summary>One key of a map with its value.</summary>
/// <param name="File">The file of the key.</param>
/// <param name="Line">The line of the key.</param>
/// <param name="Value">The value.</param>
internal sealed record MapEntry(string File, int Line, Node Value);

/// <summary>A value that was refused already: nothing more is said about it.</summary>
/// <param name="file">The file's name.</param>
/// <param name="line">1-based line.</param>
internal sealed class RefusedNode(string file, int line) : Node(file, line)
{
    /// <inheritdoc/>
    public override string Said => "a refused value";
}
