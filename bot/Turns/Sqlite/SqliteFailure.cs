using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>Says in a sentence what SQLite reports by a number, and what to do about it.</summary>
internal static class SqliteFailure
{
    /// <summary>The error as whoever runs the bot should read it.</summary>
    public static StoreException Explain(SqliteException error, string file) => new(Sentence(error.SqliteErrorCode, file), error);

    private static string Sentence(int code, string file) => code switch
    {
        SQLITE_FULL => $"'{file}' cannot grow: the disk is full, or its own limit is reached. Free some space; nothing was written and the bot goes on once there is room.",
        SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => $"'{file}' cannot be written. Give this process the right to write the file and its folder, and see that the disk is not mounted read-only.",
        SQLITE_CANTOPEN => $"'{file}' cannot be opened. Its folder must be one that this process may write files in.",
        SQLITE_CORRUPT => $"'{file}' is damaged. Stop the bot, put the file and its -wal and -shm files aside, and restore a backup, or rescue what can be read with: sqlite3 {Path.GetFileName(file)} .recover",
        SQLITE_NOTADB => $"'{file}' is no database of this bot. Put the file aside and restore a backup, or choose another folder.",
        SQLITE_BUSY or SQLITE_LOCKED => $"'{file}' is being written by another process for too long. Let only one bot work with a folder.",
        SQLITE_IOERR => $"The disk failed while '{file}' was read or written. Look at the system's log, then check the file with: sqlite3 {Path.GetFileName(file)} 'PRAGMA integrity_check'",
        _ => $"'{file}' cannot be used (SQLite error {code}).",
    };
}
