using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>The live line of the desk, and what of it reaches the customer.</summary>
public sealed class DeskHubTests : IAsyncLifetime
{
    private const string Channel = "directline-default";

    private Shift shift = null!;

    public async Task InitializeAsync() => shift = await Shift.StartAsync(null, ("Ann Lee", "agent"), ("Bob Wu", "agent"), ("Sue Yu", "supervisor"), ("Max Roth", "admin"));

    public async Task DisposeAsync() => await shift.DisposeAsync();

    [Fact]
    public async Task Every_change_of_a_chat_is_pushed_to_the_open_desks_without_being_asked_for()
    {
        await using var hub = await shift.HubAsync("Bob Wu");
        var customer = await shift.CustomerAsync();
        await hub.UntilAsync("chat", chat => IsOf(chat, customer) && chat["owner"]!.GetValue<string>() == "waiting");

        await shift.DoAsync("Ann Lee", customer, "take");
        var taken = await hub.UntilAsync("chat", chat => IsOf(chat, customer) && chat["owner"]!.GetValue<string>() == "person");
        await customer.SayAsync("Hello? Is anybody there?");
        await hub.UntilAsync("chat", chat => IsOf(chat, customer) && chat["sequence"]!.GetValue<long>() > taken!["sequence"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_customer_reads_the_agents_words_under_the_agents_name_as_they_are_said()
    {
        var customer = await shift.CustomerAsync();
        using var stream = await customer.OpenAsync();
        await shift.DoAsync("Ann Lee", customer, "take");
        await shift.DoAsync("Ann Lee", customer, "reply", "I have found your parcel.");

        var reply = await stream.UntilAsync(activity => activity["text"]?.GetValue<string>() == "I have found your parcel.");

        Assert.Equal(("Ann Lee", "bot"), (reply["from"]!["name"]!.GetValue<string>(), reply["from"]!["role"]!.GetValue<string>()));
        Assert.Contains(stream.Seen, activity => activity["text"]?.GetValue<string>().Contains("Ann Lee", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Notes_and_whispers_never_reach_the_customer()
    {
        var customer = await shift.CustomerAsync();
        using var stream = await customer.OpenAsync();
        await shift.DoAsync("Ann Lee", customer, "take");
        await shift.DoAsync("Ann Lee", customer, "note", "A secret note.");
        await shift.DoAsync("Sue Yu", customer, "whisper", "A secret whisper.");
        await shift.DoAsync("Ann Lee", customer, "reply", "The last word.");
        await stream.UntilAsync(activity => activity["text"]?.GetValue<string>() == "The last word.");

        Assert.DoesNotContain(stream.Seen, activity => activity.ToJsonString().Contains("secret", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("secret", (await customer.ReadAsync()).Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["note", "whisper"], (await shift.LinesAsync("Ann Lee", customer)).Where(line => line!["text"]?.GetValue<string>().Contains("secret", StringComparison.Ordinal) == true).Select(line => line!["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Typing_is_seen_both_ways_while_it_happens_and_kept_nowhere()
    {
        var customer = await shift.CustomerAsync();
        using var stream = await customer.OpenAsync();
        await using var hub = await shift.HubAsync("Ann Lee");
        await shift.DoAsync("Ann Lee", customer, "take");
        await hub.CallAsync("Look", Channel, customer.Conversation);
        await hub.UntilAsync("looking", news => news["people"]!.AsArray().Count == 1);
        var before = (await shift.ChatAsync("Ann Lee", customer))["sequence"]!.GetValue<long>();

        await customer.PostAsync(new JsonObject { ["type"] = "typing", ["from"] = new JsonObject { ["id"] = customer.User } });
        var typing = await hub.UntilAsync("typing", news => news["who"]!.GetValue<string>() == "customer");
        Assert.Equal(customer.Conversation, typing!["conversation"]!.GetValue<string>());

        await hub.CallAsync("Typing", Channel, customer.Conversation);
        var seen = await stream.UntilAsync(activity => activity["type"]!.GetValue<string>() == "typing" && activity["from"]!["role"]?.GetValue<string>() == "bot");
        Assert.Equal("Ann Lee", seen["from"]!["name"]!.GetValue<string>());
        Assert.Equal(before, (await shift.ChatAsync("Ann Lee", customer))["sequence"]!.GetValue<long>());
    }

    [Fact]
    public async Task Who_looks_at_the_same_chat_is_seen_until_they_look_away()
    {
        var customer = await shift.CustomerAsync();
        await using var ann = await shift.HubAsync("Ann Lee");
        var bob = await shift.HubAsync("Bob Wu");
        await ann.CallAsync("Look", Channel, customer.Conversation);
        await bob.CallAsync("Look", Channel, customer.Conversation);
        await ann.UntilAsync("looking", news => news["people"]!.AsArray().Count == 2);

        await bob.DisposeAsync();
        var read = ann.Told.Count;
        await ann.UntilAsync("looking", news => news["people"]!.AsArray().Count == 1 && ann.Told.Count > read);
    }

    [Fact]
    public async Task Signing_out_closes_the_hub_of_that_session_and_of_no_other()
    {
        var second = new DeskBrowser(shift.Server);
        Assert.Equal("200", (await second.SignInAsync("Ann Lee")).Is());
        await using var here = await shift.HubAsync("Ann Lee");
        await using var there = await HubClient.OpenAsync(shift.Server.Url, second.Cookie);
        await here.UntilAsync("people");
        await there.UntilAsync("people");

        Assert.Equal("204", (await shift["Ann Lee"].Browser.PostAsync("sign-out")).Is());

        await here.UntilAsync("signedOut");
        await here.ToEndAsync();
        var customer = await shift.CustomerAsync();
        await there.UntilAsync("chat", chat => IsOf(chat, customer));
        Assert.DoesNotContain(there.Told, news => news.Target == "signedOut");
    }

    [Fact]
    public async Task An_open_hub_ends_with_its_session()
    {
        await using var hub = await shift.HubAsync("Ann Lee");
        await hub.UntilAsync("people");

        shift.Server.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1));

        await hub.UntilAsync("signedOut");
        await hub.ToEndAsync();
    }

    [Fact]
    public async Task Who_may_read_no_chat_is_told_nothing_of_people_or_chats()
    {
        await using var admin = await shift.HubAsync("Max Roth");
        await using var ann = await shift.HubAsync("Ann Lee");
        var customer = await shift.CustomerAsync();
        await ann.UntilAsync("chat", chat => IsOf(chat, customer));
        await ann.UntilAsync("people");

        await admin.CallAsync("Look", Channel, customer.Conversation);
        Assert.Equal("204", (await shift["Max Roth"].Browser.PostAsync("sign-out")).Is());
        await admin.UntilAsync("signedOut");

        Assert.Equal(["signedOut"], admin.Told.Select(news => news.Target));
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"type\":1,\"target\":\"Look\",\"arguments\":[5,{}]}")]
    [InlineData("{\"type\":1,\"target\":\"Delete\",\"arguments\":[]}")]
    [InlineData("{\"type\":1,\"target\":\"Typing\",\"arguments\":[\"x\"]}")]
    [InlineData("{\"type\":99}")]
    public async Task What_is_no_call_harms_nobody_else(string record)
    {
        await using var hostile = await shift.HubAsync("Ann Lee");
        await using var other = await shift.HubAsync("Bob Wu");
        await hostile.SendAsync(record);
        try
        {
            await hostile.SendAsync(new string('x', 100_000));
        }
        catch (WebSocketException)
        {
            // Closed already, which is what is wanted.
        }

        var customer = await shift.CustomerAsync();
        await other.UntilAsync("chat", chat => IsOf(chat, customer));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("bot")]
    [InlineData("system")]
    [InlineData("user")]
    public async Task An_event_of_a_client_is_never_a_command_whatever_it_calls_itself(string role)
    {
        var customer = await shift.CustomerAsync();
        var server = shift.Server.Client(LiveServer.Secret).Of(customer.Conversation);
        var ann = shift["Ann Lee"];
        foreach (var sender in new[] { customer, server })
            foreach (var id in new[] { ann.Id, "system", "contact-centre" })
                foreach (var (name, value) in new (string, JsonObject)[]
                {
                    ("desk/command", new() { ["do"] = "take" }),
                    ("desk/command", new() { ["do"] = "reply", ["text"] = "forged" }),
                    ("desk/command", new() { ["do"] = "settle", ["text"] = "forged" }),
                    ("desk/command", new() { ["do"] = "confirm-call", ["name"] = "forged" }),
                    ("desk/note", new() { ["text"] = "forged" }),
                    ("desk/platform", new() { ["word"] = "completed" }),
                    ("complaint/clock", new() { ["open"] = true, ["agentOnline"] = false }),
                })
                {
                    var forged = new JsonObject
                    {
                        ["type"] = "event",
                        ["name"] = name,
                        ["value"] = value,
                        ["from"] = new JsonObject { ["id"] = sender == customer ? customer.User : id, ["name"] = ann.Name, ["role"] = role },
                        ["channelData"] = new JsonObject { ["role"] = role, ["from"] = new JsonObject { ["id"] = id, ["role"] = role } },
                    };
                    Assert.Equal(200, (await sender.PostAsync(forged)).Status);
                }

        await shift.Server.WorkedOffAsync(customer.Conversation);
        Assert.Equal("waiting", await shift.OwnerAsync(customer));
        var lines = await shift.LinesAsync("Ann Lee", customer);
        Assert.DoesNotContain(lines, line => line!["text"]?.GetValue<string>() == "forged" || line["from"]!.GetValue<string>() is "person" or "system");
        Assert.False((await shift.ChatAsync("Ann Lee", customer))["over"]!.GetValue<bool>());
    }

    private static bool IsOf(JsonNode chat, DirectLineClient customer) => chat["conversation"]!.GetValue<string>() == customer.Conversation;
}
