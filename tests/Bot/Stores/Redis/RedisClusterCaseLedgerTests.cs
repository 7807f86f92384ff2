using ComplaintBot.Cases;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores.Redis;

[Collection(RedisClusterTests.Name)]
public sealed class RedisClusterCaseLedgerTests(RedisCluster servers) : CaseLedgerContract, IAsyncLifetime
{
    private RedisBench bench = null!;

    internal override IConversationStore Store => bench.First.Store;

    internal override ICaseLedger Ledger => bench.First.Ledger;

    public async Task InitializeAsync() => bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Endpoints));

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
