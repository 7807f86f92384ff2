using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Desk.Accounts.Sqlite;

/// <summary>The tables of the desk's own database: who works here, and what is done about it.</summary>
internal static class DeskSchema
{
    /// <summary>The name of the database within the data folder.</summary>
    public const string FileName = "desk.db";

    private const string People =
        """
        CREATE TABLE account (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            admin INTEGER NOT NULL,
            active INTEGER NOT NULL,
            password TEXT,
            stamp TEXT NOT NULL,
            totp TEXT,
            totp_pending TEXT,
            totp_step INTEGER NOT NULL,
            recovery TEXT NOT NULL,
            teams TEXT NOT NULL,
            languages TEXT NOT NULL,
            playbooks TEXT NOT NULL,
            version INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE team (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL COLLATE NOCASE UNIQUE,
            playbooks TEXT NOT NULL,
            languages TEXT NOT NULL,
            for_abuse INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE invitation (
            account TEXT PRIMARY KEY REFERENCES account ON DELETE CASCADE,
            hash TEXT NOT NULL UNIQUE,
            stamp TEXT NOT NULL,
            until INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE session (
            id TEXT PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            stamp TEXT NOT NULL,
            created INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            address TEXT NOT NULL,
            client TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX session_account ON session (account);

        CREATE TABLE attempt (
            name TEXT PRIMARY KEY,
            failures INTEGER NOT NULL,
            until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX attempt_until ON attempt (until);
        """;

    private const string Outside =
        """
        CREATE TABLE page (
            id TEXT PRIMARY KEY,
            conversation TEXT NOT NULL,
            case_number TEXT NOT NULL,
            priority INTEGER NOT NULL,
            trigger TEXT NOT NULL,
            words TEXT NOT NULL,
            brief TEXT NOT NULL,
            raised INTEGER NOT NULL,
            tries INTEGER NOT NULL,
            due INTEGER,
            confirmed_by TEXT,
            confirmed INTEGER,
            UNIQUE (conversation, priority)) STRICT, WITHOUT ROWID;
        CREATE INDEX page_due ON page (due) WHERE due IS NOT NULL;

        CREATE TABLE page_try (
            page TEXT NOT NULL REFERENCES page ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            person TEXT NOT NULL,
            outcome TEXT NOT NULL,
            PRIMARY KEY (page, number)) STRICT, WITHOUT ROWID;

        CREATE TABLE handoff (
            conversation TEXT PRIMARY KEY,
            context TEXT NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            due INTEGER) STRICT, WITHOUT ROWID;
        CREATE INDEX handoff_due ON handoff (due) WHERE due IS NOT NULL;

        CREATE TABLE handoff_message (
            signature TEXT PRIMARY KEY,
            until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX handoff_message_until ON handoff_message (until);
        """;

    /// <summary>The tables; the mark is "CpDk".</summary>
    public static SqliteTables Tables { get; } = new(0x4370446B, [People, Outside]);

    /// <summary>Opens the database in a data folder.</summary>
    /// <exception cref="ComplaintBot.Turns.StoreException">It can't be opened, is damaged, or is another program's or a newer version's.</exception>
    public static Task<SqliteDatabase> OpenAsync(string folder, CancellationToken cancellationToken) =>
        SqliteDatabase.OpenAsync(new SqliteSettings { Folder = folder, Name = FileName, Tables = Tables }, cancellationToken);
}
