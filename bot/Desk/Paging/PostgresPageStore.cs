using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Desk.Paging;

/// <summary>Pages in PostgreSQL.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresPageStore(PostgresDatabase database) : IPageStore
{
    private const string Raise = $"INSERT INTO page ({PageRow.Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, NULL) ON CONFLICT (conversation, priority) DO NOTHING";

    private const string Try = "INSERT INTO page_try (page, number, at, person, outcome) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    private const string Next = "UPDATE page SET tries = $2::bigint + 1, due = $3 WHERE id = $1 AND tries = $2 AND due IS NOT NULL";

    private const string Confirm = "UPDATE page SET due = NULL, confirmed_by = $2, confirmed = $3 WHERE id = $1 AND confirmed IS NULL";

    /// <inheritdoc/>
    public async Task<bool> TryRaiseAsync(Page page, CancellationToken cancellationToken)
    {
        object?[] values =
        [
            page.Id, page.Conversation, page.CaseNumber, (long)page.Priority, page.Trigger, page.Words, page.Brief, page.RaisedAt.UtcTicks, (long)page.Tries, (page.DueAt ?? page.RaisedAt).UtcTicks,
        ];
        return await database.WriteAsync(session => session.ExecuteAsync(Raise, values), cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.AllAsync($"SELECT {PageRow.Columns} FROM page WHERE due <= $1 ORDER BY priority, due", PageRow.Read, now.UtcTicks), cancellationToken);

    /// <inheritdoc/>
    public Task TriedAsync(PageTry one, DateTimeOffset next, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(Try, one.Page, (long)one.Number, one.At.UtcTicks, one.Person, one.Outcome).ConfigureAwait(false);
            return await session.ExecuteAsync(Next, one.Page, (long)one.Number, next.UtcTicks).ConfigureAwait(false);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryConfirmAsync(string id, string by, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => session.ExecuteAsync(Confirm, id, by, at.UtcTicks), cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public Task<Page?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstAsync($"SELECT {PageRow.Columns} FROM page WHERE id = $1", PageRow.Read, id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page>> LatestAsync(int most, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.AllAsync($"SELECT {PageRow.Columns} FROM page ORDER BY due IS NULL, raised DESC LIMIT $1", PageRow.Read, (long)most), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PageTry>> TriesAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.AllAsync(
            "SELECT page, number, at, person, outcome FROM page_try WHERE page = $1 ORDER BY number",
            row => new PageTry(row.GetString(0), (int)row.GetInt64(1), row.Time(2), row.GetString(3), row.GetString(4)), id),
        cancellationToken);
}
