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
    private const int Slots = 16_384;

    private readonly List<(RedisProcess Node, int Bus)> nodes = [];

    public RedisCluster()
    {
        for (var i = 0; i < 3; i++)
        {
            var bus = FreePort.Take();
            nodes.Add((new("--cluster-enabled", "yes", "--cluster-port", $"{bus}"), bus));
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i].Node.Ask("CLUSTER", "ADDSLOTSRANGE", $"{Slots * i / nodes.Count}", $"{Slots * (i + 1) / nodes.Count - 1}");
            nodes[i].Node.Ask("CLUSTER", "SET-CONFIG-EPOCH", $"{i + 1}");
        }

        Join();
    }

    internal string[] Endpoints => [.. nodes.Select(node => node.Node.Endpoint)];

    public void Dispose()
    {
        foreach (var (node, _) in nodes) node.Dispose();
    }

    // A node that stands still for a while is forgotten by whoever was meeting it, and `redis-cli --cluster create` then waits for it without end.
    private void Join()
    {
        var since = RealTime.Clock.GetTimestamp();
        while (!nodes.TrueForAll(node => Says(node.Node, "cluster_state:ok", KnowsAll)))
        {
            if (!Says(nodes[0].Node, KnowsAll))
                foreach (var (node, bus) in nodes.Skip(1)) nodes[0].Node.Ask("CLUSTER", "MEET", "127.0.0.1", $"{node.Port}", $"{bus}");
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The Cluster does not come together.");
        }
    }

    private string KnowsAll => $"cluster_known_nodes:{nodes.Count}";

    private static bool Says(RedisProcess node, params string[] lines)
    {
        var said = node.Ask("CLUSTER", "INFO");
        return lines.All(line => said.Contains(line, StringComparison.Ordinal));
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
