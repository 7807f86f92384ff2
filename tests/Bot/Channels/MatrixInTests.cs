using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>What every messenger must pass for what comes in: the rows 1 to 4 and 9 of the matrix.</summary>
public sealed class MatrixInTests
{
    private const string Complaint = "My parcel never came.";

    public static TheoryData<string> Names => [.. Messenger.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_1_only_calls_that_prove_themselves_are_taken(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;

        foreach (var proof in customer.WrongProofs) Assert.Equal((proof, 401), (proof, await customer.Deliver(Sent.Text, Complaint)(proof)));
        Assert.Null(await server.Parts.Store.LastSequenceAsync(customer.Key, server.Clock.GetUtcNow(), default));
        Assert.Equal(0, customer.Tries);

        await customer.SayAsync(Complaint);
        Assert.Equal([Complaint], (await customer.HeardAsync()).Select(said => said.Text));
        Assert.NotEmpty(customer.Shown);
    }

    /// <summary>At once, after a minute and after a day: everything a customer can send.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_2_what_is_delivered_three_times_is_answered_once(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        var deliveries = new List<Func<Proof, Task<int>>>();
        foreach (var (what, text) in ((Sent, string)[])[(Sent.Arrival, ""), (Sent.Text, Complaint), (Sent.Photo, ""), (Sent.Choice, "5")])
        {
            if (what == Sent.Choice) await AskAsync(customer);
            var delivery = customer.Deliver(what, text);
            deliveries.Add(delivery);
            Assert.All(await Task.WhenAll(delivery(Proof.Right), delivery(Proof.Right), delivery(Proof.Right)), status => Assert.InRange(status, 200, 202));
            await customer.CalmAsync();
        }

        var heard = await customer.HeardAsync();
        Assert.Equal([Complaint, "", "5"], heard.Select(said => said.Text ?? ""));
        foreach (var later in (TimeSpan[])[TimeSpan.FromSeconds(60), TimeSpan.FromHours(24)])
        {
            await PassAsync(server, customer, later);
            var (before, lines) = (customer.Shown, (await server.Parts.Store.TranscriptAsync(customer.Key, 0, default)).Count);
            foreach (var delivery in deliveries) await customer.TakeAsync(delivery);
            Assert.Equal(before, customer.Shown);
            Assert.Equal(lines, (await server.Parts.Store.TranscriptAsync(customer.Key, 0, default)).Count);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_2_a_delivery_that_comes_again_while_the_first_is_worked_on_is_answered_once(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        using var reached = new SemaphoreSlim(0);
        using var released = new ManualResetEventSlim();
        customer.Platform.Instead = call =>
        {
            if (!customer.IsFetch(call)) return null;
            reached.Release();
            released.Wait(TimeSpan.FromMinutes(1));
            return null;
        };

        var delivery = customer.Deliver(Sent.Photo);
        var first = delivery(Proof.Right);
        Assert.True(await reached.WaitAsync(TimeSpan.FromMinutes(1)));
        var second = delivery(Proof.Right);
        released.Set();
        Assert.All(await Task.WhenAll(first, second), status => Assert.InRange(status, 200, 202));
        await customer.CalmAsync();

        Assert.Single(await customer.HeardAsync());
        Assert.Single(customer.Platform.Calls, customer.IsFetch);
        Assert.Equal((await server.Parts.Store.TranscriptAsync(customer.Key, 0, default)).Count(line => line.Outgoing), string.Join("\n\n", customer.Shown).Split("\n\n").Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_3_empty_messages_do_nothing_and_a_photo_alone_is_answered(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;

        await customer.SayAsync("");
        Assert.Null(await server.Parts.Store.LastSequenceAsync(customer.Key, server.Clock.GetUtcNow(), default));
        await customer.SendPhotoAsync();

        Assert.Single(Assert.Single(await customer.HeardAsync()).Attachments!);
        Assert.NotEmpty(customer.Shown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_4_what_concerns_nobody_is_acknowledged_and_not_answered(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;

        foreach (var (what, make) in customer.Nobodys())
        {
            Assert.Equal((what, true), (what, await make() is >= 200 and <= 202));
            await customer.CalmAsync();
            Assert.Equal((what, null), (what, await server.Parts.Store.LastSequenceAsync(customer.Key, server.Clock.GetUtcNow(), default)));
        }

        Assert.Equal(0, customer.Tries);
        await customer.TakeAsync(customer.Deliver(Sent.Strange, Complaint));
        Assert.Equal([Complaint], (await customer.HeardAsync()).Select(said => said.Text));
        Assert.NotEmpty(customer.Shown);
    }

    /// <summary>Addresses that lead into our own network, and one that would answer.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_9_no_address_that_came_from_outside_leads_into_our_network(string name)
    {
        await using var customer = await Messenger.OpenAsync(name);
        await using var bait = await LoopbackTelegram.StartAsync();
        await using var server = await LiveServer.StartAsync(customer.Settings);
        customer.Meet(server);
        await customer.SayAsync(Complaint);
        var near = bait.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        foreach (var address in (string[])[$"{near}/photo", $"{near.Replace("http:", "", StringComparison.Ordinal)}/photo", "http://169.254.169.254/latest/meta-data", "https://10.0.0.1/photo", "file:///etc/passwd", "../../../etc/passwd", $"https://user@{near[7..]}/photo"])
        {
            await customer.TakeAsync(customer.DeliverPhotoFrom(address));
            Assert.Empty(bait.Calls);
        }

        customer.Accept();
        var shown = customer.Shown.Count;
        await customer.SayAsync("It was order 4711.");
        Assert.NotEqual(shown, customer.Shown.Count);
        Assert.All(await customer.HeardAsync(), said => Assert.True(said.Text?.Contains("root:", StringComparison.Ordinal) != true));
    }

    /// <summary>A question with answers to choose from.</summary>
    private static async Task AskAsync(Messenger customer)
    {
        var asked = Activity.Message("How many stars?");
        asked.SuggestedActions = new() { Actions = [new() { Type = ActionTypes.ImBack, Title = "many", Value = "5" }, new() { Type = ActionTypes.ImBack, Title = "one", Value = "1" }] };
        await customer.TellAsync(asked);
        await customer.CalmAsync();
    }

    /// <summary>A day passes in parts: a turn that is under way while the clock jumps would seem to take hours.</summary>
    private static async Task PassAsync(LiveServer server, Messenger customer, TimeSpan time)
    {
        for (var part = 0; part < 8; part++)
        {
            server.Clock.Advance(time / 8);
            await customer.CalmAsync();
        }
    }
}
