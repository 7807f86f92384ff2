using ComplaintBot.Cases;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores.Redis;

[Collection(SingleRedisTests.Name)]
public sealed class RedisCaseLedgerTests(SingleRedis servers) : CaseLedgerContract, IAsyncLifetime
{
    private RedisBench bench = null!;

    internal override IConversationStore Store => bench.First.Store;

    internal override ICaseLedger Ledger => bench.First.Ledger;

    public async Task InitializeAsync() => bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint));

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
