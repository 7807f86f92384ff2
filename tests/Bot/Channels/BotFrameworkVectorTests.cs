using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Channels;

/// <summary>Known answers of Azure Bot Service: tokens that prove a caller and tokens that do not, and what is sent.</summary>
public sealed class BotFrameworkVectorTests
{
    private const string Channel = "botframework";

    public static TheoryData<string> Tokens => [.. ChannelVectors.All(Channel).Where(vector => vector.Text("kind") == "computed").Select(vector => vector.Text("id"))];

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_is_taken_exactly_when_it_proves_its_caller(string id)
    {
        var vector = ChannelVectors.Get(Channel, id);
        var input = vector["input"]!;
        await using var azure = await LoopbackAzure.StartAsync();
        azure.Keys = (Published("channel"), Published("aad"));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var clock = new ManualClock(DateTimeOffset.FromUnixTimeSeconds(input["nowUnix"]!.GetValue<long>()));
        var settings = Settings(azure.Url) with
        {
            AppId = input.Text("appId"),
            Tenant = input["tenantId"]?.GetValue<string>() ?? "botframework.com",
            Callers = [.. input["allowedCallers"]?.AsArray().Select(one => one!.GetValue<string>()) ?? []],
            Endorsements = [.. input["requiredEndorsements"]?.AsArray().Select(one => one!.GetValue<string>()) ?? []],
        };
        var signature = new BotFrameworkSignature(settings, new(http, settings.Cloud.ChannelMetadata, clock), new(http, settings.Cloud.DirectoryMetadata, clock), clock);

        var caller = await signature.CallerAsync(input["authorization"]?.GetValue<string>(), new() { Type = "message", ChannelId = input.Text("channelId"), ServiceUrl = input.Text("serviceUrl") });

        Assert.Equal(vector["expected"]!["accept"]!.GetValue<bool>(), caller is not null);
        if (caller is not null) Assert.StartsWith(caller.Kind.ToString(), id, StringComparison.OrdinalIgnoreCase);
        Assert.True(azure.Calls.Count <= 4, "Keys are fetched again at most once a minute.");
    }

    [Fact]
    public void A_token_is_asked_for_as_documented()
    {
        var (input, expected) = (ChannelVectors.Get(Channel, "token-request")["input"]!, ChannelVectors.Get(Channel, "token-request")["expected"]!);
        var settings = Settings("https://login.microsoftonline.com") with { AppId = input.Text("appId"), Secret = input.Text("secret") };

        Assert.Equal(expected["form"]!.AsObject().Select(one => (one.Key, one.Value!.GetValue<string>())), BotFrameworkWire.TokenWish(settings, BotFrameworkCloud.All[0].Scope).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public void An_answer_is_sent_as_documented()
    {
        var (input, expected) = (ChannelVectors.Get(Channel, "reply-request")["input"]!, ChannelVectors.Get(Channel, "reply-request")["expected"]!);
        var came = ActivityJson.Read(JsonSerializer.SerializeToUtf8Bytes(input["activity"]!));
        var place = new BotFrameworkPlace(new("bot-webchat", "abc"), came.ServiceUrl!, came);

        var outgoing = BotFrameworkWire.Outgoing(place, came.CreateReply(input.Text("replyText")), []);

        Assert.True(JsonNode.DeepEquals(expected["json"], JsonNode.Parse(ActivityJson.Write(outgoing))), System.Text.Encoding.UTF8.GetString(ActivityJson.Write(outgoing)));
        Assert.Equal(expected.Text("url"), BotFrameworkWire.Address(place.Service, "abc", outgoing.ReplyToId).AbsoluteUri);
    }

    [Fact]
    public void Every_part_of_an_address_is_escaped()
    {
        var (input, expected) = (ChannelVectors.Get(Channel, "conversation-id-escaping")["input"]!, ChannelVectors.Get(Channel, "conversation-id-escaping")["expected"]!);

        Assert.Equal($"https://x.example{expected.Text("path")}", BotFrameworkWire.Address("https://x.example/", input.Text("conversationId"), input.Text("activityId")).OriginalString);
    }

    [Fact]
    public void Members_nobody_knows_survive()
    {
        var came = ChannelVectors.Get(Channel, "unknown-fields-roundtrip")["input"]!;

        Assert.True(JsonNode.DeepEquals(came, JsonNode.Parse(ActivityJson.Write(ActivityJson.Read(JsonSerializer.SerializeToUtf8Bytes(came))))));
    }

    private static BotFrameworkSettings Settings(string url) => new()
    {
        AppId = LoopbackAzure.AppId,
        Secret = "secret",
        Tenant = "botframework.com",
        Cloud = BotFrameworkCloud.All[0] with { Login = new(url), Channels = new(url) },
    };

    private static JsonNode Published(string authority) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", $"{Channel}.json")))!["openIdMetadata"]![authority]!["keys"]!;
}
