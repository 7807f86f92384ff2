using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.CrashingChild;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Sqlite;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Stores;

/// <summary>
/// A real process that uses the real store dies at every step of its work, is started again, and dies again, until there is no step
/// left. Then nothing may be lost, and nothing done twice.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_process_that_dies_at_every_step_loses_nothing_and_does_nothing_twice(int seed)
    {
        var chance = new Random(seed);
        var steps = (await StepsAsync()).ToArray();
        chance.Shuffle(steps);

        foreach (var step in steps)
        {
            using var child = Start(folder.Path, seed, step, $"{chance.Next(1, 4)}");
            var says = await child.StandardError.ReadToEndAsync();
            await child.WaitForExitAsync();
            Assert.True(says.Trim() == $"dying at {step}" && child.ExitCode != 0, $"Seed {seed}, step {step}: exit {child.ExitCode}, {says}");
        }

        await FinishAsync(seed);
    }

    [Fact]
    public async Task A_process_killed_from_outside_at_any_time_loses_nothing_and_does_nothing_twice()
    {
        const int Deaths = 8;
        var seed = FreshSeed();
        output.WriteLine($"Seed {seed}");
        var chance = new Random(seed);

        for (var death = 0; death < Deaths; death++)
        {
            using var child = Start(folder.Path, seed);
            for (var steps = chance.Next(1, 400); steps > 0 && await child.StandardOutput.ReadLineAsync() is not null; steps--)
            {
            }

            child.Kill();
            await child.WaitForExitAsync();
        }

        await FinishAsync(seed);
    }

    private static int FreshSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Script).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static Process Start(string folder, int seed, params string[] death) => Start([folder, seed.ToString(CultureInfo.InvariantCulture), .. death]);

    private static async Task<List<string>> RunAsync(string folder, int seed)
    {
        using var child = Start(folder, seed);
        var says = child.StandardError.ReadToEndAsync();
        var told = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.True(child.ExitCode == 0, $"Seed {seed}: exit {child.ExitCode}, {await says}");
        return [.. told.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Every step there is, learnt from a run in which nobody dies: a new statement is covered by itself.</summary>
    private async Task<IEnumerable<string>> StepsAsync()
    {
        using var elsewhere = new TempFolder();
        var told = await RunAsync(elsewhere.Path, 0);
        Assert.Superset(new HashSet<string> { "begin", "save-state", "add-line", "add-entry", "commit", "committed", "sent", "mark-sent", "acknowledged" }, told.ToHashSet());
        await CheckAsync(elsewhere.Path, 0);
        return told.Distinct().Order();
    }

    private async Task FinishAsync(int seed)
    {
        await RunAsync(folder.Path, seed);
        await CheckAsync(folder.Path, seed);
    }

    private static async Task CheckAsync(string folder, int seed)
    {
        using var database = new SqliteDatabase(new SqliteSettings { Folder = folder });
        var (store, ledger) = (new SqliteConversationStore(database), new SqliteCaseLedger(database));
        var sent = new Journal(Worker.SentFile(folder)).Lines;

        Assert.Empty(await store.InboxAsync(null, 10, default));
        Assert.Empty(await store.OutboxAsync(Given.Now.AddYears(1), 10, default));
        foreach (var talk in new Script(seed).Talks)
        {
            var ids = talk.Deliveries.Select(delivery => delivery.Id).ToList();
            var loaded = await store.LoadAsync(talk.Key, Given.Now, default);
            Assert.Equal(string.Join(' ', ids), Encoding.UTF8.GetString(loaded!.State));
            Assert.Equal(ids.Count, loaded.Version);

            var lines = await store.TranscriptAsync(talk.Key, 0, default);
            var said = lines.Select(line => line.Activity.Text!).ToList();
            Assert.Equal(ids, lines.Where(line => !line.Outgoing).Select(line => line.Activity.Text!));
            Assert.Equal(ids.SelectMany(Script.Answers), lines.Where(line => line.Outgoing).Select(line => line.Activity.Text!));
            Assert.All(ids, id => Assert.All(Script.Answers(id), answer => Assert.True(said.IndexOf(id) < said.IndexOf(answer))));
            Assert.Equal(Enumerable.Range(1, lines.Count).Select(i => (long)i), lines.Select(line => line.Sequence));

            // What went out twice went out under the same key: the receiver takes the first and drops the other.
            var received = sent.Where(line => line.StartsWith($"{talk.Key} ", StringComparison.Ordinal)).Distinct();
            Assert.Equal(lines.Where(line => line.Outgoing).Select(line => $"{talk.Key} {line.Sequence} {line.Activity.Text}"), received);

            Assert.Null(await ledger.FirstBreakAsync(talk.Case, default));
            Assert.Equal(ids, (await ledger.TimelineAsync(talk.Case, default)).Select(entry => entry.Event.Data["id"]));
        }
    }
}
