using System.Security.Cryptography;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Tests.Stores.Redis;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Postgres;
using ComplaintBot.Turns.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Nodes;

/// <summary>
/// Two real nodes on a real Redis and a real PostgreSQL, with customers on both. Each part is killed at a random moment and started again, and no other part
/// is touched. Nothing that was acknowledged may be lost, nothing done twice; all of it is live again within ten seconds.
/// </summary>
public sealed class ClusterDeathTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Customers = 5;

    private static readonly TimeSpan Live = TimeSpan.FromSeconds(10);

    private readonly RedisProcess redis = new();
    private readonly PostgresProcess postgres = new();
    private readonly List<Task> returning = [];
    private RedisSettings redisSettings = null!;
    private PostgresSettings postgresSettings = null!;
    private NodeProcess[] nodes = [];
    private PostgresDatabase database = null!;
    private RedisStore witness = null!;

    public async Task InitializeAsync()
    {
        (redisSettings, postgresSettings) = (RedisProcess.Settings(redis.Endpoint), postgres.Settings());
        (string, string)[] settings =
        [
            ("Store:Kind", "redis"), ("Store:Redis:Endpoints", redis.Endpoint), ("Store:Redis:Prefix", redisSettings.Prefix),
            ("Ledger:Kind", "postgres"), ("Ledger:Postgres:Connection", postgresSettings.Connection),
        ];
        nodes = [new(settings), new(settings)];
        await Task.WhenAll(nodes.Select(node => node.StartAsync()));
        database = await PostgresDatabase.OpenAsync(postgresSettings, default);
        var ledger = new RedisLedger(new PostgresCaseLedger(database), new PostgresCaseRegister(database), new PostgresReadLog(database));
        witness = await RedisStore.OpenAsync(redisSettings, ledger, new RandomIdSource(), RealTime.Clock, NullLogger.Instance, default);
    }

    public async Task DisposeAsync()
    {
        if (witness is not null) await witness.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    public void Dispose()
    {
        foreach (var node in nodes) node.Dispose();
        postgres.Dispose();
        redis.Dispose();
    }

    [Fact]
    public async Task Whichever_part_is_killed_nothing_acknowledged_is_lost_nothing_is_done_twice_and_all_is_live_again_in_ten_seconds()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        var chance = new Random(seed);
        using var stopping = new CancellationTokenSource();
        StubbornCustomer[] customers = [.. Enumerable.Range(0, Customers).Select(i => new StubbornCustomer($"customer-{i}", nodes, new Random(seed + i)))];
        var writing = customers.Select(customer => Task.Run(() => customer.WriteAsync(stopping.Token))).ToList();

        string[] deaths = ["node", "redis", "postgres", "node"];
        chance.Shuffle(deaths);
        foreach (var death in deaths)
        {
            var more = Total(customers) + chance.Next(10, 40);
            await PollAsync(() => Task.FromResult(Total(customers) >= more), "Nothing is acknowledged any more.");
            await KillAsync(death);
            var back = RealTime.Clock.GetTimestamp();
            await AnsweredAsync(seed);
            var took = RealTime.Clock.GetElapsedTime(back);
            output.WriteLine($"{death}: live again after {took.TotalSeconds:F1} s");
            Assert.True(took < Live, $"Seed {seed}: {death} was live again after {took}.");
        }

        await Task.WhenAll(returning);
        await stopping.CancelAsync();
        await Task.WhenAll(writing);
        await SettledAsync(seed);
        foreach (var customer in customers) await CheckAsync(seed, customer);
        output.WriteLine($"{Total(customers)} messages acknowledged, {customers.Sum(customer => customer.Failures)} tries in vain");
        foreach (var customer in customers) customer.Dispose();
    }

    [Fact]
    public async Task While_PostgreSQL_is_away_conversations_that_have_begun_go_on()
    {
        using var customer = await BegunAsync(seed: 1);
        await AnsweredAsync(customer, "Your courier broke my new vase and nobody answers the phone.");
        await AnsweredAsync(customer, "That is all.");
        postgres.Kill();

        await AnsweredAsync(customer, "The order is LM-30224, it was delivered last Tuesday.");
        await AnsweredAsync(customer, "The vase cost 260 yuan.");

        postgres.Start();
        var number = (await witness.Chats.FindAsync(DirectLineChannel.Key(DirectLineSettings.DefaultSite, customer.Conversation), default))!.Summary.CaseNumber!;
        await PollAsync(
            async () => (await witness.Ledger.TimelineAsync(number, default)).Any(entry => entry.Event.Kind == CaseEventKind.FactRecorded && entry.Event.Data.Values.Any(value => value.Contains("30224", StringComparison.Ordinal))),
            "What was said meanwhile never got to the ledger.");
        Assert.Null(await witness.Ledger.FirstBreakAsync(number, default));
    }

    /// <summary>A customer whose chat is open.</summary>
    private async Task<StubbornCustomer> BegunAsync(int seed)
    {
        var customer = new StubbornCustomer("probe", nodes, new Random(seed));
        using var once = new CancellationTokenSource();
        await once.CancelAsync();
        await customer.WriteAsync(once.Token);
        return customer;
    }

    private async Task AnsweredAsync(StubbornCustomer customer, string text)
    {
        await customer.SayAsync(text);
        await PollAsync(async () => (await LinesAsync(customer)) is var lines && lines.LastOrDefault(line => line.Outgoing)?.Sequence > lines.Last(line => line.Activity.Text == text).Sequence, $"'{text}' is not answered.");
    }

    private static int Total(StubbornCustomer[] customers) => customers.Sum(customer => customer.Acknowledged.Count);

    private async Task KillAsync(string what)
    {
        switch (what)
        {
            case "redis":
                redis.Kill();
                redis.Start();
                break;
            case "postgres":
                postgres.Kill();
                postgres.Start();
                break;
            default:
                // The other one goes on; this one comes back later, and only then may the other die.
                await Task.WhenAll(returning);
                var node = nodes[returning.Count % nodes.Length];
                node.Kill();
                returning.Add(node.StartAsync());
                break;
        }
    }

    /// <summary>A new customer is heard and answered.</summary>
    private async Task AnsweredAsync(int seed)
    {
        using var customer = await BegunAsync(seed);
        await AnsweredAsync(customer, "Your courier broke my new vase and nobody answers the phone.");
    }

    /// <summary>Everything that was accepted is worked off, everything that was said is sent. It is only looked at: whoever asks for an outbox sends.</summary>
    private Task SettledAsync(int seed) => PollAsync(
        async () => (await witness.Store.InboxAsync(null, 1, default)).Count == 0 && redis.Ask("KEYS", $"{redisSettings.Prefix}:*:outbox:*").Length == 0,
        $"Seed {seed}: something is left in an inbox or an outbox.");

    private async Task CheckAsync(int seed, StubbornCustomer customer)
    {
        var lines = await LinesAsync(customer);
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(i => (long)i), lines.Select(line => line.Sequence));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At, $"Seed {seed}: times do not grow."));
        var said = lines.Where(line => line is { Outgoing: false, Activity.Type: ActivityTypes.Message }).Select(line => line.Activity.Text!);
        Assert.True(customer.Acknowledged.SequenceEqual(said), $"Seed {seed}, {customer.Conversation}: acknowledged were [{string.Join(" | ", customer.Acknowledged)}], kept are [{string.Join(" | ", said)}].");

        // A turn answers once: what answers a message stands in one piece.
        var answered = lines.Where(line => line is { Outgoing: true, Activity.ReplyToId: not null }).Select(line => line.Activity.ReplyToId!).ToList();
        var pieces = answered.Where((id, i) => i == 0 || answered[i - 1] != id).ToList();
        Assert.True(pieces.Distinct().Count() == pieces.Count, $"Seed {seed}, {customer.Conversation}: a message was answered by two turns.");
        Assert.NotEmpty(pieces);
        await CheckCaseAsync(seed, customer);
    }

    private async Task CheckCaseAsync(int seed, StubbornCustomer customer)
    {
        var row = await witness.Chats.FindAsync(DirectLineChannel.Key(DirectLineSettings.DefaultSite, customer.Conversation), default);
        if (row?.Summary.CaseNumber is not { Length: > 0 } number) return;
        Assert.Single(await witness.Ledger.TimelineAsync(number, default), entry => entry.Event.Kind == CaseEventKind.Opened);
        Assert.True(await witness.Ledger.FirstBreakAsync(number, default) is null, $"Seed {seed}: the chain of case {number} is broken.");
    }

    private Task<IReadOnlyList<TranscriptLine>> LinesAsync(StubbornCustomer customer) =>
        witness.Store.TranscriptAsync(DirectLineChannel.Key(DirectLineSettings.DefaultSite, customer.Conversation), 0, default);

    private static async Task PollAsync(Func<Task<bool>> isSo, string otherwise)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50), RealTime.Clock);
        while (!await TryAsync())
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromMinutes(2), otherwise);
            await pulse.WaitForNextTickAsync();
        }

        async Task<bool> TryAsync()
        {
            try
            {
                return await isSo();
            }
            catch (StoreException)
            {
                return false;
            }
        }
    }
}
