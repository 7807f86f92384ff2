namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>The playbooks that were read together. Immutable.</summary>
public sealed class PlaybookSet
{
    private readonly Dictionary<string, Playbook> byId;
    private readonly Dictionary<string, Playbook> byFingerprint;
    private readonly Dictionary<string, IReadOnlyList<PlaybookSource>> sources;

    internal PlaybookSet(IEnumerable<(Playbook Playbook, IReadOnlyList<PlaybookSource> Sources)> read)
    {
        var pairs = read.ToList();
        All = [.. pairs.Select(pair => pair.Playbook)];
        byId = All.ToDictionary(playbook => playbook.Id, StringComparer.Ordinal);
        byFingerprint = All.ToDictionary(playbook => playbook.Fingerprint, StringComparer.Ordinal);
        sources = pairs.ToDictionary(pair => pair.Playbook.Fingerprint, pair => pair.Sources, StringComparer.Ordinal);
    }

    /// <summary>Every playbook, in the order of the files.</summary>
    public IReadOnlyList<Playbook> All { get; }

    /// <summary>The playbook of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the ids.</exception>
    public Playbook this[string id] => Find(id) ?? throw new KeyNotFoundException($"No playbook '{id}'. Known: {string.Join(", ", All.Select(playbook => playbook.Id))}.");

    /// <summary>The playbook of that id, or null.</summary>
    public Playbook? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The playbook with that fingerprint, or null.</summary>
    public Playbook? ByFingerprint(string fingerprint) => byFingerprint.GetValueOrDefault(fingerprint);

    /// <summary>
    /// The files from which a playbook can be made again, its own first, then its parents: what a store archives under the fingerprint.
    /// Reading them gives a playbook of the same fingerprint.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The playbook is not of this set.</exception>
    public IReadOnlyList<PlaybookSource> SourcesOf(Playbook playbook)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        return sources.GetValueOrDefault(playbook.Fingerprint)
            ?? throw new KeyNotFoundException($"Playbook '{playbook.Id}' with fingerprint {playbook.Fingerprint} is not of this set.");
    }
}
