using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Stores.Redis;

/// <summary>A single server, for all tests of one collection.</summary>
public sealed class SingleRedis : IDisposable
{
    internal RedisProcess Server { get; } = new();

    public void Dispose() => Server.Dispose();
}

/// <summary>A Cluster of three primaries, for all tests of one collection.</summary>
public sealed class RedisCluster : IDisposable
{
    private readonly List<RedisProcess> nodes = [];

    public RedisCluster()
    {
        for (var i = 0; i < 3; i++) nodes.Add(new("--cluster-enabled", "yes", "--cluster-port", $"{RedisProcess.FreePort()}", "--cluster-node-timeout", "2000"));
        nodes[0].Ask(["--cluster", "create", .. Endpoints, "--cluster-yes"]);
        var since = RealTime.Clock.GetTimestamp();
        while (!nodes.TrueForAll(node => node.Ask("CLUSTER", "INFO").Contains("cluster_state:ok", StringComparison.Ordinal)))
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The Cluster does not come together.");
    }

    internal string[] Endpoints => [.. nodes.Select(node => node.Endpoint)];

    internal IReadOnlyList<RedisProcess> Nodes => nodes;

    public void Dispose()
    {
        foreach (var node in nodes) node.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class SingleRedisTests : ICollectionFixture<SingleRedis>
{
    public const string Name = "single Redis";
}

[CollectionDefinition(Name)]
public sealed class RedisClusterTests : ICollectionFixture<RedisCluster>
{
    public const string Name = "Redis Cluster";
}
