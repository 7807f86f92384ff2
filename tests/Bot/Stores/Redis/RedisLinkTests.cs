using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Redis;

namespace ComplaintBot.Tests.Stores.Redis;

public sealed class RedisLinkTests
{
    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_what_to_do()
    {
        var endpoint = $"127.0.0.1:{FreePort.Take()}";

        var refusal = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(RedisProcess.Settings(endpoint) with { ConnectTimeout = TimeSpan.FromMilliseconds(500) }));

        Assert.Contains(endpoint, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Store:Redis:Endpoints", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_is_needed_and_is_never_repeated()
    {
        const string Password = "a-password-of-the-server";
        using var server = new RedisProcess("--requirepass", Password);
        var settings = RedisProcess.Settings(server.Endpoint) with { ConnectTimeout = TimeSpan.FromSeconds(3) };

        await using (await OpenAsync(settings with { Password = Password }))
        {
        }

        foreach (var wrong in new[] { null, "a-wrong-password" })
        {
            var refusal = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(settings with { Password = wrong }));
            Assert.Contains("Store:Redis:Password", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("a-wrong-password", refusal.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Password, $"{settings with { Password = Password }}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_may_lose_what_was_acknowledged_is_said()
    {
        using var server = new RedisProcess("--appendonly", "no", "--appendfsync", "everysec", "--maxmemory-policy", "allkeys-lru");
        await using var link = await OpenAsync(RedisProcess.Settings(server.Endpoint));

        var weaknesses = await link.WeaknessesAsync();

        Assert.Equal(3, weaknesses.Count);
        Assert.All((string[])["appendonly yes", "appendfsync always", "maxmemory-policy noeviction"], needed => Assert.Contains(weaknesses, weakness => weakness.Contains(needed, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_durable_server_has_no_weakness_and_one_without_scripts_is_given_them()
    {
        using var server = new RedisProcess();
        await using var bench = await RedisBench.OpenAsync(RedisProcess.Settings(server.Endpoint));
        await using var link = await OpenAsync(bench.Settings);
        Assert.Empty(await link.WeaknessesAsync());

        for (var version = 0; version < 3; version++)
        {
            server.Ask("SCRIPT", "FLUSH");
            Assert.Equal(CommitOutcome.Committed, (await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound($"{version}"), version), default)).Outcome);
        }
    }

    [Fact]
    public async Task A_server_without_memory_refuses_with_what_to_do_and_leaves_nothing()
    {
        using var server = new RedisProcess();
        await using var bench = await RedisBench.OpenAsync(RedisProcess.Settings(server.Endpoint));
        await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "before"), default);
        server.Ask("CONFIG", "SET", "maxmemory", "1000");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1, "after", "said"), default));
        Assert.Contains("maxmemory", refusal.Message, StringComparison.Ordinal);

        server.Ask("CONFIG", "SET", "maxmemory", "0");
        Assert.Equal("before", Given.Text(await bench.First.Store.LoadAsync(Given.Key, Given.Now, default)));
        Assert.Equal(CommitOutcome.Committed, (await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1, "after"), default)).Outcome);
    }

    [Fact]
    public async Task Nothing_is_kept_for_good()
    {
        using var server = new RedisProcess();
        await using var bench = await RedisBench.OpenAsync(RedisProcess.Settings(server.Endpoint));
        var waiting = Given.Inbound("1");
        await bench.First.Store.AcceptAsync(waiting, default);
        await bench.First.Store.TryCommitAsync(Given.Turn((await bench.First.Store.InboxAsync(null, 1, default))[0], 0, "state", "a", "b") with { Fingerprint = "print", Chat = ChatIndexContract.Row("talk-1") }, default);
        await bench.First.Store.MarkFailedAsync(Given.Key, 2, null, "gone", default);
        await bench.First.Store.KeepFileAsync(Given.Key, new("id", "name", "image/png", [1]), default);

        await bench.First.Store.ExpireAsync(Given.Now + TimeSpan.FromDays(91), default);

        // What is left is no customer's: the count of places, and the nodes.
        Assert.All(server.Ask("KEYS", "*").Split('\n'), key => Assert.Matches("(counter|nodes}:last|nodes}:beats)$", key));
    }

    [Fact]
    public async Task Whatever_is_made_anew_in_a_conversation_that_goes_on_falls_into_the_net_as_well()
    {
        using var server = new RedisProcess();
        await using var bench = await RedisBench.OpenAsync(RedisProcess.Settings(server.Endpoint));
        var store = bench.First.Store;
        await store.TryCommitAsync(Given.Turn(new(Given.Key, "opened", new Activity { Type = ActivityTypes.ConversationUpdate }, Given.Now), 0), default);
        foreach (var (minutes, turn) in new[] { 0, 5, 1_500, 1_505 }.Select((minutes, turn) => (minutes, turn + 1)))
        {
            var now = Given.Now + TimeSpan.FromMinutes(minutes);
            await store.AcceptAsync(Given.Inbound($"{turn}", at: now), default);
            AllInNet();
            await store.TryCommitAsync(Given.Turn((await store.InboxAsync(Given.Key, 1, default))[0], turn, "state", "a", "b") with { Chat = ChatIndexContract.Row(Given.Key.Conversation) }, default);
            AllInNet();
            foreach (var line in await store.OutboxOfAsync(Given.Key, now, 9, default)) await store.MarkSentAsync(line.Key, line.Sequence, default);
        }

        void AllInNet() =>
            Assert.All(server.Ask("KEYS", $"*:{Given.Key}").Split('\n'), key => Assert.DoesNotMatch("^-", server.Ask("PTTL", key)));
    }

    [Fact]
    public async Task Lists_that_an_older_program_has_moved_are_put_right_by_the_next_turn()
    {
        using var server = new RedisProcess();
        await using var bench = await RedisBench.OpenAsync(RedisProcess.Settings(server.Endpoint));
        var row = ChatIndexContract.Row(Given.Key.Conversation, queued: 0);
        var remind = Given.Now + TimeSpan.FromHours(1);
        await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0) with { Chat = row, RemindAt = remind }, default);

        // It knows of no note, takes the chat off the lists and counts its turn.
        foreach (var list in server.Ask("KEYS", "*").Split('\n').Where(key => key.EndsWith(":waiting", StringComparison.Ordinal) || key.EndsWith(":reminders", StringComparison.Ordinal))) server.Ask("ZREM", list, Given.Key.ToString());
        server.Ask("HINCRBY", server.Ask("KEYS", $"*state:{Given.Key}"), "version", "1");
        Assert.Empty(await bench.First.Chats.WaitingAsync(default));
        await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("3"), 2) with { Chat = row, RemindAt = remind }, default);

        Assert.Single(await bench.First.Chats.WaitingAsync(default));
        Assert.Single(await bench.First.Store.RemindersAsync(remind, 9, default));
    }

    private static Task<RedisLink> OpenAsync(RedisSettings settings) => RedisLink.OpenAsync(settings, RealTime.Clock, default);
}
