using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Desk.Handoff;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.Desk.Outside;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>From the customer's page to people outside of the desk and back, each on the real server with a loopback service at the other end.</summary>
public sealed class OutsideStoryTests : IAsyncLifetime
{
    private const string Secret = "a-secret-both-centres-know-of";

    private LoopbackReceiver outside = null!;

    public async Task InitializeAsync() => outside = await LoopbackReceiver.StartAsync();

    public async Task DisposeAsync() => await outside.DisposeAsync();

    [Fact]
    public async Task Glass_in_the_food_pages_somebody_and_the_customer_hears_who_has_confirmed()
    {
        await using var shift = await Shift.StartAsync(
            [
                ("DirectLine:Sites:default:Playbooks", "catering"), ("Desk:Paging:Language", "en"),
                ("Desk:Paging:Steps:0:Person", "Wang"), ("Desk:Paging:Steps:0:Kind", "webhook"), ("Desk:Paging:Steps:0:Target", outside.Url + "/hook"),
            ]);
        var customer = await shift.Server.PageAsync();
        await customer.StartAsync();
        using var stream = await customer.OpenAsync();
        await customer.SayAsync("There was glass in my soup, I swallowed it and my mouth is bleeding! I can hardly breathe, call an ambulance!");

        var page = JsonNode.Parse((await outside.NextAsync()).Body)!;
        Assert.Equal(("Wang", "0"), (page["person"]!.GetValue<string>(), page["priority"]!.GetValue<string>()));
        var link = new Uri(page["link"]!.GetValue<string>()).PathAndQuery;
        Assert.Equal(200, (await shift.Server.SendAsync(HttpMethod.Post, link, null)).Status);

        await stream.UntilAsync(activity => activity["type"]!.GetValue<string>() == "message" && activity["from"]!["role"]?.GetValue<string>() == "bot" && activity["text"]!.GetValue<string>().Contains("Wang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_centre_of_others_gets_the_chat_speaks_in_it_and_gives_it_back_to_the_bot()
    {
        await using var shift = await Shift.StartAsync([("Desk:Handoff:Url", outside.Url + "/handoff"), ("Desk:Handoff:Secret", Secret), ("Desk:Handoff:Name", "Centre")]);
        var customer = await shift.CustomerAsync();
        using var stream = await customer.OpenAsync();

        var initiate = JsonNode.Parse((await outside.NextAsync()).Body)!;
        Assert.Equal("handoff.initiate", initiate["name"]!.GetValue<string>());
        var said = initiate["attachments"]![0]!["content"]!["activities"]!.AsArray().Select(line => line!["text"]?.GetValue<string>());
        Assert.Contains("Your courier broke my new vase and nobody answers the phone.", said);
        Assert.Equal(DirectLineChannel.Key(DirectLineSettings.DefaultSite, customer.Conversation).ToString(), initiate["conversation"]!["id"]!.GetValue<string>());

        Assert.Equal("204", (await SayAsync(shift, initiate, "accepted", "Hello, this is Li.", "Li")).Is());
        var hello = await stream.UntilAsync(activity => activity["text"]?.GetValue<string>() == "Hello, this is Li.");
        Assert.Equal("Li", hello["from"]!["name"]!.GetValue<string>());
        Assert.Equal("person", await shift.OwnerAsync(customer));

        await customer.SayAsync("A new vase, please.");
        await shift.Server.WorkedOffAsync(customer.Conversation);
        Assert.Equal("204", (await SayAsync(shift, initiate, null, "You get a new vase tomorrow.", "Li")).Is());
        Assert.Equal("204", (await SayAsync(shift, initiate, "completed", null, null)).Is());

        Assert.Equal("bot", await shift.OwnerAsync(customer));
        await stream.UntilAsync(activity => activity["from"]!["role"]?.GetValue<string>() == "bot" && activity["from"]!["name"]?.GetValue<string>() != "Li"
            && activity["text"]?.GetValue<string>().Contains("You get a new vase tomorrow", StringComparison.Ordinal) == true);
    }

    private static async Task<Answer> SayAsync(Shift shift, JsonNode initiate, string? state, string? message, string? agent)
    {
        var value = new JsonObject { ["state"] = state, ["messages"] = message is null ? new JsonArray() : new JsonArray(message), ["agent"] = agent };
        var body = new JsonObject { ["type"] = "event", ["name"] = "handoff.status", ["conversation"] = initiate["conversation"]!.DeepClone(), ["value"] = value }.ToJsonString();
        var time = HandoffSignature.Time(shift.Server.Clock.GetUtcNow());
        using var content = new StringContent(body, null, "application/json");
        return await shift.Server.SendAsync(HttpMethod.Post, "/desk/api/handoff/status", null, content, (HandoffSignature.TimeHeader, time), (HandoffSignature.Header, HandoffSignature.Of(Secret, time, Encoding.UTF8.GetBytes(body))));
    }
}
