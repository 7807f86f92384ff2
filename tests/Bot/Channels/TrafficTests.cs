using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>Customers on all messengers at once; <c>tests/run.sh load channels</c> measures the same for a minute.</summary>
public sealed class TrafficTests
{
    private const int Customers = 6;
    private const int Messages = 5;

    [Fact]
    public async Task On_all_messengers_at_once_nothing_is_lost_and_the_order_is_kept()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var server = await LiveServer.StartAsync(traffic.Settings);
        traffic.GoBy(server.Clock);
        foreach (var channel in Traffic.Channels) traffic.Open(channel, Customers);

        var talking = Task.WhenAll(traffic.Customers.Select(TalkAsync));
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var looks = 1; !await IsSettledAsync(); looks++)
        {
            Assert.False(late.IsCancellationRequested, "It did not come to rest.");
            if (looks % 50 == 0) server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await talking;
        Assert.Equal([], await traffic.WrongsAsync(server.Parts.Store));
        Assert.All(traffic.Customers, customer => Assert.NotEmpty(customer.Shown));

        async Task TalkAsync(TrafficCustomer customer)
        {
            for (var i = 0; i < Messages; i++) await customer.SayAsync(server.Http, server.Url);
        }

        async Task<bool> IsSettledAsync() =>
            talking.IsCompleted && await server.Parts.Notes.FindAsync(traffic.End.Note, default) == traffic.End.Cursor
            && (await server.Parts.Store.InboxAsync(null, 1, default)).Count == 0 && (await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(1), 1, default)).Count == 0;
    }
}
