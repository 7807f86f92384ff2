namespace ComplaintBot.Turns.Postgres;

/// <summary>Notes of channels in PostgreSQL, so that one node goes on where another stopped.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresChannelNotes(PostgresDatabase database) : IChannelNotes
{
    private const string Find = "SELECT value FROM channel_note WHERE name = $1";

    private const string Keep = "INSERT INTO channel_note (name, value, until) VALUES ($1, $2, 0) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private const string Claim =
        """
        INSERT INTO channel_note (name, value, until) VALUES ($1, $2, $4)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, until = excluded.until WHERE channel_note.value = excluded.value OR channel_note.until <= $3
        """;

    /// <inheritdoc/>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(session => session.FirstAsync(Find, row => row.GetString(0), name), cancellationToken);

    /// <inheritdoc/>
    public Task KeepAsync(string name, string value, CancellationToken cancellationToken) => database.WriteAsync(session => session.ExecuteAsync(Keep, name, value), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ClaimAsync(string name, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => session.ExecuteAsync(Claim, name, holder, now.UtcTicks, until.UtcTicks), cancellationToken).ConfigureAwait(false) > 0;
}
