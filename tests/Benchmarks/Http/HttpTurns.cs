using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ComplaintBot.Benchmarks.Desk;
using ComplaintBot.Platforms;
using StackExchange.Redis;

namespace ComplaintBot.Benchmarks.Http;

/// <summary>
/// Turns over HTTP with Redis: a thousand conversations by 64 connections, each turn posted as the web chat does, beside the floor in the same run.
/// The server answers a post once it has the message; a turn counts when the inbox is empty again.
/// </summary>
internal sealed class HttpTurns(TextWriter output)
{
    private const int Connections = 64;
    private const int Conversations = 1_000;

    /// <summary>How often everything is done before it is counted: the first rounds measure the compiler.</summary>
    private const int WarmRounds = 6;

    private const string Secret = "a-secret-of-the-shop-for-its-servers";

    /// <summary>What a customer says, one a turn; 60 characters at the median, as of messages at large.</summary>
    private static readonly string[] Lines =
    [
        "Your courier broke my new vase and nobody answers the phone.", "It was delivered last Tuesday evening, the box was all wet.", "The order is LM-30224 and the vase cost 260 yuan in your shop.",
        "No, that is all that happened, nothing more to tell about it.", "I would like to have a new one, or else my money back please.",
    ];

    private IEnumerable<string> commands = [];

    /// <summary>Runs both servers, one after the other.</summary>
    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("complaint-http-").FullName;
        var port = FreePort.Take();
        using var redis = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]) { RedirectStandardOutput = true })!;
        try
        {
            var endpoint = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
            await output.WriteLineAsync($"{Conversations} conversations of {Lines.Length} turns by {Connections} connections; Redis without persistence\n");
            await output.WriteLineAsync("| | CPU µs a turn | turns/s | p50 ms | p95 ms | p99 ms | longest ms | memory MB |\n|---|---|---|---|---|---|---|---|");
            var floor = await MeasureFloorAsync(endpoint);
            var bot = await MeasureBotAsync(endpoint, folder);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nThe bot needs {bot / floor:F1} times the CPU time of the floor, its analysis of each message counted."));
            await output.WriteLineAsync($"Redis was asked, a turn: {string.Join(", ", commands)}.");
        }
        finally
        {
            redis.Kill();
            await redis.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<double> MeasureFloorAsync(string redis)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HttpTurns).Assembly.Location, "floor-server", redis]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            var url = (await process.StandardOutput.ReadLineAsync())!;
            await process.StandardOutput.ReadLineAsync();
            using var http = Client();
            var talks = Enumerable.Range(0, Conversations).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
            for (var round = 0; round < WarmRounds; round++) await PostAllAsync(http, url, [.. talks.Select(one => $"warm{round}{one}")]);
            process.Refresh();
            var (cpu, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            var took = await PostAllAsync(http, url, talks);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            process.Refresh();
            return await TellAsync("floor: five questions by hand, compare-and-set", process.TotalProcessorTime - cpu, seconds, took, process.WorkingSet64 / 1_048_576d);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private async Task<double> MeasureBotAsync(string redis, string folder)
    {
        await using var server = await ServerProcess.StartAsync(
            folder, ("Store:Kind", "redis"), ("Store:Redis:Endpoints", redis), ("DirectLine:Sites:default:Secret", Secret), ("DirectLine:PauseMilliseconds", "0"), ("Limits:MessagesPerMinute", "6000"));
        using var http = Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        var database = await ConnectionMultiplexer.ConnectAsync(redis + ",allowAdmin=true");
        for (var round = 0; round < WarmRounds; round++)
        {
            await PostAllAsync(http, server.Url, await BeginAsync(http, server.Url, Conversations));
            await WorkedOffAsync(database);
        }

        var talks = await BeginAsync(http, server.Url, Conversations);
        var asked = await CommandsAsync(database);
        var (cpu, began) = (server.Cpu(), Stopwatch.GetTimestamp());
        var took = await PostAllAsync(http, server.Url, talks);
        await WorkedOffAsync(database);
        commands = (await CommandsAsync(database)).Select(one => (one.Key, Count: (one.Value - asked.GetValueOrDefault(one.Key)) / (double)took.Length)).Where(one => one.Count >= 0.05)
            .OrderByDescending(one => one.Count).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Count:F1}"));
        return await TellAsync("the bot: Direct Line, analysis, dialogs, transcript, case, outbox", server.Cpu() - cpu, Stopwatch.GetElapsedTime(began).TotalSeconds, took, server.Memory());
    }

    private static async Task<IReadOnlyList<string>> BeginAsync(HttpClient http, string url, int count)
    {
        var talks = new List<string>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await http.PostAsync(new Uri(url + "/v3/directline/conversations"), new StringContent("{}", new MediaTypeHeaderValue("application/json")));
            talks.Add(JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["conversationId"]!.GetValue<string>());
        }

        return talks;
    }

    /// <summary>Every line in every conversation, the first everywhere before the second.</summary>
    /// <returns>How long each post took, in ms.</returns>
    private static async Task<double[]> PostAllAsync(HttpClient http, string url, IReadOnlyList<string> talks)
    {
        var took = new double[Lines.Length * talks.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < took.Length;)
            {
                var body = new JsonObject { ["type"] = "message", ["text"] = Lines[i / talks.Count], ["from"] = new JsonObject { ["id"] = "u-1" } };
                var began = Stopwatch.GetTimestamp();
                using var answer = await http.PostAsync(new Uri($"{url}/v3/directline/conversations/{talks[i % talks.Count]}/activities"), new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")));
                await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                took[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }));
        return took;
    }

    /// <summary>How often each command was called, those inside of scripts counted.</summary>
    private static async Task<Dictionary<string, long>> CommandsAsync(ConnectionMultiplexer redis) =>
        (await redis.GetServer(redis.GetEndPoints()[0]).InfoAsync("commandstats")).SelectMany(group => group)
            .ToDictionary(one => one.Key["cmdstat_".Length..], one => long.Parse(one.Value.Split(',')[0]["calls=".Length..], CultureInfo.InvariantCulture));

    private static async Task WorkedOffAsync(ConnectionMultiplexer redis)
    {
        var keys = new Turns.Redis.RedisKeys("complaints");
        while ((await Task.WhenAll(keys.Partitions.Select(partition => redis.GetDatabase().SortedSetLengthAsync(partition.Inboxes)))).Any(waiting => waiting > 0)) await Task.Delay(20);
    }

    private async Task<double> TellAsync(string what, TimeSpan cpu, double seconds, double[] took, double memory)
    {
        var each = cpu.TotalMicroseconds / took.Length;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {what} | {each:F0} | {took.Length / seconds:F0} | {took.Cells()} | {memory:F0} |"));
        return each;
    }

    private static HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, MaxConnectionsPerServer = Connections });
}
