using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Desk.Paging;

/// <summary>Pages in the desk's embedded database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqlitePageStore(SqliteDatabase database) : IPageStore
{
    private static readonly Statement Raise = new("raise-page", "INSERT INTO page VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL, NULL) ON CONFLICT (conversation, priority) DO NOTHING");
    private static readonly Statement Due = new("due-pages", $"SELECT {PageRow.Columns} FROM page WHERE due <= ?1 ORDER BY priority, due");
    private static readonly Statement Try = new("try-page", "INSERT OR IGNORE INTO page_try VALUES (?1, ?2, ?3, ?4, ?5)");
    private static readonly Statement Next = new("next-page", "UPDATE page SET tries = ?2 + 1, due = ?3 WHERE id = ?1 AND tries = ?2 AND due IS NOT NULL");
    private static readonly Statement Confirm = new("confirm-page", "UPDATE page SET due = NULL, confirmed_by = ?2, confirmed = ?3 WHERE id = ?1 AND confirmed IS NULL");
    private static readonly Statement Find = new("find-page", $"SELECT {PageRow.Columns} FROM page WHERE id = ?1");
    private static readonly Statement Latest = new("latest-pages", $"SELECT {PageRow.Columns} FROM page ORDER BY due IS NULL, raised DESC LIMIT ?1");
    private static readonly Statement Tries = new("page-tries", "SELECT page, number, at, person, outcome FROM page_try WHERE page = ?1 ORDER BY number");

    /// <inheritdoc/>
    public Task<bool> TryRaiseAsync(Page page, CancellationToken cancellationToken) => database.WriteAsync(
        session => Change.Keep(session.Execute(
            Raise, page.Id, page.Conversation, page.CaseNumber, (long)page.Priority, page.Trigger, page.Words, page.Brief, Stamp.Of(page.RaisedAt), (long)page.Tries, Stamp.Of(page.DueAt ?? page.RaisedAt)) > 0),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Page>>(session => session.All(Due, PageRow.Read, Stamp.Of(now)), cancellationToken);

    /// <inheritdoc/>
    public Task TriedAsync(PageTry one, DateTimeOffset next, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Execute(Try, one.Page, (long)one.Number, Stamp.Of(one.At), one.Person, one.Outcome);
            return Change.Keep(session.Execute(Next, one.Page, (long)one.Number, Stamp.Of(next)));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryConfirmAsync(string id, string by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Confirm, id, by, Stamp.Of(at)) > 0), cancellationToken);

    /// <inheritdoc/>
    public Task<Page?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(session => session.First(Find, PageRow.Read, id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page>> LatestAsync(int most, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Page>>(session => session.All(Latest, PageRow.Read, (long)most), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PageTry>> TriesAsync(string id, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PageTry>>(
        session => session.All(Tries, row => new PageTry(row.GetString(0), row.GetInt32(1), row.Time(2), row.GetString(3), row.GetString(4)), id), cancellationToken);
}
