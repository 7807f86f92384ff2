using System.Text.Json;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Desk.Accounts.Sqlite;

/// <summary>People, teams and invitations in the desk's embedded database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteAccountStore(SqliteDatabase database) : IAccountStore
{
    private static readonly Statement Find = new("find-account", $"SELECT {AccountRow.Columns} FROM account a WHERE a.id = ?1");
    private static readonly Statement FindByKey = new("find-account-by-key", $"SELECT {AccountRow.Columns} FROM account a WHERE a.key = ?1");
    private static readonly Statement All = new("accounts", $"SELECT {AccountRow.Columns} FROM account a ORDER BY a.key");
    private static readonly Statement KeyHolder = new("key-holder", "SELECT id FROM account WHERE key = ?1 AND id <> ?2");
    private static readonly Statement Add = new("add-account", "INSERT INTO account VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");
    private static readonly Statement Admins = new("admins", "SELECT count(*) FROM account WHERE active = 1 AND password IS NOT NULL AND (admin = 1 OR role = 'admin')");

    private static readonly Statement Update = new("update-account",
        """
        UPDATE account SET name = ?2, key = ?3, role = ?4, admin = ?5, active = ?6, password = ?7, stamp = ?8, totp = ?9, totp_pending = ?10, totp_step = ?11,
            recovery = ?12, teams = ?13, languages = ?14, playbooks = ?15, version = ?16 + 1
        WHERE id = ?1 AND version = ?16
        """);

    private static readonly Statement AllTeams = new("teams", "SELECT id, name, playbooks, languages, for_abuse FROM team ORDER BY name");
    private static readonly Statement TeamHolder = new("team-holder", "SELECT id FROM team WHERE name = ?1 AND id <> ?2");
    private static readonly Statement KeepTeam = new("keep-team", "INSERT OR REPLACE INTO team VALUES (?1, ?2, ?3, ?4, ?5)");
    private static readonly Statement DropTeam = new("drop-team", "DELETE FROM team WHERE id = ?1");

    private static readonly Statement LeaveTeam = new("leave-team",
        """
        UPDATE account SET version = version + 1, teams = (SELECT json_group_array(value) FROM json_each(account.teams) WHERE value <> ?1)
        WHERE EXISTS (SELECT 1 FROM json_each(account.teams) WHERE value = ?1)
        """);

    private static readonly Statement Invite = new("invite", "INSERT OR REPLACE INTO invitation VALUES (?1, ?2, ?3, ?4)");
    private static readonly Statement Invited = new("invited", $"SELECT {AccountRow.Columns} FROM invitation i JOIN account a ON a.id = i.account WHERE i.hash = ?1 AND i.until > ?2 AND i.stamp = a.stamp AND a.active = 1");

    /// <inheritdoc/>
    public Task<DeskAccount?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(session => session.First(Find, Read, id), cancellationToken);

    /// <inheritdoc/>
    public Task<DeskAccount?> FindByKeyAsync(string key, CancellationToken cancellationToken) => database.ReadAsync(session => session.First(FindByKey, Read, key), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeskAccount>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<DeskAccount>>(session => session.All(All, Read), cancellationToken);

    /// <inheritdoc/>
    public Task<AccountOutcome> TryAddAsync(DeskAccount account, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            if (IsTaken(session, KeyHolder, account.Key, account.Id)) return Change.Undo(AccountOutcome.NameTaken);
            session.Execute(Add, Values(account));
            return Change.Keep(AccountOutcome.Saved);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<AccountOutcome> TryUpdateAsync(DeskAccount account, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(
            session =>
            {
                if (IsTaken(session, KeyHolder, account.Key, account.Id)) return Change.Undo(AccountOutcome.NameTaken);
                var admins = session.Number(Admins);
                if (session.Execute(Update, Values(account)) == 0) return Change.Undo(AccountOutcome.Stale);
                return admins > 0 && session.Number(Admins) == 0 ? Change.Undo(AccountOutcome.LastAdmin) : Change.Keep(AccountOutcome.Saved);
            },
            cancellationToken).ConfigureAwait(false);
        if (outcome == AccountOutcome.Saved) account.Version++;
        return outcome;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Team>>(
        session => session.All(AllTeams, row => new Team(row.GetString(0), row.GetString(1), List(row, 2), List(row, 3), row.GetInt64(4) != 0)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryKeepTeamAsync(Team team, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            if (IsTaken(session, TeamHolder, team.Name, team.Id)) return Change.Undo(false);
            session.Execute(KeepTeam, team.Id, team.Name, Json(team.Playbooks), Json(team.Languages), team.ForAbuse ? 1L : 0L);
            return Change.Keep(true);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RemoveTeamAsync(string id, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Execute(LeaveTeam, id);
            return Change.Keep(session.Execute(DropTeam, id) > 0);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task InviteAsync(DeskAccount account, string hash, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Invite, account.Id, hash, account.Stamp, Stamp.Of(until))), cancellationToken);

    /// <inheritdoc/>
    public Task<DeskAccount?> InvitedAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.First(Invited, Read, hash, Stamp.Of(now)), cancellationToken);

    private static bool IsTaken(SqliteSession session, Statement holder, string name, string id) => session.First(holder, row => row.GetString(0), name, id) is not null;

    private static object?[] Values(DeskAccount account) =>
    [
        account.Id, account.Name, account.Key, account.Role.Id(), account.IsAdmin ? 1L : 0L, account.IsActive ? 1L : 0L, account.PasswordHash, account.Stamp,
        account.TotpSecret, account.TotpPending, account.TotpStep, Json(account.RecoveryCodes), Json(account.Teams), Json(account.Languages), Json(account.Playbooks), account.Version,
    ];

    private static DeskAccount Read(SqliteDataReader row) => AccountRow.Read(row, column => List(row, column));

    private static string[] List(SqliteDataReader row, int column) => JsonSerializer.Deserialize(row.GetString(column), AccountJson.Default.StringArray) ?? [];

    private static string Json(IReadOnlyList<string> list) => JsonSerializer.Serialize([.. list], AccountJson.Default.StringArray);
}
