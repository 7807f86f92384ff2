using ComplaintBot.Turns.Sqlite;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Desk.Accounts.Sqlite;

/// <summary>Sessions and attempts in the desk's embedded database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteSessionStore(SqliteDatabase database) : ISessionStore
{
    private const string Columns = "id, account, stamp, created, seen, ends, address, client";

    private static readonly Statement Keep = new("keep-session", "INSERT INTO session VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    private static readonly Statement Find = new("find-session", $"SELECT {Columns} FROM session WHERE id = ?1");
    private static readonly Statement Of = new("sessions-of", $"SELECT {Columns} FROM session WHERE account = ?1 ORDER BY seen DESC, created DESC");
    private static readonly Statement Touch = new("touch-session", "UPDATE session SET seen = ?2 WHERE id = ?1");
    private static readonly Statement Renew = new("renew-session", "UPDATE session SET stamp = ?2 WHERE id = ?1");
    private static readonly Statement End = new("end-session", "DELETE FROM session WHERE account = ?1 AND id = ?2");
    private static readonly Statement EndAll = new("end-sessions", "DELETE FROM session WHERE account = ?1 AND id <> ?2");
    private static readonly Statement Expire = new("expire-sessions", "DELETE FROM session WHERE ends <= ?1 OR seen <= ?2");

    private static readonly Statement Lapse = new("lapse-attempts", "DELETE FROM attempt WHERE until <= ?1");
    private static readonly Statement Tried = new("tried", "SELECT failures, until FROM attempt WHERE name = ?1");
    private static readonly Statement Try = new("try", "INSERT INTO attempt VALUES (?1, 1, ?2) ON CONFLICT (name) DO UPDATE SET failures = failures + 1, until = ?2");
    private static readonly Statement TakeBack = new("take-back-attempt", "UPDATE attempt SET failures = failures - 1 WHERE name = ?1 AND failures > 0");
    private static readonly Statement Forget = new("forget-attempts", "DELETE FROM attempt WHERE name = ?1");

    /// <inheritdoc/>
    public Task KeepAsync(DeskSession session, CancellationToken cancellationToken) => database.WriteAsync(
        write => Change.Keep(write.Execute(
            Keep, session.Id, session.Account, session.Stamp, Stamp.Of(session.CreatedAt), Stamp.Of(session.SeenAt), Stamp.Of(session.EndsAt), session.Address, session.Client)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<DeskSession?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(session => session.First(Find, Read, id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeskSession>> OfAsync(string account, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DeskSession>>(session => session.All(Of, Read, account), cancellationToken);

    /// <inheritdoc/>
    public Task TouchAsync(string id, DateTimeOffset seen, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Touch, id, Stamp.Of(seen))), cancellationToken);

    /// <inheritdoc/>
    public Task RenewAsync(string id, string stamp, CancellationToken cancellationToken) => database.WriteAsync(session => Change.Keep(session.Execute(Renew, id, stamp)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> EndAsync(string account, string id, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(End, account, id) > 0), cancellationToken);

    /// <inheritdoc/>
    public Task EndAllAsync(string account, string? except, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(EndAll, account, except ?? "")), cancellationToken);

    /// <inheritdoc/>
    public Task ExpireAsync(DateTimeOffset now, DateTimeOffset unusedSince, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Expire, Stamp.Of(now), Stamp.Of(unusedSince))), cancellationToken);

    /// <inheritdoc/>
    public Task<SignInAttempt> BeginAttemptAsync(string name, DateTimeOffset now, (int Most, TimeSpan For) rule, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Execute(Lapse, Stamp.Of(now));
            var tried = session.First(Tried, row => new Tally(row.GetInt64(0), Stamp.Time(row.GetInt64(1))), name);
            if (tried?.Failures >= rule.Most) return Change.Keep(new SignInAttempt(false, tried.Until));
            var until = now + rule.For;
            session.Execute(Try, name, Stamp.Of(until));
            return Change.Keep(new SignInAttempt(true, tried?.Failures + 1 >= rule.Most ? until : null));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task TakeBackAttemptAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(session => Change.Keep(session.Execute(TakeBack, name)), cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAttemptsAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(session => Change.Keep(session.Execute(Forget, name)), cancellationToken);

    private static DeskSession Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Time(3), row.Time(4), row.Time(5), row.GetString(6), row.GetString(7));

    private sealed record Tally(long Failures, DateTimeOffset Until);
}
