using System.Globalization;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// The connection to Redis. It is made once and comes back by itself: while it is away every call fails at once or within its time-out,
/// with a sentence, and nothing is queued up to be written later.
/// </summary>
internal sealed class RedisLink : IAsyncDisposable
{
    private const int KeepAliveSeconds = 5;
    private const int ReconnectEveryMilliseconds = 500;

    private static readonly TimeSpan BetweenFirstAttempts = TimeSpan.FromMilliseconds(200);

    private readonly ConnectionMultiplexer connection;
    private readonly IDatabase database;
    private readonly RedisSettings settings;
    private readonly TimeProvider clock;

    private RedisLink(ConnectionMultiplexer connection, RedisSettings settings, TimeProvider clock)
    {
        (this.connection, this.settings, this.clock) = (connection, settings, clock);
        database = connection.GetDatabase();

        // Else what follows an answer runs on the one thread that hands out answers: turns would wait for each other, and one that blocks for good.
        // Later versions of the library know nothing else, and the line goes with this one.
        connection.PreserveAsyncOrder = false;
        Keys = new RedisKeys(settings.Prefix);
    }

    /// <summary>The names of all keys.</summary>
    public RedisKeys Keys { get; }

    /// <summary>Whether the connection is there.</summary>
    public bool IsConnected => connection.IsConnected;

    /// <summary>Why Redis can't be used right now, or null.</summary>
    public string? Trouble => IsConnected ? null : $"Redis at {settings} cannot be reached; the bot goes on by itself once it is there.";

    /// <summary>Connects.</summary>
    /// <exception cref="StoreException">It can't be reached, or refuses the password.</exception>
    public static async Task<RedisLink> OpenAsync(RedisSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var told = new StringWriter(CultureInfo.InvariantCulture);
        ConnectionMultiplexer? connection = null;
        try
        {
            connection = await ConnectionMultiplexer.ConnectAsync(Options(settings), TextWriter.Synchronized(told)).WaitAsync(settings.ConnectTimeout * 4, clock, cancellationToken).ConfigureAwait(false);
            var link = new RedisLink(connection, settings, clock);
            await link.FirstAnswerAsync(cancellationToken).ConfigureAwait(false);
            return link;
        }
        catch (Exception error) when (RedisFailure.IsKnown(error) || error is StoreException)
        {
            if (connection is not null) await connection.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
            throw RedisFailure.AtStart(error, told.ToString(), settings);
        }
    }

    /// <summary>Asks something that changes nothing, or that can be asked twice.</summary>
    /// <exception cref="StoreException">There was no answer.</exception>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await ask(database).WaitAsync(settings.CommandTimeout, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (RedisFailure.IsKnown(error))
        {
            throw RedisFailure.Explain(error, settings);
        }
    }

    /// <summary>Runs a script. Once it was sent it is waited for: whoever gives up waiting would not know what was written.</summary>
    /// <exception cref="StoreException">There was no answer; what it writes may have been written, all of it.</exception>
    public Task<RedisResult> RunAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return AskAsync(database => EvaluateAsync(database, script, keys, values), CancellationToken.None);
    }

    /// <summary>Asks the same of every partition at once.</summary>
    /// <returns>The answers, by partition.</returns>
    public Task<T[]> AskAllAsync<T>(Func<IDatabase, PartitionKeys, Task<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(database => Task.WhenAll(Keys.Partitions.Select(partition => ask(database, partition))), cancellationToken);

    /// <summary>Listens to a channel, also after the connection was lost and came back.</summary>
    public Task ListenAsync(Action<string> heard, CancellationToken cancellationToken) => AskAsync(
        async _ =>
        {
            await connection.GetSubscriber().SubscribeAsync(Keys.Channel, (_, message) => heard(message!)).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>What each server says of how it keeps what it is told.</summary>
    public async Task<IReadOnlyList<string>> WeaknessesAsync()
    {
        var found = new List<string>();
        foreach (var endpoint in connection.GetEndPoints())
        {
            var server = connection.GetServer(endpoint);
            if (!server.IsConnected) continue;
            found.AddRange(await RedisPersistence.WeaknessesAsync(server).ConfigureAwait(false));
        }

        return found;
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await connection.CloseAsync(allowCommandsToComplete: true).ConfigureAwait(false);
        connection.Dispose();
    }

    /// <summary>A server that has only just been started may need a second attempt.</summary>
    private async Task FirstAnswerAsync(CancellationToken cancellationToken)
    {
        for (var began = clock.GetTimestamp(); ;)
        {
            try
            {
                await AskAsync(database => database.PingAsync(), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StoreException) when (clock.GetElapsedTime(began) < settings.ConnectTimeout * 2)
            {
                await Task.Delay(BetweenFirstAttempts, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<RedisResult> EvaluateAsync(IDatabase database, RedisScript script, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            return await database.ScriptEvaluateAsync(script.Hash, keys, values).ConfigureAwait(false);
        }
        catch (RedisServerException unknown) when (unknown.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            // This server was restarted, or is new in the Cluster: sent whole, the script is kept there from now on.
            object[] all = [script.Text, keys.Length, .. keys.Cast<object>(), .. values.Cast<object>()];
            return await database.ExecuteAsync("EVAL", all).ConfigureAwait(false);
        }
    }

    private static ConfigurationOptions Options(RedisSettings settings)
    {
        var options = new ConfigurationOptions
        {
            AbortOnConnectFail = false,

            // Only to read the configuration at the start.
            AllowAdmin = true,
            ConnectRetry = 1,
            ConnectTimeout = (int)settings.ConnectTimeout.TotalMilliseconds,
            SyncTimeout = (int)settings.CommandTimeout.TotalMilliseconds,
            KeepAlive = KeepAliveSeconds,
            ReconnectRetryPolicy = new LinearRetry(ReconnectEveryMilliseconds),
            Password = settings.Password,
            Ssl = settings.Tls,
            SslHost = settings.TlsHost,
            ClientName = "complaint-bot",
        };
        if (settings.Tls) options.SslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13;
        foreach (var endpoint in settings.Endpoints) options.EndPoints.Add(endpoint);
        return options;
    }
}
