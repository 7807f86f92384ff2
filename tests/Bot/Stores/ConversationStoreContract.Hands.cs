using ComplaintBot.Commands;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Stores;

/// <summary>Who was passed on to people of a platform is known to every process that opens the store.</summary>
public abstract partial class ConversationStoreContract
{
    private static readonly Lazy<Brain> Shipped = new(() => Composition.Think(null).Brain);

    [Fact]
    public async Task Who_was_passed_on_to_people_of_a_platform_is_known_to_another_process_and_their_words_count_once()
    {
        using var folder = new TempFolder();
        using var database = await SqliteDatabase.OpenAsync(folder.Path, None);
        var site = Site.For(["retail"], "en");
        await OnNodeAsync(database, async node =>
        {
            foreach (var (number, text) in ((string[])["Your cashier was rude to me.", "I want to talk to a real person.", "A human being, please. Now."]).Index()) await node.RunAsync(Given.Inbound($"said {number}", text: text), site);
            Assert.Equal(Hands.Wanted, await node.HandsAsync(Given.Key, None));
            await node.CommandAsync(PlatformEvent.Asked(Given.Key, "asked", Given.Now), site);
        });

        await OnNodeAsync(database, async node =>
        {
            Assert.Equal(Hands.Asked, await node.HandsAsync(Given.Key, None));
            Assert.True((await node.AcceptAsync(PlatformEvent.Accepted(Given.Key, "a1", Given.Now), None)).IsNew);
            Assert.False((await node.AcceptAsync(PlatformEvent.Accepted(Given.Key, "a1", Given.Now), None)).IsNew);
            await node.RunAcceptedAsync(await Store.InboxAsync(Given.Key, 1, None), site);
        });

        await OnNodeAsync(database, async node =>
        {
            Assert.Equal(Hands.Platform, await node.HandsAsync(Given.Key, None));
            await node.CommandAsync(PlatformEvent.Asked(Given.Key, "asked again", Given.Now), site);
            Assert.Equal(Hands.Platform, await node.HandsAsync(Given.Key, None));
            await node.CommandAsync(PlatformEvent.Completed(Given.Key, "c1", Given.Now), site);
            Assert.Equal(Hands.Bot, await node.HandsAsync(Given.Key, None));
        });
    }

    /// <summary>A process of its own, as far as it can remember anything.</summary>
    private async Task OnNodeAsync(SqliteDatabase database, Func<TurnRunner, Task> work)
    {
        using var node = new TurnRunner(Store, new SqliteCaseLedger(database), Shipped.Value, new RandomIdSource(), new ManualClock());
        await work(node);
    }
}
