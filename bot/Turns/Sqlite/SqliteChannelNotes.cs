namespace ComplaintBot.Turns.Sqlite;

/// <summary>Notes of channels in the embedded database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteChannelNotes(SqliteDatabase database) : IChannelNotes
{
    private static readonly Statement Find = new("channel-note", "SELECT value FROM channel_note WHERE name = ?1");

    private static readonly Statement Keep = new("keep-channel-note", "INSERT INTO channel_note (name, value, until) VALUES (?1, ?2, 0) ON CONFLICT (name) DO UPDATE SET value = excluded.value");

    private static readonly Statement Claim = new("claim-channel-note",
        """
        INSERT INTO channel_note (name, value, until) VALUES (?1, ?2, ?4)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, until = excluded.until WHERE channel_note.value = excluded.value OR channel_note.until <= ?3
        """);

    /// <inheritdoc/>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(session => session.First(Find, row => row.GetString(0), name), cancellationToken);

    /// <inheritdoc/>
    public Task KeepAsync(string name, string value, CancellationToken cancellationToken) => database.WriteAsync(session => Change.Keep(session.Execute(Keep, name, value)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ClaimAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Claim, name, holder, Stamp.Of(now), Stamp.Of(until)) > 0), cancellationToken);
}
