using ComplaintBot.Tests.Commands;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Channels;

/// <summary>A messenger and a process that is killed between taking a message and answering it.</summary>
public sealed class ChannelDeathTests
{
    [Theory]
    [InlineData("telegram")]
    [InlineData("wechat")]
    [InlineData("bot")]
    public async Task What_was_taken_before_a_kill_is_answered_once_after_the_next_start(string name)
    {
        using var folder = new TempFolder();
        await using var customer = await Messenger.OpenAsync(name);
        using var reached = new SemaphoreSlim(0);
        using var released = new ManualResetEventSlim();
        customer.Platform.Instead = call =>
        {
            if (!customer.IsFetch(call)) return null;
            reached.Release();
            released.Wait(TimeSpan.FromMinutes(1));
            return (500, "{}");
        };
        Func<Proof, Task<int>> delivery;

        // The photo is asked for after it was taken and before it is answered: there the process dies.
        using (var first = Start(folder, customer))
        {
            customer.Meet(Product.AddressOf(await first.UntilAsync("Ready.")), RealTime.Clock);
            delivery = customer.Deliver(Sent.Photo);
            var call = delivery(Proof.Right);
            Assert.True(await reached.WaitAsync(TimeSpan.FromMinutes(1)));
            await first.KillAsync();
            await CutOffAsync(call);
        }

        customer.Accept();
        released.Set();
        Assert.Empty(customer.Shown);
        using (var second = Start(folder, customer))
        {
            customer.Meet(Product.AddressOf(await second.UntilAsync("Ready.")), RealTime.Clock);
            Assert.InRange(await delivery(Proof.Right), 200, 202);
            await customer.Platform.NextAsync(customer.IsSent);
            await second.SignalAsync("TERM");
            await second.RestAsync();
        }

        using var database = await SqliteDatabase.OpenAsync(folder.File("data"), default);
        var store = new SqliteConversationStore(database);
        var transcript = await store.TranscriptAsync(customer.Key, 0, default);
        Assert.Single(transcript, line => !line.Outgoing);
        Assert.Empty(await store.InboxAsync(null, 10, default));
        var left = (await store.OutboxAsync(DateTimeOffset.MaxValue.AddDays(-1), 100, default)).Select(line => line.Activity.Text);

        // Where messages are scarce, lines go as one.
        Assert.Equal(string.Join("\n\n", transcript.Where(line => line.Outgoing).Select(line => line.Activity.Text)), string.Join("\n\n", customer.Shown.Concat(left)));
    }

    /// <summary>A call may be waiting for its answer when the process dies; one that was answered stays so.</summary>
    private static async Task CutOffAsync(Task<int> call)
    {
        try
        {
            Assert.InRange(await call, 200, 202);
        }
        catch (HttpRequestException)
        {
            // It was cut off.
        }
    }

    private static Product Start(TempFolder folder, Messenger customer) => Product.Start(
        Product.English,
        [.. customer.Settings.Select(setting => (setting.Name.Replace(":", "__", StringComparison.Ordinal), setting.Value))],
        "serve", "--urls", "http://127.0.0.1:0", "--data", folder.File("data"));
}
