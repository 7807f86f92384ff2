using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Benchmarks.Desk;
using ComplaintBot.Platforms;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Benchmarks.Channels;

/// <summary>
/// Customers on all messengers at once, who together make two hundred calls a second: how long each acknowledgement takes, and whether anything
/// is lost or changes its place. A real process, real sockets, the embedded store, platforms on this machine.
/// </summary>
internal sealed class ChannelLoad(TextWriter output) : IDisposable
{
    /// <summary>Milliseconds within which 99 of 100 calls must be acknowledged.</summary>
    private const double Budget = 100;

    /// <summary>Seconds between two messages of a customer.</summary>
    private const int Between = 5;

    /// <summary>Calls a second. Telegram lets a bot send thirty messages a second in all, so that more of its customers would only wait.</summary>
    private static readonly (string Channel, int PerSecond)[] Mix = [("telegram", 20), (Traffic.WeChat, 45), ("kefu", 45), ("wecom", 45), ("bot", 45)];

    /// <summary>How long both processes compile what they run, after a start: told apart, for customers meet it only there.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly ConcurrentBag<(string Channel, bool IsWarm, double Took)> acknowledged = [];
    private int refused;

    /// <summary>Runs it.</summary>
    /// <param name="seconds">How long customers talk once the server is warm.</param>
    /// <returns>Whether the budget was met and nothing was lost or changed its place.</returns>
    public async Task<bool> RunAsync(int seconds)
    {
        var data = Directory.CreateTempSubdirectory("complaint-channels-").FullName;
        await using var traffic = await Traffic.StartAsync();
        await using var server = await ServerProcess.StartAsync(data, traffic.Settings);
        try
        {
            var turns = Turns([.. Mix.Select(one => traffic.Open(one.Channel, one.PerSecond * Between))]);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{turns.Count} customers, {turns.Count / Between} calls a second for {seconds} s, after {WarmUp.TotalSeconds} s from the start: {string.Join(", ", Mix.Select(one => $"{one.Channel} {one.PerSecond}"))}"));
            var saying = new List<Task>();
            await TalkAsync(server.Url, turns, (0, (int)WarmUp.TotalSeconds), saying);
            var (cpu, from) = (server.Cpu(), Stopwatch.GetTimestamp());
            await TalkAsync(server.Url, turns, ((int)WarmUp.TotalSeconds, seconds), saying);
            var used = (server.Cpu() - cpu) / Stopwatch.GetElapsedTime(from);
            await Task.WhenAll(saying);
            using var database = await SqliteDatabase.OpenAsync(data, CancellationToken.None);
            var drained = await DrainAsync(traffic, database);
            var memory = server.Memory();
            var good = await ReportAsync(traffic, new SqliteConversationStore(database));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Server: {used:P0} of one core, {memory:F0} MB; everything was sent {drained.TotalSeconds:F0} s after the last call"));
            return good;
        }
        finally
        {
            await server.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>All customers, so that each second has the mix of the whole.</summary>
    private static List<TrafficCustomer> Turns(IReadOnlyList<TrafficCustomer>[] channels)
    {
        var whole = channels.Sum(customers => customers.Count);
        return [.. channels.SelectMany(customers => customers.Select((customer, i) => (customer, Place: (i + 0.5) / customers.Count * whole))).OrderBy(one => one.Place).Select(one => one.customer)];
    }

    /// <summary>Says things at a steady pace, whether or not what was said before has been acknowledged: a slow server is not spared.</summary>
    private async Task TalkAsync(string url, List<TrafficCustomer> turns, (int From, int Count) seconds, List<Task> saying)
    {
        var (begun, first, isWarm) = (Stopwatch.GetTimestamp(), turns.Count / Between * seconds.From, seconds.From > 0);
        for (var i = 0; i < turns.Count / Between * seconds.Count; i++)
        {
            if (TimeSpan.FromSeconds((double)i * Between / turns.Count) - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } rest) await Task.Delay(rest);
            saying.Add(SayAsync(turns[(first + i) % turns.Count], isWarm, url));
        }
    }

    private async Task SayAsync(TrafficCustomer customer, bool isWarm, string url)
    {
        try
        {
            acknowledged.Add((customer.Channel, isWarm, (await customer.SayAsync(http, url)).TotalMilliseconds));
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
        {
            if (Interlocked.Increment(ref refused) == 1) await output.WriteLineAsync($"Refused: {failure.Message}");
        }
    }

    /// <summary>Waits until everything was read and answered, and the platforms have had nothing for a while.</summary>
    private static async Task<TimeSpan> DrainAsync(Traffic traffic, SqliteDatabase database)
    {
        var (begun, store, notes) = (Stopwatch.GetTimestamp(), new SqliteConversationStore(database), new SqliteChannelNotes(database));
        for (var isDone = false; !isDone && Stopwatch.GetElapsedTime(begun) < Patience;)
        {
            var before = traffic.Requests;
            await Task.Delay(Quiet);
            isDone = before == traffic.Requests && (await store.InboxAsync(null, 1, CancellationToken.None)).Count == 0 && await notes.FindAsync(traffic.End.Note, CancellationToken.None) == traffic.End.Cursor;
        }

        return Stopwatch.GetElapsedTime(begun) - Quiet;
    }

    private async Task<bool> ReportAsync(Traffic traffic, SqliteConversationStore store)
    {
        var wrongs = await traffic.WrongsAsync(store);
        await output.WriteLineAsync("\n| ms until a call is acknowledged | calls | p50 | p95 | p99 | max |\n|---|---|---|---|---|---|");
        foreach (var calls in acknowledged.Where(one => one.IsWarm).GroupBy(one => one.Channel).OrderBy(calls => Array.FindIndex(Mix, one => one.Channel == calls.Key)))
            await output.WriteLineAsync($"| {calls.Key}{(calls.Key == Traffic.WeChat ? ", with its answer" : "")} | {calls.Count()} | {calls.Select(one => one.Took).Cells()} |");
        double[] at = [.. Calls(isWarm: true)], cold = [.. Calls(isWarm: false)];
        await output.WriteLineAsync($"| all but WeChat | {at.Length} | {at.Cells()} |");
        await output.WriteLineAsync($"| all but WeChat, in the first {WarmUp.TotalSeconds} s after the start | {cold.Length} | {cold.Cells()} |\n");
        foreach (var wrong in wrongs.Take(10)) await output.WriteLineAsync(wrong);
        var good = wrongs.Count == 0 && refused == 0 && at.At(0.99) < Budget;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{wrongs.Count} conversations with something lost or out of its place, {refused} refused; p99 {at.At(0.99):F0} ms of {Budget:F0}: {(good ? "met" : "MISSED")}"));
        return good;
    }

    private IEnumerable<double> Calls(bool isWarm) => acknowledged.Where(one => one.Channel != Traffic.WeChat && one.IsWarm == isWarm).Select(one => one.Took).Order();
}
