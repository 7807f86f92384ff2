using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores.Redis;

[Collection(RedisClusterTests.Name)]
public sealed class RedisClusterChatIndexTests(RedisCluster servers) : ChatIndexContract, IAsyncLifetime
{
    private RedisBench bench = null!;

    internal override IConversationStore Store => bench.First.Store;

    internal override IChatIndex Chats => bench.First.Chats;

    public async Task InitializeAsync() => bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Endpoints));

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
