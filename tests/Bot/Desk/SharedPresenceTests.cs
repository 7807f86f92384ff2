using ComplaintBot.Desk;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Redis;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Redis;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.Desk;

/// <summary>Who is at the desk of one node, as the others know it.</summary>
[Collection(SingleRedisTests.Name)]
public sealed class SharedPresenceTests(SingleRedis servers) : IAsyncLifetime
{
    private static readonly Colleague Ann = new("ann", "Ann", "agent"), Bob = new("bob", "Bob", "agent");
    private static readonly ConversationKey Key = new("web", "talk");

    private readonly ManualClock clock = new(), beats = new();
    private readonly List<ConversationKey> looking = [];
    private RedisBench bench = null!;
    private Node one = null!, other = null!;

    public async Task InitializeAsync()
    {
        bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint));
        (one, other) = (await OpenAsync(), await OpenAsync());
    }

    public async Task DisposeAsync()
    {
        await one.Exchange.DisposeAsync();
        await other.Exchange.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_at_one_node_is_there_for_all()
    {
        one.Presence.Join("1", Ann);
        one.Presence.Set("ann", PresenceState.WrapUp);
        one.Presence.Look("1", Key);
        await ExchangeAsync();

        Assert.True(other.Presence.IsOnline("ann"));
        Assert.Null(other.Presence.GoneSince("ann"));
        Assert.Equal(PresenceState.WrapUp, other.Presence.StateOf("ann"));
        Assert.Equal(["ann"], other.Presence.Acting());
        Assert.Equal(["Ann"], other.Presence.Looking(Key).Select(person => person.Name));
        Assert.Equal(clock.GetUtcNow(), other.Presence.SeenAt("ann", Key));
        Assert.Equal([Key], looking);
        Assert.Empty(other.Presence.Watching(Key));
    }

    [Fact]
    public async Task Who_goes_at_one_node_and_comes_at_another_was_never_gone()
    {
        one.Presence.Join("1", Ann);
        await ExchangeAsync();
        other.Presence.Join("2", Ann);
        one.Presence.Leave("1");
        await ExchangeAsync();

        Assert.True(one.Presence.IsOnline("ann"));
        clock.Advance(TimeSpan.FromMinutes(3));
        other.Presence.Leave("2");
        await ExchangeAsync();
        Assert.Equal((clock.GetUtcNow(), clock.GetUtcNow()), (one.Presence.GoneSince("ann"), other.Presence.GoneSince("ann")));
    }

    [Fact]
    public async Task The_people_of_a_dead_node_are_gone_from_when_it_was_noticed()
    {
        one.Presence.Join("1", Ann);
        other.Presence.Join("2", Bob);
        await ExchangeAsync();
        clock.Advance(TimeSpan.FromMinutes(10));
        await ExchangeAsync();

        await one.Exchange.DisposeAsync();
        await one.Store.Nodes.DisposeAsync();
        for (var looks = 0; looks < 4; looks++) await other.Store.Nodes.BeatAsync(default);
        await other.Exchange.ExchangeAsync(default);

        Assert.Equal(clock.GetUtcNow(), other.Presence.GoneSince("ann"));
        Assert.Null(other.Presence.GoneSince("bob"));
    }

    [Fact]
    public async Task What_was_said_last_counts_wherever_it_was_said()
    {
        one.Presence.Join("1", Ann);
        other.Presence.Join("2", Ann);
        one.Presence.Set("ann", PresenceState.WrapUp);
        clock.Advance(TimeSpan.FromSeconds(1));
        other.Presence.Set("ann", PresenceState.Away);
        await ExchangeAsync();

        Assert.Equal((PresenceState.Away, PresenceState.Away), (one.Presence.StateOf("ann"), other.Presence.StateOf("ann")));
    }

    private async Task ExchangeAsync()
    {
        foreach (var node in new[] { one, other, one }) await node.Exchange.ExchangeAsync(default);
    }

    private async Task<Node> OpenAsync()
    {
        var (store, presence) = (await bench.AddAsync(beats), new Presence(clock));
        return new(store, presence, new PresenceExchange(store, presence, (() => { }, LookedAsync), beats, NullLogger.Instance));
    }

    private Task LookedAsync(ConversationKey key)
    {
        lock (looking) looking.Add(key);
        return Task.CompletedTask;
    }

    private sealed record Node(RedisStore Store, Presence Presence, PresenceExchange Exchange);
}
