using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>
/// The embedded database: one file, one writer, any number of readers that see what was committed. A write is durable before it is
/// answered: it survives the process and a loss of power.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> readers = [];
    private readonly SqliteSettings settings;
    private readonly SqliteWriter writer;
    private int closed;

    /// <summary>Opens the database as the settings say.</summary>
    /// <param name="settings">Where it lies.</param>
    /// <param name="atStep">Told the name of each step of a write before it is made; for tests of what a crash leaves.</param>
    /// <exception cref="StoreException">It can't be opened, is damaged, or is another program's or a newer version's.</exception>
    internal SqliteDatabase(SqliteSettings settings, Action<string>? atStep = null)
    {
        this.settings = settings;
        try
        {
            Directory.CreateDirectory(settings.Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StoreException($"The folder '{settings.Folder}' cannot be made or is none: {error.Message} Choose a folder that this process may write in.", error);
        }

        writer = new SqliteWriter(new SqliteSession(Guarded(OpenWriter), atStep), settings.File);
    }

    /// <summary>Opens the database in a folder, and makes both when they are not there.</summary>
    /// <exception cref="StoreException">It can't be opened, is damaged, or is another program's or a newer version's.</exception>
    public static Task<SqliteDatabase> OpenAsync(string folder, CancellationToken cancellationToken) =>
        Task.Run(() => new SqliteDatabase(new SqliteSettings { Folder = folder }), cancellationToken);

    /// <summary>Opens the database the settings name, and makes it when it is not there.</summary>
    /// <exception cref="StoreException">It can't be opened, is damaged, or is another program's or a newer version's.</exception>
    public static Task<SqliteDatabase> OpenAsync(SqliteSettings settings, CancellationToken cancellationToken) => Task.Run(() => new SqliteDatabase(settings), cancellationToken);

    /// <summary>Runs a piece of writing as one transaction; the answer comes when it is durable.</summary>
    /// <exception cref="StoreException">It could not be written, and was not.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteSession, Change<T>> work, CancellationToken cancellationToken) => WriteAsync(work, isFirst: false, cancellationToken);

    /// <summary>The same, before what others have asked for: somebody outside waits for it, and gives up soon.</summary>
    /// <exception cref="StoreException">It could not be written, and was not.</exception>
    public Task<T> WriteFirstAsync<T>(Func<SqliteSession, Change<T>> work, CancellationToken cancellationToken) => WriteAsync(work, isFirst: true, cancellationToken);

    /// <summary>Reads. The pages are in memory as a rule, so it is done on the caller's thread.</summary>
    /// <exception cref="StoreException">It could not be read.</exception>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        try
        {
            return Task.FromResult(Guarded(() => Read(work)));
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <summary>Writes what was asked for before, and closes the file. Nobody may be reading any more.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0) return;
        while (readers.TryTake(out var reader)) reader.Dispose();

        // Last, so that SQLite folds its log into the file.
        writer.Dispose();
    }

    private Task<T> WriteAsync<T>(Func<SqliteSession, Change<T>> work, bool isFirst, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : writer.WriteAsync(work, isFirst, cancellationToken);

    private T Read<T>(Func<SqliteSession, T> work)
    {
        if (!readers.TryTake(out var session)) session = new SqliteSession(OpenReader());
        var whole = false;
        try
        {
            var answer = work(session);
            whole = true;
            return answer;
        }
        finally
        {
            if (whole) readers.Add(session);
            else session.Dispose();
        }
    }

    private SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, connection =>
    {
        // A commit returns when the log is on the disk; what is deleted is overwritten, for it is personal. What a piece may have to take back is
        // kept in memory (else in a file of its own, page by page), and so are 4 MB of the pages that a transaction of many pieces comes back to. The log
        // may grow to 16 MB before it is folded into the file: the same few pages are written again and again, and so only once.
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4096; PRAGMA wal_autocheckpoint = 4096; PRAGMA busy_timeout = 10000");
        if (settings.MostPages is { } pages) Run(connection, $"PRAGMA max_page_count = {pages}");
        SqliteSchema.Prepare(connection, settings.File, settings.Tables);
    });

    private SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadWrite, connection => Run(connection, "PRAGMA query_only = ON; PRAGMA cache_size = -512"));

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = settings.File, Mode = mode, Pooling = false, DefaultTimeout = 10 };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Explain(error, settings.File);
        }
    }
}
