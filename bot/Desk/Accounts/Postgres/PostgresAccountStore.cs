using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns.Postgres;
using Npgsql;

namespace ComplaintBot.Desk.Accounts.Postgres;

/// <summary>People, teams and invitations in PostgreSQL.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresAccountStore(PostgresDatabase database) : IAccountStore
{
    /// <summary>Who is saved depends on who else there is, so one is saved after the other. Everybody still reads.</summary>
    private const string OneAfterTheOther = "LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE";

    private const string Update =
        """
        UPDATE account SET name = $2, key = $3, role = $4, admin = $5, active = $6, password = $7, stamp = $8, totp = $9, totp_pending = $10, totp_step = $11,
            recovery = $12, teams = $13, languages = $14, playbooks = $15, version = $16::bigint + 1
        WHERE id = $1
        """;

    private const string Others = "SELECT count(*) FROM account WHERE active AND password IS NOT NULL AND (admin OR role = 'admin') AND id <> $1";

    private const string KeepTeam =
        """
        INSERT INTO team (id, name, playbooks, languages, for_abuse) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET name = $2, playbooks = $3, languages = $4, for_abuse = $5
        """;

    private const string Invite = "INSERT INTO invitation (account, hash, stamp, until) VALUES ($1, $2, $3, $4) ON CONFLICT (account) DO UPDATE SET hash = $2, stamp = $3, until = $4";

    private const string Invited = $"SELECT {AccountRow.Columns} FROM invitation i JOIN account a ON a.id = i.account WHERE i.hash = $1 AND i.until > $2 AND i.stamp = a.stamp AND a.active";

    /// <inheritdoc/>
    public Task<DeskAccount?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(session => FindAsync(session, id), cancellationToken);

    /// <inheritdoc/>
    public Task<DeskAccount?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstAsync($"SELECT {AccountRow.Columns} FROM account a WHERE a.key = $1", Read, key), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeskAccount>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.AllAsync($"""SELECT {AccountRow.Columns} FROM account a ORDER BY a.key COLLATE "C" """, Read), cancellationToken);

    /// <inheritdoc/>
    public Task<AccountOutcome> TryAddAsync(DeskAccount account, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(OneAfterTheOther).ConfigureAwait(false);
            if (await IsKeyTakenAsync(session, account).ConfigureAwait(false)) return AccountOutcome.NameTaken;
            await session.ExecuteAsync("INSERT INTO account VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)", Values(account)).ConfigureAwait(false);
            return AccountOutcome.Saved;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<AccountOutcome> TryUpdateAsync(DeskAccount account, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(OneAfterTheOther).ConfigureAwait(false);
                if (await IsKeyTakenAsync(session, account).ConfigureAwait(false)) return AccountOutcome.NameTaken;
                var before = await FindAsync(session, account.Id).ConfigureAwait(false);
                if (before?.Version != account.Version) return AccountOutcome.Stale;
                if (KeepsPeople(before) && !KeepsPeople(account) && await session.NumberAsync(Others, account.Id).ConfigureAwait(false) == 0) return AccountOutcome.LastAdmin;
                await session.ExecuteAsync(Update, Values(account)).ConfigureAwait(false);
                return AccountOutcome.Saved;
            },
            cancellationToken).ConfigureAwait(false);
        if (outcome == AccountOutcome.Saved) account.Version++;
        return outcome;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.AllAsync(
            """SELECT id, name, playbooks, languages, for_abuse FROM team ORDER BY lower(name COLLATE "C")""",
            row => new Team(row.GetString(0), row.GetString(1), List(row, 2), List(row, 3), row.GetBoolean(4))),
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryKeepTeamAsync(Team team, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("LOCK TABLE team IN SHARE ROW EXCLUSIVE MODE").ConfigureAwait(false);
            if (await session.NumberAsync("""SELECT count(*) FROM team WHERE lower(name COLLATE "C") = lower($1 COLLATE "C") AND id <> $2""", team.Name, team.Id).ConfigureAwait(false) > 0) return false;
            await session.ExecuteAsync(KeepTeam, team.Id, team.Name, Texts(team.Playbooks), Texts(team.Languages), team.ForAbuse).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RemoveTeamAsync(string id, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(OneAfterTheOther).ConfigureAwait(false);
            await session.ExecuteAsync("UPDATE account SET version = version + 1, teams = array_remove(teams, $1) WHERE $1 = ANY (teams)", id).ConfigureAwait(false);
            return await session.ExecuteAsync("DELETE FROM team WHERE id = $1", id).ConfigureAwait(false) > 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task InviteAsync(DeskAccount account, string hash, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Invite, account.Id, hash, account.Stamp, until.UtcTicks), cancellationToken);

    /// <inheritdoc/>
    public Task<DeskAccount?> InvitedAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstAsync(Invited, Read, hash, now.UtcTicks), cancellationToken);

    private static Task<DeskAccount?> FindAsync(PostgresSession session, string id) => session.FirstAsync($"SELECT {AccountRow.Columns} FROM account a WHERE a.id = $1", Read, id);

    private static async Task<bool> IsKeyTakenAsync(PostgresSession session, DeskAccount account) =>
        await session.NumberAsync("SELECT count(*) FROM account WHERE key = $1 AND id <> $2", account.Key, account.Id).ConfigureAwait(false) > 0;

    /// <summary>Whether a person can sign in and keep people.</summary>
    private static bool KeepsPeople(DeskAccount account) => account is { IsActive: true, PasswordHash: not null, MayAdminister: true };

    private static object?[] Values(DeskAccount account) =>
    [
        account.Id, account.Name, account.Key, account.Role.Id(), account.IsAdmin, account.IsActive, account.PasswordHash, account.Stamp,
        account.TotpSecret, account.TotpPending, account.TotpStep, Texts(account.RecoveryCodes), Texts(account.Teams), Texts(account.Languages), Texts(account.Playbooks), account.Version,
    ];

    private static DeskAccount Read(NpgsqlDataReader row) => AccountRow.Read(row, column => List(row, column));

    private static string[] List(NpgsqlDataReader row, int column) => row.GetFieldValue<string[]>(column);

    private static string[] Texts(IReadOnlyList<string> list) => [.. list.Select(PostgresSession.Clean)];
}
