using System.Text.Json.Nodes;
using ComplaintBot.Tests.Deploy;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Tests.Stores.Redis;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Nodes;

/// <summary>Two real nodes and nothing that keeps anybody at one of them: customers' streams are open here and there, the person at the desk works anywhere. Then a node is killed.</summary>
public sealed class NodeSwitchTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private static readonly string[] Complaint = ["Your courier broke my new vase and nobody answers the phone.", "I want to talk to a real person.", "A human being, please. Now."];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly RedisProcess redis = new();
    private readonly PostgresProcess postgres = new();
    private NodeProcess customers = null!, desks = null!;

    public async Task InitializeAsync()
    {
        (string, string)[] settings =
        [
            ("Store:Kind", "redis"), ("Store:Redis:Endpoints", redis.Endpoint), ("Ledger:Kind", "postgres"), ("Ledger:Postgres:Connection", postgres.Settings().Connection),
            ("Server:Proxies", "127.0.0.0/8"),
        ];
        (customers, desks) = (new(settings), new(settings));
        await desks.StartAsync();
        await customers.StartAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        customers.Dispose();
        desks.Dispose();
        postgres.Dispose();
        redis.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task A_customer_and_a_person_at_two_nodes_talk_and_go_on_within_five_seconds_when_one_node_dies()
    {
        // Signed up at one node, at work at the other: the session is known there too.
        var page = new OutsideClient(http, customers.Url);
        var ann = new OutsideClient(http, desks.Url, await page.AcceptAsync(await customers.InvitationAsync()));
        using var customer = await ComplainAsync(page);
        await ann.CommandAsync(customer.Conversation, "take", null);
        await ann.CommandAsync(customer.Conversation, "reply", "I have your case before me.");
        await customer.HearAsync("I have your case before me.");

        customers.Kill();
        var since = RealTime.Clock.GetTimestamp();
        await ann.CommandAsync(customer.Conversation, "reply", "One moment, I look it up.");
        var elsewhere = new OutsideClient(http, desks.Url);
        await customer.ReturnAsync(elsewhere);
        await ann.CommandAsync(customer.Conversation, "reply", "We send you a new one.");
        await customer.HearAsync("We send you a new one.");

        CheckTime(RealTime.Clock.GetElapsedTime(since));
        await CheckAsync(customer, elsewhere);
    }

    [Fact]
    public async Task Behind_the_proxy_all_open_chats_are_back_within_five_seconds_when_a_node_dies()
    {
        using var proxy = new ProxyProcess(customers.Url, desks.Url);
        await proxy.AnswersAsync();
        var outside = new OutsideClient(http, proxy.Url);
        var ann = new OutsideClient(http, proxy.Url, await outside.AcceptAsync(await customers.InvitationAsync()));
        var open = new List<Listener>();
        for (var i = 0; i < 4; i++) open.Add(await ComplainAsync(outside));
        foreach (var customer in open)
        {
            await ann.CommandAsync(customer.Conversation, "take", null);
            await ann.CommandAsync(customer.Conversation, "reply", "I have your case before me.");
            await customer.HearAsync("I have your case before me.");
        }

        customers.Kill();
        var since = RealTime.Clock.GetTimestamp();
        await Task.WhenAll(open.Select(customer => ann.CommandAsync(customer.Conversation, "reply", "We send you a new one.")));
        await Task.WhenAll(open.Select(customer => customer.HearAsync("We send you a new one.")));

        CheckTime(RealTime.Clock.GetElapsedTime(since));
        output.WriteLine($"{open.Count(customer => customer.Returns > 0)} of {open.Count} had to come back");
        Assert.Contains(open, customer => customer.Returns > 0);
        Assert.Contains(open, customer => customer.Returns == 0);
        foreach (var customer in open) await CheckAsync(customer, outside);
        open.ForEach(customer => customer.Dispose());
    }

    private void CheckTime(TimeSpan took)
    {
        output.WriteLine($"Back after {took.TotalSeconds:F1} s");
        Assert.True(took < TimeSpan.FromSeconds(5), $"It took {took}.");
    }

    /// <summary>All that is on record was heard, once and in order.</summary>
    private static async Task CheckAsync(Listener customer, OutsideClient client)
    {
        var all = (await client.GetAsync($"/v3/directline/conversations/{customer.Conversation}/activities"))["activities"]!.AsArray().Select(activity => activity!["id"]!.GetValue<string>());
        Assert.Equal(all, customer.Ids);
    }

    /// <summary>A customer whose complaint calls for a person.</summary>
    private static async Task<Listener> ComplainAsync(OutsideClient client)
    {
        var begun = await client.PostAsync("/v3/directline/conversations", new JsonObject());
        var customer = new Listener(client, begun["conversationId"]!.GetValue<string>());
        await customer.OpenAsync(begun["streamUrl"]!.GetValue<string>());
        foreach (var line in Complaint) await client.SayAsync(customer.Conversation, line);
        return customer;
    }
}
