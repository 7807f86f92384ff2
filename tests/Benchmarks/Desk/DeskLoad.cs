using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ComplaintBot.Benchmarks.Desk;

/// <summary>
/// Thirty desks, each with chats it owns and the inbox open, and customers who together say twenty things a second: how long until the agent
/// sees each of them. Real processes, real sockets, the embedded store.
/// </summary>
internal sealed class DeskLoad(TextWriter output) : IDisposable
{
    private const int Desks = 30;
    private const int ChatsPerDesk = 2;
    private const int PerSecond = 20;
    private const int AgentEvery = 10;

    /// <summary>Milliseconds within which an agent must see 95 of 100 lines.</summary>
    private const double Budget = 1_000;

    private static readonly string[] Opening = ["Your courier broke my new vase and nobody answers the phone.", "I want to talk to a real person.", "A human being, please. Now."];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly ConcurrentDictionary<string, long> sent = new();
    private readonly ConcurrentDictionary<string, long> shown = new();
    private int refused;

    /// <summary>Runs it.</summary>
    /// <param name="seconds">How long customers talk.</param>
    /// <returns>Whether the budget was met and nothing was lost or doubled.</returns>
    public async Task<bool> RunAsync(int seconds)
    {
        var data = Directory.CreateTempSubdirectory("complaint-desk-").FullName;
        using var end = new CancellationTokenSource();
        await using var server = await ServerProcess.StartAsync(data);
        try
        {
            using var admin = await DeskClient.AcceptAsync(http, server.Url, server.FirstAdmin, "Root");
            var screens = await OpenDesksAsync(admin, end.Token);
            var (customers, owners) = await HandOverAsync(server.Url, screens, end.Token);
            await output.WriteLineAsync($"{screens.Count} desks, {customers.Count} chats with them, {PerSecond} messages a second for {seconds} s; each agent answers every {AgentEvery} s");
            var (cpu, from) = (server.Cpu(), Stopwatch.GetTimestamp());
            await Task.WhenAll(TalkAsync(customers, seconds), AnswerAsync(owners, seconds));
            var used = (server.Cpu() - cpu) / Stopwatch.GetElapsedTime(from);
            await ArriveAsync();
            var good = await ReportAsync(owners, screens);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Server: {used:P0} of one core, {server.Memory():F0} MB"));
            return good;
        }
        finally
        {
            await end.CancelAsync();
            await server.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<IReadOnlyList<AgentScreen>> OpenDesksAsync(DeskClient admin, CancellationToken cancellationToken)
    {
        var screens = new List<AgentScreen>();
        for (var i = 1; i <= Desks; i++)
        {
            var screen = new AgentScreen(await admin.AddAgentAsync($"Agent {i}"), shown);
            await screen.Desk.ListenAsync(screen.Take, cancellationToken);
            await screen.Desk.GetAsync("chats?view=queue&limit=50");
            screens.Add(screen);
        }

        return screens;
    }

    /// <summary>Customers complain until they wait for a person, and the desks take them.</summary>
    private async Task<(IReadOnlyList<ChatCustomer> Customers, IReadOnlyDictionary<string, AgentScreen> Owners)> HandOverAsync(string url, IReadOnlyList<AgentScreen> screens, CancellationToken cancellationToken)
    {
        var customers = await Task.WhenAll(Enumerable.Range(0, Desks * ChatsPerDesk).Select(_ => WaitingAsync(url, screens[0].Desk, cancellationToken)));
        var owners = new Dictionary<string, AgentScreen>();
        foreach (var screen in Enumerable.Repeat(screens, ChatsPerDesk).SelectMany(all => all))
        {
            var chat = (await screen.Desk.SendAsync(HttpMethod.Post, "next", new JsonObject()))!["chat"]!;
            var conversation = chat["conversation"]!.GetValue<string>();
            owners[conversation] = screen;
            screen.Open(conversation, chat["sequence"]!.GetValue<long>());
            await screen.Desk.LookAsync("directline-default", conversation);
        }

        return (customers, owners);
    }

    private async Task<ChatCustomer> WaitingAsync(string url, DeskClient desk, CancellationToken cancellationToken)
    {
        var customer = await ChatCustomer.OpenAsync(http, url, cancellationToken);
        var begun = Stopwatch.GetTimestamp();
        foreach (var line in Opening)
        {
            await customer.SayAsync(line);
            for (var look = 0; look < 12; look++)
            {
                await Task.Delay(500, cancellationToken);
                if (await OwnerAsync(desk, customer.Conversation) == "waiting") return customer;
            }
        }

        return Stopwatch.GetElapsedTime(begun) < Patience && await OwnerAsync(desk, customer.Conversation) == "waiting" ? customer : throw new InvalidOperationException("A customer was not handed over.");
    }

    private static async Task<string?> OwnerAsync(DeskClient desk, string conversation)
    {
        try
        {
            return (await desk.GetAsync($"chats/directline-default/{conversation}"))!["chat"]!["owner"]!.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            // No case yet: the desk does not know it.
            return null;
        }
    }

    /// <summary>Says things at a steady pace, whether or not what was said before has been taken: a slow server is not spared.</summary>
    private async Task TalkAsync(IReadOnlyList<ChatCustomer> customers, int seconds)
    {
        var (begun, saying) = (Stopwatch.GetTimestamp(), new List<Task>());
        for (var i = 0; i < PerSecond * seconds; i++)
        {
            if (TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } rest) await Task.Delay(rest);
            saying.Add(SayAsync(customers[i % customers.Count], $"Is anybody still there? ({Letters(i)})"));
        }

        await Task.WhenAll(saying);
    }

    private async Task SayAsync(ChatCustomer customer, string text)
    {
        sent[text] = Stopwatch.GetTimestamp();
        try
        {
            await customer.SayAsync(text);
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
        {
            sent.TryRemove(text, out _);
            if (Interlocked.Increment(ref refused) == 1) await output.WriteLineAsync($"Refused: {failure.Message}");
        }
    }

    private static async Task AnswerAsync(IReadOnlyDictionary<string, AgentScreen> owners, int seconds)
    {
        for (var round = 0; round < seconds / AgentEvery; round++)
        {
            var pause = Task.Delay(TimeSpan.FromSeconds(AgentEvery));
            foreach (var (conversation, screen) in owners)
                await screen.Desk.SendAsync(HttpMethod.Post, $"chats/directline-default/{conversation}/commands", new JsonObject { ["id"] = $"answer-{round}", ["command"] = new JsonObject { ["do"] = "reply", ["text"] = $"I am here, and I am looking at it ({round})." } });
            await pause;
        }
    }

    private async Task ArriveAsync()
    {
        for (var look = 0; look < 40 && shown.Count < sent.Count; look++) await Task.Delay(250);
    }

    private async Task<bool> ReportAsync(IReadOnlyDictionary<string, AgentScreen> owners, IReadOnlyList<AgentScreen> screens)
    {
        double[] took = [.. sent.Where(one => shown.ContainsKey(one.Key)).Select(one => Stopwatch.GetElapsedTime(one.Value, shown[one.Key]).TotalMilliseconds)];
        var kept = new List<string>();
        foreach (var (conversation, screen) in owners) kept.AddRange((await screen.TranscriptAsync(conversation)).Where(sent.ContainsKey));
        var lost = sent.Keys.Count(text => !shown.ContainsKey(text));
        var doubled = screens.Sum(screen => screen.Doubled) + (kept.Count - kept.Distinct().Count());
        await output.WriteLineAsync("\n| ms from the customer's click to the agent's screen | p50 | p95 | p99 | max |\n|---|---|---|---|---|");
        await output.WriteLineAsync($"| {sent.Count} messages | {took.Cells()} |\n");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{lost} not shown, {sent.Count - kept.Distinct().Count()} not kept, {doubled} doubled, {refused} refused"));
        var p95 = took.Order().ToArray().At(0.95);
        var good = p95 < Budget && lost == 0 && doubled == 0 && refused == 0 && kept.Count == sent.Count;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"p95 {p95:F0} ms of {Budget:F0}: {(good ? "met" : "MISSED")}"));
        return good;
    }

    /// <summary>A number in letters: digits could be taken for something that must not be kept.</summary>
    private static string Letters(int number) => string.Concat(number.ToString("D6", CultureInfo.InvariantCulture).Select(digit => (char)('k' + (digit - '0'))));
}
