using System.Globalization;
using BenchmarkDotNet.Attributes;
using ComplaintBot.Benchmarks.Complaints;
using ComplaintBot.Benchmarks.Measuring;
using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Benchmarks;

/// <summary>
/// Whole durable turns: load, look up, understand, run, commit to the disk, and each line marked as sent. Op/s are turns a second.
/// All waits are blocking: tasks are not waited for when benchmarks run in this process.
/// </summary>
[WallTime]
public class SqliteBenchmarks
{
    private const int Parallel = 64;

    private string folder = "";
    private Composition parts = null!;
    private string[] messages = [];
    private Site site = null!;
    private int talks;

    [GlobalSetup]
    public void SetUp()
    {
        folder = Directory.CreateTempSubdirectory("complaint-bench-").FullName;
        parts = Composition.OpenAsync(folder, null, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
        messages = [.. RecordedComplaint.Record(parts.Brain, Customer.Zh()).Messages];
        site = new Site(["catering"], Tongue.ZhHans);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        parts.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Customer.Messages, Description = "durable turn, SQLite, one conversation")]
    public void One() => TalkAsync().GetAwaiter().GetResult();

    [Benchmark(OperationsPerInvoke = Customer.Messages * Parallel, Description = "durable turn, SQLite, 64 conversations at once")]
    public void Many() => Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(TalkAsync))).GetAwaiter().GetResult();

    private async Task TalkAsync()
    {
        var key = new ConversationKey("bench", Interlocked.Increment(ref talks).ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < messages.Length; i++)
        {
            var inbound = new Inbound(key, i.ToString(CultureInfo.InvariantCulture), Activity.Message(messages[i]), TimeProvider.System.GetUtcNow());
            var outcome = await parts.Runner.RunAsync(inbound, site);
            foreach (var line in outcome.Lines) await parts.Store.MarkSentAsync(key, line.Sequence, CancellationToken.None);
        }
    }
}
