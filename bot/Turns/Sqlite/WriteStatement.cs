using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>
/// A statement that answers with no rows, prepared once. It is run by SQLite itself and not by a command of ADO.NET, whose parameters and readers
/// cost more than most of what is written here: a turn files seven entries on average. Used by one thread at a time.
/// </summary>
internal sealed class WriteStatement : IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <summary>Prepares it.</summary>
    /// <param name="database">The open database.</param>
    /// <param name="text">The SQL; one statement.</param>
    /// <exception cref="SqliteException">It is no valid SQL.</exception>
    public WriteStatement(sqlite3 database, string text)
    {
        this.database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out statement), database);
    }

    /// <summary>Runs it.</summary>
    /// <param name="values">The values of its parameters, in order: text, bytes, whole numbers, yes or no, null.</param>
    /// <returns>How many rows it changed, without those that went along with them; of a statement that changes none by itself, nothing is told.</returns>
    /// <exception cref="SqliteException">It could not be run, and changed nothing.</exception>
    public int Run(ReadOnlySpan<object?> values)
    {
        try
        {
            for (var i = 0; i < values.Length; i++) SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), database);
            var answer = raw.sqlite3_step(statement);
            if (answer == raw.SQLITE_ROW) throw new InvalidOperationException("A statement that writes has answered with rows, which nobody reads.");
            SqliteException.ThrowExceptionForRC(answer, database);
            return raw.sqlite3_changes(database);
        }
        finally
        {
            // Says again what went wrong, if anything did.
            raw.sqlite3_reset(statement);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => Bind(place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool yes => raw.sqlite3_bind_int64(statement, place, yes ? 1 : 0),
        _ => throw new NotSupportedException($"SQLite keeps no {value.GetType().Name}."),
    };

    private int Bind(int place, string text)
    {
        // No bytes at all would be bound as null.
        if (text.Length == 0) return raw.sqlite3_bind_text(statement, place, text);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        try
        {
            var utf8 = rented is null ? stackalloc byte[OnStack] : rented;
            return raw.sqlite3_bind_text(statement, place, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        }
        finally
        {
            // What people say is not left lying about.
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
