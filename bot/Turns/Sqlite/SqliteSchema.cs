using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>The tables, as numbered steps from an empty file on. A step that has been released is never changed: a change is a new step.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks the file as ours, so that no other program's database is taken for one ("CpBt").</summary>
    private const long Application = 0x43704274;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE conversation (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            stamp INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            fingerprint TEXT,
            state BLOB NOT NULL) STRICT;
        CREATE INDEX conversation_expires ON conversation (expires);
        CREATE INDEX conversation_fingerprint ON conversation (fingerprint) WHERE fingerprint IS NOT NULL;

        CREATE TABLE line (
            conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            outgoing INTEGER NOT NULL,
            at INTEGER NOT NULL,
            activity BLOB NOT NULL,
            PRIMARY KEY (conversation, sequence)) STRICT, WITHOUT ROWID;

        CREATE TABLE outbox (
            conversation INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            try_at INTEGER,
            dead INTEGER NOT NULL,
            reason TEXT,
            PRIMARY KEY (conversation, sequence),
            FOREIGN KEY (conversation, sequence) REFERENCES line ON DELETE CASCADE) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_open ON outbox (at, conversation, sequence) WHERE dead = 0;

        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation TEXT NOT NULL,
            delivery TEXT NOT NULL,
            at INTEGER NOT NULL,
            activity BLOB NOT NULL) STRICT;
        CREATE INDEX inbox_conversation ON inbox (conversation, id);

        CREATE TABLE delivery (
            conversation TEXT NOT NULL,
            id TEXT NOT NULL,
            until INTEGER NOT NULL,
            PRIMARY KEY (conversation, id)) STRICT, WITHOUT ROWID;
        CREATE INDEX delivery_until ON delivery (until);

        CREATE TABLE playbook_file (
            fingerprint TEXT NOT NULL,
            position INTEGER NOT NULL,
            file TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (fingerprint, position)) STRICT, WITHOUT ROWID;

        CREATE TABLE complaint (
            number TEXT PRIMARY KEY,
            conversation TEXT NOT NULL,
            state TEXT NOT NULL,
            changed TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            hash BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX complaint_conversation ON complaint (conversation);

        CREATE TABLE entry (
            number TEXT NOT NULL REFERENCES complaint,
            sequence INTEGER NOT NULL,
            kind TEXT NOT NULL,
            actor TEXT NOT NULL,
            step TEXT,
            at TEXT NOT NULL,
            data BLOB,
            salt BLOB,
            digest BLOB NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (number, sequence)) STRICT, WITHOUT ROWID;
        """,
        """
        ALTER TABLE conversation ADD COLUMN remind_at INTEGER;
        CREATE INDEX conversation_remind ON conversation (remind_at) WHERE remind_at IS NOT NULL;

        ALTER TABLE inbox ADD COLUMN line INTEGER;
        ALTER TABLE inbox ADD COLUMN masked INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE inbox ADD COLUMN offset_minutes INTEGER NOT NULL DEFAULT 0;

        ALTER TABLE delivery ADD COLUMN line INTEGER;

        CREATE TABLE file (
            conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (conversation, id)) STRICT;
        """,
        """
        CREATE TABLE chat (
            conversation INTEGER PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
            owner TEXT NOT NULL,
            over INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            queued_at INTEGER,
            taken_at INTEGER,
            agent TEXT,
            playbook TEXT NOT NULL,
            language TEXT NOT NULL,
            team TEXT,
            addressed_to TEXT,
            last_agent TEXT,
            abusive INTEGER NOT NULL,
            held_until INTEGER,
            unanswered INTEGER,
            approvals INTEGER NOT NULL,
            about TEXT,
            started INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            last_text TEXT,
            last_from TEXT,
            last_at INTEGER,
            summary BLOB NOT NULL) STRICT;
        CREATE INDEX chat_waiting ON chat (priority, queued_at) WHERE owner = 'waiting' AND over = 0;
        CREATE INDEX chat_agent ON chat (agent, priority, updated) WHERE owner = 'person' AND over = 0;
        CREATE INDEX chat_updated ON chat (updated);
        CREATE INDEX chat_waited ON chat (priority, taken_at) WHERE taken_at IS NOT NULL;
        CREATE INDEX chat_approvals ON chat (updated) WHERE approvals > 0;

        CREATE TABLE read_log (
            subject TEXT NOT NULL,
            person TEXT NOT NULL,
            hour INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (subject, person, hour)) STRICT, WITHOUT ROWID;

        -- Events are read on the desk and sent to nobody.
        DELETE FROM outbox WHERE EXISTS (
            SELECT 1 FROM line l WHERE l.conversation = outbox.conversation AND l.sequence = outbox.sequence AND CAST(l.activity AS TEXT) ->> 'type' = 'event');
        """,
        """
        -- Turns of another store whose events have been taken over: each is taken once.
        CREATE TABLE filed_turn (
            id TEXT PRIMARY KEY,
            at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """,
        """
        CREATE TABLE channel_note (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL,
            until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """,
        """
        ALTER TABLE chat ADD COLUMN channel TEXT NOT NULL DEFAULT '';
        ALTER TABLE chat ADD COLUMN anger INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE chat ADD COLUMN words TEXT NOT NULL DEFAULT '';
        UPDATE chat SET (channel, anger, words) = (
            SELECT value ->> '$.channel', coalesce(value ->> '$.anger', 0),
                lower(trim(coalesce(value ->> '$.caseNumber', '') || ' ' || coalesce(value ->> '$.categoryName.zh', '') || ' ' || coalesce(value ->> '$.categoryName.en', '')
                    || ' ' || coalesce(value ->> '$.agent.name', '') || ' ' || coalesce(value ->> '$.triggerWords', '')))
            FROM (SELECT CAST(summary AS TEXT) AS value));

        -- Holds all that chats are looked for by: a list reads no row it does not show.
        CREATE INDEX chat_list ON chat (updated, conversation, priority, anger, channel, language, playbook, owner, words, last_text);
        """,
    ];

    /// <summary>The schema this program works with.</summary>
    public static int Current => Steps.Length;

    /// <summary>The tables of conversations and cases.</summary>
    public static SqliteTables Tables { get; } = new(Application, Steps);

    /// <summary>Brings a database to the current schema; each step is written with its number in one transaction.</summary>
    /// <exception cref="StoreException">The file belongs to another program or to a newer version of this one.</exception>
    public static void Prepare(SqliteConnection connection, string file, SqliteTables tables)
    {
        var current = tables.Steps.Count;

        // The lock is taken first: two processes that start together must not both find an empty file.
        Run(connection, "BEGIN IMMEDIATE");
        var version = Number(connection, "PRAGMA user_version");
        var application = Number(connection, "PRAGMA application_id");
        if (application != tables.Application && (application != 0 || Number(connection, "SELECT count(*) FROM sqlite_schema") > 0))
            throw new StoreException($"'{file}' is the database of another program. Choose another folder.");
        if (version > current)
            throw new StoreException($"'{file}' has schema {version}; this version of the bot knows schemas up to {current}. Start the newer version it was written by, or restore a backup of before its first start.");

        if (application == 0) Run(connection, $"PRAGMA application_id = {tables.Application}");
        for (var step = (int)version; step < current; step++) Run(connection, $"{tables.Steps[step]}; PRAGMA user_version = {step + 1}");
        Run(connection, "COMMIT");
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return (long)command.ExecuteScalar()!;
    }
}
