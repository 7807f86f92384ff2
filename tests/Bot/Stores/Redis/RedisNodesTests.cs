using System.Security.Cryptography;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Redis;

namespace ComplaintBot.Tests.Stores.Redis;

/// <summary>Several nodes on one Redis.</summary>
[Collection(SingleRedisTests.Name)]
public sealed class RedisNodesTests(SingleRedis servers) : IAsyncLifetime
{
    private const string Number = "C-20260302-000017";

    private readonly ManualClock clock = new();
    private RedisBench bench = null!;

    public async Task InitializeAsync() => bench = await RedisBench.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint));

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Nodes_that_write_the_same_conversations_lose_nothing_to_each_other()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var chance = new Random(seed);
        RedisStore[] nodes = [bench.First, await bench.AddAsync(), await bench.AddAsync()];
        ConversationKey[] talks = [.. Enumerable.Range(0, 5).Select(i => new ConversationKey("web", $"talk-{i}"))];
        var work = Enumerable.Range(0, 150).Select(i => (Id: $"{i}", Talk: talks[chance.Next(talks.Length)], Node: nodes[chance.Next(nodes.Length)].Store)).ToList();

        // Every delivery comes twice, to two nodes.
        await Task.WhenAll(work.Concat(work.Select(one => one with { Node = nodes[0].Store })).Select(one => CountAsync(one.Node, one.Talk, one.Id)));

        foreach (var talk in talks)
        {
            var expected = work.Count(one => one.Talk == talk);
            var loaded = await nodes[1].Store.LoadAsync(talk, Given.Now, default);
            Assert.True(loaded?.Version == expected && Given.Text(loaded) == $"{expected}", $"Seed {seed}: {talk}");
            var said = (await nodes[2].Store.TranscriptAsync(talk, 0, default)).Where(line => line.Outgoing).Select(line => line.Activity.Text!);
            Assert.Equal(Enumerable.Range(1, expected).Select(i => $"{i}"), said);
        }
    }

    [Fact]
    public async Task A_conversation_is_sent_for_by_one_living_node_at_a_time()
    {
        var (one, other) = (await bench.AddAsync(clock), await bench.AddAsync(clock));
        await one.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b"), default);

        Assert.Empty(await other.Store.OutboxAsync(Given.Now, 10, default));
        Assert.Equal(2, (await one.Store.OutboxAsync(Given.Now, 10, default)).Count);

        // What the other commits behind it goes by the first too, so that the order holds.
        await other.Store.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1, "state", "c"), default);
        Assert.Empty(await other.Store.OutboxAsync(Given.Now + TimeSpan.FromSeconds(2), 10, default));
        foreach (var line in await one.Store.OutboxAsync(Given.Now + TimeSpan.FromSeconds(2), 10, default)) await one.Store.MarkSentAsync(line.Key, line.Sequence, default);

        // Nothing is left to send, so whoever commits next sends.
        await other.Store.TryCommitAsync(Given.Turn(Given.Inbound("3"), 2, "state", "d"), default);
        Assert.Equal(["d"], (await other.Store.OutboxAsync(Given.Now, 10, default)).Select(line => line.Activity.Text!));
    }

    [Fact]
    public async Task A_dead_node_gives_up_what_it_was_to_send_and_to_work_off()
    {
        var survivor = await bench.AddAsync(clock);
        var dying = await bench.AddAsync(clock);
        await dying.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "state", "a"), default);
        await dying.Store.AcceptAsync(Given.Inbound("2"), default);
        await survivor.Nodes.BeatAsync(default);
        Assert.Empty(await survivor.Store.OutboxAsync(Given.Now, 10, default));
        Assert.Empty(await survivor.TakeOverAsync(default));

        await dying.Nodes.DisposeAsync();
        for (var looks = 0; looks < 3; looks++) await survivor.Nodes.BeatAsync(default);

        Assert.Equal(["a"], (await survivor.Store.OutboxAsync(Given.Now + TimeSpan.FromSeconds(2), 10, default)).Select(line => line.Activity.Text!));
        Assert.Equal([Given.Key], await survivor.TakeOverAsync(default));
        Assert.Empty(await survivor.TakeOverAsync(default));
    }

    [Fact]
    public async Task What_a_dead_node_held_is_handed_to_one_of_the_others()
    {
        RedisStore[] survivors = [await bench.AddAsync(clock), await bench.AddAsync(clock)];
        var dying = await bench.AddAsync(clock);
        for (var i = 0; i < 30; i++) await dying.Store.AcceptAsync(Given.Inbound("1", new("web", $"talk-{i}")), default);
        await dying.Nodes.DisposeAsync();
        for (var looks = 0; looks < 4; looks++)
            foreach (var survivor in survivors) await survivor.Nodes.BeatAsync(default);

        var taken = await Task.WhenAll(survivors.Select(survivor => survivor.TakeOverAsync(default)));

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"talk-{i}").Order(StringComparer.Ordinal), taken.SelectMany(keys => keys).Select(key => key.Conversation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_worked_off_is_not_taken_over()
    {
        var survivor = await bench.AddAsync(clock);
        var dying = await bench.AddAsync(clock);
        await dying.Store.AcceptAsync(Given.Inbound("1"), default);
        var waiting = (await survivor.Store.InboxAsync(null, 10, default))[0];
        await survivor.Store.TryCommitAsync(Given.Turn(waiting, 0), default);
        await dying.Nodes.DisposeAsync();
        for (var looks = 0; looks < 4; looks++) await survivor.Nodes.BeatAsync(default);

        Assert.Empty(await survivor.TakeOverAsync(default));
    }

    [Fact]
    public async Task A_node_is_told_what_another_has_written()
    {
        var other = await bench.AddAsync();
        var heard = new TaskCompletionSource<(ConversationKey, long)>(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.First.ListenAsync((key, sequence) => heard.TrySetResult((key, sequence)), default);

        await other.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "state", "a"), default);

        Assert.Equal((Given.Key, 2L), await heard.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Case_events_reach_the_ledger_once_however_many_bring_them()
    {
        var other = await bench.AddAsync();
        await bench.First.Store.TryCommitAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), default);
        for (var i = 1; i <= 20; i++)
            await other.Store.TryCommitAsync(Given.Turn(Given.Inbound($"{i}"), i) with { Events = [Given.Filed(Number, CaseEventKind.FactRecorded, ("value", $"{i}"))] }, default);

        await Task.WhenAll(bench.First.Relay.BringAllAsync(default), other.Relay.BringAllAsync(default), bench.First.Relay.BringAllAsync(default));

        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}"), (await bench.Arrived.TimelineAsync(Number, default)).Skip(1).Select(entry => entry.Event.Data["value"]));
        Assert.Null(await bench.Arrived.FirstBreakAsync(Number, default));
    }

    [Fact]
    public async Task What_others_file_for_a_case_waits_for_its_opening()
    {
        await bench.First.Relay.DisposeAsync();
        await bench.First.Store.TryCommitAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), default);
        var other = new ConversationKey("web", "talk-2");
        await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("1", other), 0) with { Events = [Given.Filed(Number, CaseEventKind.FactRecorded, ("value", "1"))] }, default);

        var filed = (await bench.First.Store.LoadAsync(other, Given.Now, default))!.Filed;
        await bench.First.Relay.BringAsync(new RedisKeys(bench.Settings.Prefix).Of(other).Partition, filed, default);

        Assert.Equal([CaseEventKind.Opened, CaseEventKind.FactRecorded], (await bench.Arrived.TimelineAsync(Number, default)).Select(entry => entry.Event.Kind));
    }

    [Fact]
    public async Task A_number_that_only_the_ledger_remembers_is_taken()
    {
        await bench.Register.FileAsync([new("before", "web/long-ago", Number, Given.Now, [])], default);

        Assert.Equal(CommitOutcome.CaseNumberTaken, (await bench.First.Store.TryCommitAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), default)).Outcome);
    }

    [Fact]
    public async Task A_number_reserved_for_a_turn_that_was_refused_is_free_again()
    {
        await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0), default);
        Assert.Equal(CommitOutcome.Stale, (await bench.First.Store.TryCommitAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), default)).Outcome);

        Assert.Equal(CommitOutcome.Committed, (await bench.First.Store.TryCommitAsync(Given.Opening(Number, new("web", "talk-2"), Given.Filed(Number, CaseEventKind.Opened)), default)).Outcome);
    }

    /// <summary>Adds one to the count that a conversation's state is.</summary>
    private static async Task CountAsync(RedisConversationStore store, ConversationKey talk, string id)
    {
        CommitOutcome outcome;
        do
        {
            var loaded = await store.LoadAsync(talk, Given.Now, default);
            var count = $"{(loaded?.Version ?? 0) + 1}";
            outcome = (await store.TryCommitAsync(Given.Turn(Given.Inbound(id, talk), loaded?.Version ?? 0, count, count), default)).Outcome;
        }
        while (outcome == CommitOutcome.Stale);
    }
}
