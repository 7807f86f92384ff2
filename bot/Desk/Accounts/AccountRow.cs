using System.Data.Common;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk.Accounts;

/// <summary>A person as a row of a table. Both databases have the same columns; they differ in how they hold a list.</summary>
internal static class AccountRow
{
    /// <summary>The columns as <see cref="Read"/> takes them, of a table named <c>a</c>.</summary>
    public const string Columns = "a.id, a.name, a.key, a.role, a.admin, a.active, a.password, a.stamp, a.totp, a.totp_pending, a.totp_step, a.recovery, a.teams, a.languages, a.playbooks, a.version";

    /// <summary>The person.</summary>
    /// <param name="row">The row.</param>
    /// <param name="list">Reads a column that holds a list.</param>
    public static DeskAccount Read(DbDataReader row, Func<int, string[]> list) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Key = row.GetString(2),
        Role = Identifiers.Parse<DeskRole>(row.GetString(3)),
        IsAdmin = row.GetBoolean(4),
        IsActive = row.GetBoolean(5),
        PasswordHash = row.IsDBNull(6) ? null : row.GetString(6),
        Stamp = row.GetString(7),
        TotpSecret = row.IsDBNull(8) ? null : row.GetString(8),
        TotpPending = row.IsDBNull(9) ? null : row.GetString(9),
        TotpStep = row.GetInt64(10),
        RecoveryCodes = list(11),
        Teams = list(12),
        Languages = list(13),
        Playbooks = list(14),
        Version = row.GetInt64(15),
    };
}
