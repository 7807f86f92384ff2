using ComplaintBot.Turns;
using ComplaintBot.Turns.Postgres;
using Npgsql;

namespace ComplaintBot.Desk.Handoff;

/// <summary>Handoffs in PostgreSQL.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresHandoffStore(PostgresDatabase database) : IHandoffStore
{
    private const string Columns = "conversation, context, state, attempts";

    private const string Ask =
        """
        INSERT INTO handoff AS h (conversation, context, state, attempts, due) VALUES ($1, $2, 'asked', 0, $3)
        ON CONFLICT (conversation) DO UPDATE SET context = $2, state = 'asked', attempts = 0, due = $3 WHERE h.state IN ('failed', 'completed', 'unreachable')
        """;

    /// <inheritdoc/>
    public async Task<bool> TryAskAsync(HandoffCall call, DateTimeOffset now, CancellationToken cancellationToken) =>
        await WriteAsync(Ask, [call.Key.ToString(), call.Context, now.UtcTicks], cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public Task<IReadOnlyList<HandoffItem>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.AllAsync($"SELECT {Columns} FROM handoff WHERE due <= $1 ORDER BY due", Read, now.UtcTicks), cancellationToken);

    /// <inheritdoc/>
    public Task SentAsync(ConversationKey key, string state, DateTimeOffset? next, CancellationToken cancellationToken) => WriteAsync(
        "UPDATE handoff SET state = $2, due = $3, attempts = attempts + 1 WHERE conversation = $1 AND state = 'asked'", [key.ToString(), state, next?.UtcTicks], cancellationToken);

    /// <inheritdoc/>
    public Task<HandoffItem?> FindAsync(ConversationKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstAsync($"SELECT {Columns} FROM handoff WHERE conversation = $1", Read, key.ToString()), cancellationToken);

    /// <inheritdoc/>
    public Task NoteAsync(ConversationKey key, string state, CancellationToken cancellationToken) =>
        WriteAsync("UPDATE handoff SET state = $2, due = NULL WHERE conversation = $1", [key.ToString(), state], cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsNewAsync(string signature, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // By itself, so that nobody waits for whoever forgets; rows another one is busy with are left to it.
        await WriteAsync("DELETE FROM handoff_message WHERE signature IN (SELECT signature FROM handoff_message WHERE until <= $1 FOR UPDATE SKIP LOCKED)", [now.UtcTicks], cancellationToken).ConfigureAwait(false);
        return await WriteAsync("INSERT INTO handoff_message (signature, until) VALUES ($1, $2) ON CONFLICT DO NOTHING", [signature, until.UtcTicks], cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public Task ForgetAsync(string signature, CancellationToken cancellationToken) => WriteAsync("DELETE FROM handoff_message WHERE signature = $1", [signature], cancellationToken);

    private Task<int> WriteAsync(string text, object?[] values, CancellationToken cancellationToken) => database.WriteAsync(session => session.ExecuteAsync(text, values), cancellationToken);

    private static HandoffItem Read(NpgsqlDataReader row) => new(ConversationKey.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), (int)row.GetInt64(3));
}
