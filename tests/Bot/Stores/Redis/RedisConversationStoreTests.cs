using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores.Redis;

[Collection(SingleRedisTests.Name)]
public sealed class RedisConversationStoreTests(SingleRedis servers) : ConversationStoreContract, IAsyncLifetime
{
    private RedisBench bench = null!;

    internal override IConversationStore Store => bench.First.Store;

    private protected override bool TellsArrivals => true;

    public async Task InitializeAsync() => bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint));

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
