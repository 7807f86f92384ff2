namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Collects the mistakes of one playbook, so that all are told at once.</summary>
internal sealed class Findings
{
    /// <summary>More than these from one playbook help nobody; a hostile file could otherwise hold hundreds of thousands.</summary>
    public const int Most = 200;

    private readonly List<PlaybookError> errors = [];
    private readonly HashSet<PlaybookError> missing = [];
    private int left;

    /// <summary>How much was wrong so far.</summary>
    public int Count => errors.Count + left;

    /// <summary>What was wrong, in the order in which it was found.</summary>
    public IEnumerable<PlaybookError> Errors => left == 0
        ? errors
        : errors.Append(errors[0] with { Found = $"{left} more mistakes", Expected = "fewer at a time: mend these first" });

    public void Add(string file, int line, string found, string expected) => Add(new PlaybookError(file, line, found, expected));

    public void Add(Node node, string found, string expected) => Add(node.File, node.Line, found, expected);

    /// <summary>Something that neither the file nor its parents hold.</summary>
    public void AddMissing(Node where, string found, string expected)
    {
        var error = new PlaybookError(where.File, where.Line, found, expected);
        missing.Add(error);
        Add(error);
    }

    /// <summary>What was wrong here alone: what the parents lack already is not told again for each child.</summary>
    public IEnumerable<PlaybookError> Without(IEnumerable<Findings> parents)
    {
        var known = parents.SelectMany(parent => parent.missing).ToList();
        return Errors.Where(error => !missing.Contains(error) || !known.Exists(other => other.Found == error.Found));
    }

    private void Add(PlaybookError error)
    {
        if (errors.Count < Most)
            errors.Add(error);
        else
            left++;
    }
}
