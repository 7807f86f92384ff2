using ComplaintBot.Turns.Postgres;
using Npgsql;

namespace ComplaintBot.Desk.Accounts.Postgres;

/// <summary>Sessions and attempts in PostgreSQL.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresSessionStore(PostgresDatabase database) : ISessionStore
{
    private const string Columns = "id, account, stamp, created, seen, ends, address, client";

    /// <summary>Looked at and counted in one step: a hundred attempts at once get no more tries than one after the other.</summary>
    private const string Try =
        """
        INSERT INTO attempt AS a (name, failures, until) VALUES ($1, 1, $2)
        ON CONFLICT (name) DO UPDATE SET failures = CASE WHEN a.until <= $3 THEN 1 ELSE a.failures + 1 END, until = $2 WHERE a.until <= $3 OR a.failures < $4
        RETURNING failures
        """;

    /// <summary>Rows another attempt is busy with are left to it.</summary>
    private const string Lapse = "DELETE FROM attempt WHERE name IN (SELECT name FROM attempt WHERE until <= $1 FOR UPDATE SKIP LOCKED)";

    /// <inheritdoc/>
    public Task KeepAsync(DeskSession session, CancellationToken cancellationToken) => WriteAsync(
        $"INSERT INTO session ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        [session.Id, session.Account, session.Stamp, session.CreatedAt.UtcTicks, session.SeenAt.UtcTicks, session.EndsAt.UtcTicks, session.Address, session.Client], cancellationToken);

    /// <inheritdoc/>
    public Task<DeskSession?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstAsync($"SELECT {Columns} FROM session WHERE id = $1", Read, id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeskSession>> OfAsync(string account, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.AllAsync($"SELECT {Columns} FROM session WHERE account = $1 ORDER BY seen DESC, created DESC", Read, account), cancellationToken);

    /// <inheritdoc/>
    public Task TouchAsync(string id, DateTimeOffset seen, CancellationToken cancellationToken) =>
        WriteAsync("UPDATE session SET seen = $2 WHERE id = $1", [id, seen.UtcTicks], cancellationToken);

    /// <inheritdoc/>
    public Task RenewAsync(string id, string stamp, CancellationToken cancellationToken) => WriteAsync("UPDATE session SET stamp = $2 WHERE id = $1", [id, stamp], cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> EndAsync(string account, string id, CancellationToken cancellationToken) =>
        await WriteAsync("DELETE FROM session WHERE account = $1 AND id = $2", [account, id], cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public Task EndAllAsync(string account, string? except, CancellationToken cancellationToken) =>
        WriteAsync("DELETE FROM session WHERE account = $1 AND id <> $2", [account, except ?? ""], cancellationToken);

    /// <inheritdoc/>
    public Task ExpireAsync(DateTimeOffset now, DateTimeOffset unusedSince, CancellationToken cancellationToken) =>
        WriteAsync("DELETE FROM session WHERE ends <= $1 OR seen <= $2", [now.UtcTicks, unusedSince.UtcTicks], cancellationToken);

    /// <inheritdoc/>
    public Task<SignInAttempt> BeginAttemptAsync(string name, DateTimeOffset now, (int Most, TimeSpan For) rule, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var until = now + rule.For;
            var counted = await session.AllAsync(Try, row => row.GetInt64(0), name, until.UtcTicks, now.UtcTicks, (long)rule.Most).ConfigureAwait(false);
            await session.ExecuteAsync(Lapse, now.UtcTicks).ConfigureAwait(false);
            if (counted is [var failures]) return new SignInAttempt(true, failures >= rule.Most ? until : null);
            return new SignInAttempt(false, new DateTimeOffset(await session.NumberAsync("SELECT coalesce((SELECT until FROM attempt WHERE name = $1), $2)", name, now.UtcTicks).ConfigureAwait(false), TimeSpan.Zero));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task TakeBackAttemptAsync(string name, CancellationToken cancellationToken) =>
        WriteAsync("UPDATE attempt SET failures = failures - 1 WHERE name = $1 AND failures > 0", [name], cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAttemptsAsync(string name, CancellationToken cancellationToken) => WriteAsync("DELETE FROM attempt WHERE name = $1", [name], cancellationToken);

    private Task<int> WriteAsync(string text, object?[] values, CancellationToken cancellationToken) => database.WriteAsync(session => session.ExecuteAsync(text, values), cancellationToken);

    private static DeskSession Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Time(3), row.Time(4), row.Time(5), row.GetString(6), row.GetString(7));
}
