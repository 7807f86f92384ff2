using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>
/// The database of what is kept for good, shared by all nodes. Every piece of work is one transaction; it comes back by itself after the server
/// was away.
/// </summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private const int MostTries = 4;

    /// <summary>How long a step of the tables may take, the wait for another node that is at them, and for a server that is starting.</summary>
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromMinutes(5);

    /// <summary>How long whoever asks whether it can be used waits: those who ask give up soon, and ask again.</summary>
    private static readonly TimeSpan PatienceOfHealth = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlDataSource source;

    private PostgresDatabase(PostgresSettings settings, NpgsqlDataSource source) => (Settings, this.source) = (settings, source);

    /// <summary>How it is reached.</summary>
    public PostgresSettings Settings { get; }

    /// <summary>Connects, and brings the tables to this version.</summary>
    /// <exception cref="StoreException">It can't be reached or used, or is a newer version's.</exception>
    public static async Task<PostgresDatabase> OpenAsync(PostgresSettings settings, CancellationToken cancellationToken)
    {
        var database = new PostgresDatabase(settings, NpgsqlDataSource.Create(settings.Connection));
        try
        {
            await database.AwaitStartAsync(cancellationToken).ConfigureAwait(false);
            await database.WriteAsync(session => PostgresSchema.PrepareAsync(session, settings), PatienceAtStart, cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a piece of writing as one transaction; the answer comes when it is durable. It may be run again when nothing of it was kept.</summary>
    /// <exception cref="StoreException">It could not be written; was not, unless the message says that it may have been.</exception>
    public Task<T> WriteAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken) => WriteAsync(work, null, cancellationToken);

    /// <summary>Reads.</summary>
    /// <exception cref="StoreException">It could not be read.</exception>
    public Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync((connection, _) => work(new(connection, cancellationToken)), cancellationToken);

    /// <summary>Why it can't be used right now, or null.</summary>
    public async Task<string?> TroubleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(session => session.NumberAsync("SELECT 1"), cancellationToken).WaitAsync(PatienceOfHealth, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            return $"PostgreSQL at {Settings} does not answer; the bot goes on by itself once it does.";
        }
        catch (StoreException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Whatever the server is set up to that may lose what was acknowledged, in a sentence each.</summary>
    public Task<IReadOnlyList<string>> WeaknessesAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<string>>(
        async session =>
        {
            var off = await session.AllAsync(
                "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name", row => row.GetString(0)).ConfigureAwait(false);
            return [.. off.Select(name => $"PostgreSQL at {Settings} has {name} = off: what was acknowledged may be lost when the server dies. Set it to on.")];
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Waits for a server that says that it is starting: whoever starts everything at once need not start us twice.</summary>
    private async Task AwaitStartAsync(CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < PatienceAtStart; waited += BetweenLooks)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (PostgresFailure.IsKnown(error))
            {
                throw PostgresFailure.Explain(error, Settings, mayBeWritten: false);
            }
        }
    }

    private Task<T> WriteAsync<T>(Func<PostgresSession, Task<T>> work, TimeSpan? patience, CancellationToken cancellationToken) => RunAsync(
        async (connection, deciding) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var answer = await work(new(connection, cancellationToken) { Patience = patience }).ConfigureAwait(false);
            deciding();

            // Once it was asked for it is waited for: whoever gives up waiting would not know what was written.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return answer;
        },
        cancellationToken);

    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, Action, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (connected, decided) = (false, false);
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                connected = true;
                try
                {
                    return await work(connection, () => decided = true).ConfigureAwait(false);
                }
                catch (NpgsqlException lost) when (PostgresFailure.IsLost(lost))
                {
                    // The others of the pool are as dead as this one.
                    NpgsqlConnection.ClearPool(connection);
                    throw;
                }
            }
            catch (NpgsqlException passing) when (connected && !decided && attempt < MostTries && PostgresFailure.IsPassing(passing))
            {
                // Nothing was kept of it.
            }
            catch (Exception error) when (PostgresFailure.IsKnown(error))
            {
                throw PostgresFailure.Explain(error, Settings, decided);
            }
        }
    }
}
