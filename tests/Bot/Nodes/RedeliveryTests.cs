using ComplaintBot.Tests.Desk;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Redis;

namespace ComplaintBot.Tests.Nodes;

/// <summary>A channel delivers what it is not sure of again: at once, a minute later, a day later. It is the same message each time.</summary>
[Collection(SingleRedisTests.Name)]
public sealed class RedeliveryTests(SingleRedis servers)
{
    private static readonly string[] Says = ["Your courier broke my new vase and nobody answers the phone.", "It was order 4711, last Monday.", "I want my money back.", "And an apology."];

    [Fact]
    public async Task Each_delivery_that_comes_three_times_is_answered_once_by_the_embedded_store()
    {
        using var node = new DeskBench();

        await CheckAsync(node.Clock, node, node);
    }

    [Fact]
    public async Task Each_delivery_that_comes_three_times_is_answered_once_by_two_nodes_on_Redis()
    {
        var clock = new ManualClock();
        await using var bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint));
        var second = await bench.AddAsync();
        using var one = new DeskBench(clock, bench.First.Store, bench.First.Ledger, bench.First.Chats);
        using var other = new DeskBench(clock, second.Store, second.Ledger, second.Chats);

        await CheckAsync(clock, one, other);
    }

    private static async Task CheckAsync(ManualClock clock, DeskBench one, DeskBench other)
    {
        foreach (var (text, i) in Says.Select((text, i) => (text, i)))
        {
            await DeliverAsync(text, i);
            var after = await LinesAsync(one, "a");
            foreach (var later in new[] { TimeSpan.FromSeconds(60), TimeSpan.FromHours(24) })
            {
                clock.Advance(later);
                await DeliverAsync(text, i);
                Assert.Equal(after, await LinesAsync(other, "a"));
            }
        }

        var said = await LinesAsync(one, "a");
        Assert.All(Says, text => Assert.Single(said, text));
        Assert.True(said.Count > Says.Length, "The bot said nothing.");

        // Another user's message may bear the same id.
        foreach (var (text, i) in Says.Select((text, i) => (text, i))) await one.SayAsync("b", text, $"delivery {i}");
        var others = await LinesAsync(other, "b");
        Assert.All(Says, text => Assert.Single(others, text));
        Assert.Equal(said, await LinesAsync(one, "a"));

        async Task DeliverAsync(string text, int i) => await Task.WhenAll(new[] { one, other, one }.Select(node => node.SayAsync("a", text, $"delivery {i}")));
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(DeskBench node, string name) => [.. (await node.LinesAsync(name)).Select(line => line.Activity.Text ?? line.Activity.Type!)];
}
