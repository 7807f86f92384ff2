using System.Collections.Concurrent;
using System.Security.Cryptography;
using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Postgres;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Stores.Postgres;

/// <summary>PostgreSQL is killed under load and started again. Nothing that was acknowledged may be lost, nothing filed twice or by half.</summary>
public sealed class PostgresDeathTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private static readonly string[] Cases = [.. Enumerable.Range(0, 5).Select(i => $"C-20260302-00001{i}")];

    private readonly PostgresProcess server = new();
    private PostgresDatabase database = null!;

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(server.Settings(), default);

    public async Task DisposeAsync() => await database.DisposeAsync();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_it_loses_nothing_that_was_acknowledged_and_files_nothing_twice()
    {
        const int Deaths = 4;
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        var (chance, register) = (new Random(seed), new PostgresCaseRegister(database));
        foreach (var number in Cases) await register.FileAsync([new($"open {number}", "web/talk-1", number, Given.Now, [])], default);
        var filed = new ConcurrentQueue<string>();
        using var stopping = new CancellationTokenSource();
        var load = Enumerable.Range(0, 6).Select(worker => Task.Run(() => FileAsync(register, worker, filed, stopping.Token))).ToList();

        for (var death = 0; death < Deaths; death++)
        {
            await UntilAsync(filed, filed.Count + chance.Next(20, 200));
            server.Kill();
            server.Start();
            var since = RealTime.Clock.GetTimestamp();
            await UntilAsync(filed, filed.Count + 10);
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(10), $"Seed {seed}: it took {RealTime.Clock.GetElapsedTime(since)} to go on.");
        }

        await stopping.CancelAsync();
        await Task.WhenAll(load);
        await CheckAsync(seed, filed);
    }

    /// <summary>Files one turn after the other; what had no answer is brought again, as the relay does it.</summary>
    private static async Task FileAsync(PostgresCaseRegister register, int worker, ConcurrentQueue<string> filed, CancellationToken stopping)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20), RealTime.Clock);
        var i = 0;
        for (var unanswered = false; unanswered || !stopping.IsCancellationRequested;)
        {
            var id = $"{worker}.{i}";
            var number = Cases[(worker + i) % Cases.Length];
            try
            {
                await register.FileAsync([new(id, "web/talk-1", null, Given.Now, [Fact(number, id), Fact(number, $"{id} again")])], default);
                filed.Enqueue(id);
                (unanswered, i) = (false, i + 1);
            }
            catch (StoreException)
            {
                unanswered = true;
                await pulse.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }

    private async Task CheckAsync(int seed, ConcurrentQueue<string> filed)
    {
        var ledger = new PostgresCaseLedger(database);
        var kept = new List<string>();
        foreach (var number in Cases)
        {
            Assert.Null(await ledger.FirstBreakAsync(number, default));
            var said = (await ledger.TimelineAsync(number, default)).Select(entry => entry.Event.Data["value"]).ToList();
            Assert.True(said.Chunk(2).All(pair => pair[1] == $"{pair[0]} again"), $"Seed {seed}: a turn was filed by half.");
            kept.AddRange(said.Where((_, i) => i % 2 == 0));
        }

        output.WriteLine($"{filed.Count} turns filed over four deaths");
        Assert.Equal(filed.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    private static FiledEvent Fact(string number, string value) => Given.Filed(number, CaseEventKind.FactRecorded, ("value", value));

    private static async Task UntilAsync(ConcurrentQueue<string> filed, int count)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(10), RealTime.Clock);
        while (filed.Count < count)
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "Nothing is filed any more.");
            await pulse.WaitForNextTickAsync();
        }
    }
}
