using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores.Redis;

[Collection(SingleRedisTests.Name)]
public sealed class RedisChatIndexTests(SingleRedis servers) : ChatIndexContract, IAsyncLifetime
{
    private RedisBench bench = null!;

    internal override IConversationStore Store => bench.First.Store;

    internal override IChatIndex Chats => bench.First.Chats;

    public async Task InitializeAsync() => bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint));

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
