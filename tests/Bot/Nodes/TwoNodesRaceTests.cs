using System.Collections.Concurrent;
using System.Security.Cryptography;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.Desk;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Redis;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Redis;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Nodes;

/// <summary>
/// Customers, a person at the desk, the clock and the relay of two nodes work on the same conversations at once, each move at either node. The two share nothing
/// but Redis and the ledger: what one process would order by a lock, the store has to.
/// </summary>
[Collection(SingleRedisTests.Name)]
public sealed class TwoNodesRaceTests(SingleRedis servers, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Talks = 100;
    private const int AtOnce = 16;

    private readonly SteppingClock clock = new(TimeSpan.FromMilliseconds(10));
    private RedisBench bench = null!;

    public async Task InitializeAsync() => bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint));

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Two_nodes_lose_no_update_say_nothing_twice_nothing_out_of_order_and_nothing_into_a_persons_chat()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        RedisStore[] stores = [bench.First, await bench.AddAsync()];
        using var one = new DeskBench(clock, stores[0].Store, stores[0].Ledger, stores[0].Chats);
        using var other = new DeskBench(clock, stores[1].Store, stores[1].Ledger, stores[1].Chats);
        var race = new TakeoverRace(seed, Talks, one, other);
        var sent = new Sent();
        using var stopping = new CancellationTokenSource();
        var relays = stores.Select(store => Task.Run(() => RelayAsync(store, sent, stopping.Token))).ToList();

        await race.PlayAsync(AtOnce);

        var (takeovers, said) = await race.CheckAsync();
        await EmptyAsync(stores);
        await stopping.CancelAsync();
        await Task.WhenAll(relays);
        output.WriteLine($"{takeovers} takeovers; the bot said {said} lines");
        Assert.Equal(Talks * TakeoverRace.Rounds, takeovers);
        for (var talk = 0; talk < Talks; talk++) await CheckSentAsync(seed, DeskBench.Key(TakeoverRace.Name(talk)), sent);
        await CheckCasesAsync(seed, one);
    }

    /// <summary>What went out is what the transcript has, in its order, each line once: both nodes live, so nobody had to send again.</summary>
    private async Task CheckSentAsync(int seed, ConversationKey key, Sent sent)
    {
        var lines = await bench.First.Store.TranscriptAsync(key, 0, default);
        var ours = lines.Where(line => line is { Outgoing: true, Activity.Type: ActivityTypes.Message }).Select(line => line.Sequence);
        Assert.True(ours.SequenceEqual(sent.Of(key)), $"Seed {seed}, {key}: sent were {string.Join(' ', sent.Of(key))} instead of {string.Join(' ', ours)}.");
    }

    /// <summary>Every case's chain is whole, and begins once.</summary>
    private async Task CheckCasesAsync(int seed, DeskBench node)
    {
        var cases = 0;
        for (var talk = 0; talk < Talks; talk++)
        {
            if ((await node.RowAsync(TakeoverRace.Name(talk)))?.CaseNumber is not { Length: > 0 } number) continue;
            var timeline = await bench.First.Ledger.TimelineAsync(number, default);
            Assert.True(timeline.Count(entry => entry.Event.Kind == Dialogs.Cases.CaseEventKind.Opened) == 1, $"Seed {seed}: case {number} was not opened once.");
            Assert.Null(await bench.First.Ledger.FirstBreakAsync(number, default));
            cases++;
        }

        Assert.True(cases > 0, $"Seed {seed}: no case was opened.");
    }

    private async Task RelayAsync(RedisStore store, Sent sent, CancellationToken stopping)
    {
        var relay = new OutboxRelay(store.Store, sent, clock);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(5), RealTime.Clock);
        while (!stopping.IsCancellationRequested)
        {
            await relay.DeliverDueAsync(CancellationToken.None);
            await pulse.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task EmptyAsync(RedisStore[] stores)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20), RealTime.Clock);
        foreach (var store in stores)
            while ((await store.Store.OutboxAsync(clock.GetUtcNow(), 1, default)).Count > 0)
            {
                Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The outbox is never empty.");
                await pulse.WaitForNextTickAsync();
            }
    }

    private sealed class Sent : IActivitySender
    {
        private readonly ConcurrentDictionary<ConversationKey, List<long>> lines = new();

        public Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
        {
            var own = lines.GetOrAdd(line.Key, _ => []);
            lock (own) own.Add(line.Sequence);
            return Task.CompletedTask;
        }

        public List<long> Of(ConversationKey key) => lines.TryGetValue(key, out var own) ? own : [];
    }
}
