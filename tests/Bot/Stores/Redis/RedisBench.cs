using ComplaintBot.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Redis;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.Stores.Redis;

/// <summary>A store in Redis with a ledger beside it, and as many nodes as a test wants.</summary>
internal sealed class RedisBench : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<RedisStore> nodes = [];
    private readonly SqliteDatabase database;

    private RedisBench(RedisSettings settings)
    {
        Settings = settings;
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
    }

    public RedisSettings Settings { get; }

    /// <summary>The ledger as it is, without what is still on its way.</summary>
    public ICaseLedger Arrived => new SqliteCaseLedger(database);

    public ICaseRegister Register => new SqliteCaseRegister(database);

    public RedisStore First => nodes[0];

    /// <summary>Opens the first node.</summary>
    public static async Task<RedisBench> OpenAsync(RedisSettings settings)
    {
        var bench = new RedisBench(settings);
        await bench.AddAsync();
        return bench;
    }

    /// <summary>Opens one more node on the same servers and the same ledger.</summary>
    /// <param name="clock">What its beats are timed by.</param>
    public async Task<RedisStore> AddAsync(TimeProvider? clock = null)
    {
        var node = await RedisStore.OpenAsync(Settings, new(new SqliteCaseLedger(database), Register, new SqliteChatIndex(database)), new RandomIdSource(), clock ?? RealTime.Clock, NullLogger.Instance, default);
        nodes.Add(node);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        database.Dispose();
        folder.Dispose();
    }
}
