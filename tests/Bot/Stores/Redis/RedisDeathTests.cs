using System.Collections.Concurrent;
using System.Security.Cryptography;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Redis;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Stores.Redis;

/// <summary>Redis is killed under load and started again. Nothing that was acknowledged may be lost, nothing done twice or by half.</summary>
public sealed class RedisDeathTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const string Number = "C-20260302-000017";

    private readonly RedisProcess server = new();
    private RedisBench bench = null!;

    public async Task InitializeAsync() =>
        bench = await RedisBench.OpenAsync(RedisProcess.Settings(server.Endpoint) with { ConnectTimeout = TimeSpan.FromSeconds(1), CommandTimeout = TimeSpan.FromSeconds(2) });

    public async Task DisposeAsync() => await bench.DisposeAsync();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_it_loses_nothing_that_was_acknowledged_and_leaves_nothing_by_half()
    {
        const int Deaths = 4, Talks = 6;
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        var chance = new Random(seed);
        using var stopping = new CancellationTokenSource();
        var acknowledged = new ConcurrentDictionary<ConversationKey, List<string>>();
        var writing = Enumerable.Range(0, Talks).Select(i => Task.Run(() => WriteAsync(new("web", $"talk-{i}"), acknowledged, stopping.Token))).ToList();

        for (var death = 0; death < Deaths; death++)
        {
            var target = acknowledged.Values.Sum(ids => ids.Count) + chance.Next(20, 200);
            await UntilAsync(() => Task.FromResult(acknowledged.Values.Sum(ids => ids.Count) >= target));
            server.Kill();
            server.Start();
        }

        await stopping.CancelAsync();
        await Task.WhenAll(writing);
        await UntilAsync(LoadedAsync);
        foreach (var (talk, ids) in acknowledged) await CheckAsync(talk, ids, seed);
    }

    [Fact]
    public async Task A_server_that_comes_back_is_used_again_within_ten_seconds_and_is_said_to_be_away_until_then()
    {
        await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "before", "a"), default);
        server.Kill();

        var away = await Assert.ThrowsAsync<StoreException>(() => bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1), default));
        Assert.Contains(server.Endpoint, away.Message, StringComparison.Ordinal);
        await UntilAsync(() => Task.FromResult(bench.First.Trouble is not null));

        server.Start();
        var since = RealTime.Clock.GetTimestamp();
        await UntilAsync(IsBackAsync);
        Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(10), $"It took {RealTime.Clock.GetElapsedTime(since)}.");
        Assert.Equal("after", Given.Text(await bench.First.Store.LoadAsync(Given.Key, Given.Now, default)));
        await UntilAsync(() => Task.FromResult(bench.First.Trouble is null));
    }

    [Fact]
    public async Task Notices_are_heard_again_after_a_restart()
    {
        var last = 0L;
        await bench.First.ListenAsync((_, sequence) => Interlocked.Exchange(ref last, sequence), default);
        server.Kill();
        server.Start();

        var version = 0;
        await UntilAsync(async () => await CommitsAsync() && Interlocked.Read(ref last) > 0);

        async Task<bool> CommitsAsync()
        {
            try
            {
                if ((await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound($"{version}"), version, "state", "a"), default)).Outcome == CommitOutcome.Committed) version++;
                return true;
            }
            catch (StoreException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Case_events_survive_and_reach_the_ledger()
    {
        // Taken away from the first node, which brings them at once.
        await bench.First.Relay.DisposeAsync();
        await bench.First.Store.TryCommitAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), default);
        Assert.Empty(await bench.Arrived.TimelineAsync(Number, default));

        server.Kill();
        server.Start();
        var second = await bench.AddAsync();

        Assert.Single(await second.Ledger.TimelineAsync(Number, default));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20), RealTime.Clock);
        while (!await isSo())
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "It never came.");
            await pulse.WaitForNextTickAsync();
        }
    }

    private async Task<bool> LoadedAsync()
    {
        try
        {
            return await bench.First.Store.LoadAsync(new("web", "talk-0"), Given.Now, default) is not null;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    /// <summary>Each turn writes the number of its delivery as state, and says it.</summary>
    private async Task WriteAsync(ConversationKey talk, ConcurrentDictionary<ConversationKey, List<string>> acknowledged, CancellationToken stopping)
    {
        var ids = acknowledged.GetOrAdd(talk, _ => []);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20), RealTime.Clock);
        for (var unanswered = false; unanswered || !stopping.IsCancellationRequested;)
        {
            var id = $"{ids.Count + 1}";
            try
            {
                var loaded = await bench.First.Store.LoadAsync(talk, Given.Now, CancellationToken.None);
                var commit = Given.Turn(Given.Inbound(id, talk), loaded?.Version ?? 0, id, $"answer {id}");
                var outcome = (await bench.First.Store.TryCommitAsync(commit, CancellationToken.None)).Outcome;

                // A duplicate was written by a try that got no answer.
                if (outcome is CommitOutcome.Committed or CommitOutcome.Duplicate) lock (ids) ids.Add(id);
                unanswered = false;
            }
            catch (StoreException)
            {
                unanswered = true;
                await pulse.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }

    private async Task CheckAsync(ConversationKey talk, List<string> ids, int seed)
    {
        var loaded = await bench.First.Store.LoadAsync(talk, Given.Now, default);
        var lines = await bench.First.Store.TranscriptAsync(talk, 0, default);
        Assert.True(loaded?.Version == ids.Count && Given.Text(loaded) == ids[^1], $"Seed {seed}: {talk} has version {loaded?.Version}, acknowledged were {ids.Count}.");
        Assert.Equal(ids.SelectMany(id => new[] { "hello", $"answer {id}" }), lines.Select(line => line.Activity.Text!));
        Assert.Equal(lines.Count, await bench.First.Store.LastSequenceAsync(talk, Given.Now, default));
        var waiting = server.Ask("ZCARD", $"{bench.Settings.Prefix}:{{p:{Partition(talk)}}}:outbox:{talk}");
        Assert.Equal($"{ids.Count}", waiting);
    }

    private string Partition(ConversationKey talk) => $"{new RedisKeys(bench.Settings.Prefix).Of(talk).Partition.Number:D3}";

    private async Task<bool> IsBackAsync()
    {
        try
        {
            return (await bench.First.Store.TryCommitAsync(Given.Turn(Given.Inbound("3"), 1, "after"), default)).Outcome is CommitOutcome.Committed or CommitOutcome.Duplicate;
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
