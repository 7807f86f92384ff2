namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>
/// Holds the playbooks in use while files change under a running bot. Reading is free of locks; a talk that began on an older text still finds
/// it by its fingerprint.
/// </summary>
/// <param name="situations">The identifiers under which <c>phrases</c> may stand; null accepts any.</param>
public sealed class PlaybookShelf(IReadOnlyCollection<string>? situations = null)
{
    private readonly Lock writing = new();
    private volatile Contents contents = new(null, []);

    /// <summary>The playbooks for talks that begin now.</summary>
    /// <exception cref="InvalidOperationException">None were read yet.</exception>
    public PlaybookSet Current => contents.Current ?? throw new InvalidOperationException("No playbooks are on the shelf. Call Replace with their sources first.");

    /// <summary>Whether there is a playbook of that id for talks that begin now.</summary>
    /// <exception cref="InvalidOperationException">None were read yet.</exception>
    public bool Has(string id) => Current.Find(id) is not null;

    /// <summary>The playbook with that fingerprint, current, replaced or archived; or null.</summary>
    public Playbook? ByFingerprint(string fingerprint)
    {
        var now = contents;
        return now.Current?.ByFingerprint(fingerprint) ?? now.Older.GetValueOrDefault(fingerprint);
    }

    /// <summary>Puts new playbooks in use. What they replace stays to be found by fingerprint; when one has a mistake, all stays as it was.</summary>
    /// <returns>What was read: with mistakes, they are for the log and the last good playbooks stay.</returns>
    /// <exception cref="PlaybookException">There is a mistake and no playbooks were in use before.</exception>
    public PlaybookReading Replace(IReadOnlyList<PlaybookSource> sources)
    {
        var reading = PlaybookReader.Read(sources, situations);
        lock (writing)
        {
            if (reading.Playbooks is { } fresh)
                contents = new Contents(fresh, With(contents.Older, contents.Current?.All ?? []));
            else if (contents.Current is null)
                throw new PlaybookException(reading.Errors);
        }
        return reading;
    }

    /// <summary>Adds playbooks that a store kept for talks which began on them; they are found by fingerprint only.</summary>
    /// <param name="sources">What <see cref="PlaybookSet.SourcesOf"/> gave.</param>
    /// <returns>What was read: with mistakes, nothing is added.</returns>
    public PlaybookReading Archive(IReadOnlyList<PlaybookSource> sources)
    {
        var reading = PlaybookReader.Read(sources, situations);
        lock (writing)
            contents = contents with { Older = With(contents.Older, reading.Playbooks?.All ?? []) };
        return reading;
    }

    private static Dictionary<string, Playbook> With(Dictionary<string, Playbook> older, IReadOnlyList<Playbook> more) =>
        older.Values.Concat(more).DistinctBy(playbook => playbook.Fingerprint).ToDictionary(playbook => playbook.Fingerprint, StringComparer.Ordinal);

    private sealed record Contents(PlaybookSet? Current, Dictionary<string, Playbook> Older);
}
