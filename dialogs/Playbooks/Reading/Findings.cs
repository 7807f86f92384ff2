namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Collects the mistakes of one playbook, so that all are told at once.</summary>
internal sealed class Findings
{
    /// <summary>More than these from one playbook help nobody; a hostile file could otherwise hold hundreds of thousands.</summary>
    public const int Most = 200;

    private readonly OrderedDictionary<PlaybookError, bool> errors = [];
    private int left;

    /// <summary>How much was wrong so far.</summary>
    public int Count => errors.Count + left;

    /// <summary>What was wrong, in the order in which it was found.</summary>
    public IEnumerable<PlaybookError> Errors => left == 0
        ? errors.Keys
        : errors.Keys.Append(new PlaybookError(errors.GetAt(0).Key.File, errors.GetAt(0).Key.Line, $"{left} more mistakes", "fewer at a time: mend these first"));

    public void Add(string file, int line, string found, string expected) => Add(new PlaybookError(file, line, found, expected), isMissing: false);

    public void Add(Node node, string found, string expected) => Add(node.File, node.Line, found, expected);

    /// <summary>Something that neither the file nor its parents hold.</summary>
    public void AddMissing(Node where, string found, string expected) => Add(new PlaybookError(where.File, where.Line, found, expected), isMissing: true);

    /// <summary>What was wrong here alone: what the parents lack already is not told again for each child.</summary>
    public IEnumerable<PlaybookError> Without(IEnumerable<Findings> parents)
    {
        var known = parents.SelectMany(parent => parent.errors.Where(pair => pair.Value).Select(pair => (pair.Key.Found, pair.Key.Expected))).ToHashSet();
        return known.Count == 0 ? Errors : Errors.Where(error => !known.Contains((error.Found, error.Expected)) || !errors[error]);
    }

    private void Add(PlaybookError error, bool isMissing)
    {
        if (errors.Count < Most)
            errors.TryAdd(error, isMissing);
        else
            left++;
    }
}
