using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>What unchanged clients were recorded to do, and what the published contract says, played against the running server.</summary>
public sealed class VectorTests : IAsyncLifetime
{
    private LiveServer server = null!;

    public async Task InitializeAsync() => server = await LiveServer.StartAsync(("DirectLine:FileKinds", "application/octet-stream"), ("DirectLine:Sites:other:Secret", "another-secret-of-another-shop"));

    public async Task DisposeAsync() => await server.DisposeAsync();

    public static TheoryData<string> Recorded(string prefix)
    {
        var data = new TheoryData<string>();
        foreach (var vector in Vectors.All.Where(vector => vector.Id.StartsWith(prefix, StringComparison.Ordinal) && vector.Node["input"]?["rawBody"] is not null)) data.Add(vector.Id);
        return data;
    }

    [Theory]
    [MemberData(nameof(Recorded), "webchat-")]
    public async Task What_web_chat_sends_is_taken_and_echoed_with_its_own_id(string id)
    {
        var input = Vectors.Get(id)["input"]!;
        var client = server.Client(LiveServer.Secret);
        await client.StartAsync(new JsonObject { ["user"] = new JsonObject { ["id"] = "u-42" } }, keepCredential: true);
        using var stream = await client.OpenAsync();
        using var content = new StringContent(input["rawBody"]!.GetValue<string>(), Encoding.UTF8, "application/json");

        var answer = await server.SendAsync(HttpMethod.Post, input["url"]!.GetValue<string>().Replace("c1", client.Conversation, StringComparison.Ordinal), client.Credential, content);
        var echo = await stream.UntilAsync(activity => activity["id"]!.GetValue<string>() == answer.Text("id"));

        Assert.Equal(200, answer.Status);
        var sent = input["json"]!.AsObject();
        foreach (var (name, value) in sent)
        {
            if (name is "channelId") continue;
            Assert.True(JsonNode.DeepEquals(value, echo[name]) || (value is JsonArray { Count: 0 } && echo[name] is null or JsonArray { Count: 0 }), $"{name}: {echo[name]?.ToJsonString()}");
        }

        Assert.Equal(("directline", client.Conversation), (echo["channelId"]!.GetValue<string>(), echo["conversation"]!["id"]!.GetValue<string>()));
        Assert.EndsWith("Z", echo["timestamp"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_preflights_are_allowed()
    {
        var vector = Vectors.Get("cors-preflights");
        foreach (var one in vector["input"]!.AsArray().Where(one => one!["url"]!.GetValue<string>().StartsWith("/v3/", StringComparison.Ordinal)))
        {
            string Header(string name) => one![name]!.GetValue<string>();
            var answer = await server.SendAsync(HttpMethod.Options, Header("url"), null, (HttpContent?)null, ("Origin", Header("origin")), ("Access-Control-Request-Method", Header("access-control-request-method")), ("Access-Control-Request-Headers", Header("access-control-request-headers")));
            var expected = vector["expected"]!;

            Assert.Equal(204, answer.Status);
            Assert.Equal(Header("origin"), answer.Headers["Access-Control-Allow-Origin"]);
            Assert.Equal("600", answer.Headers["Access-Control-Max-Age"]);
            Assert.Equal(expected["allowMethods"]!.AsArray().Select(each => each!.GetValue<string>()), answer.Headers["Access-Control-Allow-Methods"].Split(", "));
            Assert.Equal(expected["allowHeaders"]!.AsArray().Select(each => each!.GetValue<string>()), answer.Headers["Access-Control-Allow-Headers"].Split(", "));
            Assert.Equal("Retry-After", answer.Headers["Access-Control-Expose-Headers"]);
        }
    }

    [Fact]
    public async Task A_recorded_upload_is_taken_as_one_message_with_its_files()
    {
        var vector = Vectors.Get("upload-multipart");
        var client = server.Client(LiveServer.Secret);
        await client.StartAsync(new JsonObject(), keepCredential: true);
        using var stream = await client.OpenAsync();
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(vector["input"]!["bodyLatin1"]!.GetValue<string>()));
        content.Headers.TryAddWithoutValidation("Content-Type", vector["input"]!["contentType"]!.GetValue<string>());

        var answer = await server.SendAsync(HttpMethod.Post, vector["input"]!["url"]!.GetValue<string>().Replace("c1", client.Conversation, StringComparison.Ordinal), client.Credential, content);
        var echo = await stream.UntilAsync(activity => activity["id"]!.GetValue<string>() == answer.Text("id"));

        Assert.Equal((200, "u-42", "see file"), (answer.Status, echo["from"]!["id"]!.GetValue<string>(), echo["text"]!.GetValue<string>()));
        var files = vector["expected"]!["files"]!.AsArray();
        var attachments = echo["attachments"]!.AsArray();
        Assert.Equal(files.Select(file => file!["name"]!.GetValue<string>()), attachments.Select(file => file!["name"]!.GetValue<string>()));
        foreach (var (file, attachment) in files.Zip(attachments))
            Assert.Equal(file!["bytes"]!.AsArray().Select(each => (byte)each!.GetValue<int>()), await server.Http.GetByteArrayAsync(new Uri(attachment!["contentUrl"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Every_recorded_way_to_start_is_understood()
    {
        foreach (var body in Vectors.Get("start-body-variants")["expected"]!.AsArray().Select(body => body!.GetValue<string>()).Concat(["{}", "", " "]))
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", LiveServer.Secret, content);
            Assert.Equal((201, 1800), (answer.Status, answer.Json!["expires_in"]!.GetValue<int>()));
        }
    }

    [Fact]
    public async Task Activities_are_read_on_from_every_recorded_watermark()
    {
        var vector = Vectors.Get("get-activities-watermarks");
        var stored = vector["input"]!["stored"]!.AsArray().Select(one => one!.GetValue<string>()).ToList();
        var client = server.Client(LiveServer.Secret);
        await client.StartAsync(keepCredential: true);
        var key = DirectLineChannel.Key(DirectLineSettings.DefaultSite, client.Conversation);
        foreach (var name in stored) await server.Parts.Store.AcceptAsync(new(key, name, Activity.Event(name), server.Clock.GetUtcNow()) { IsShown = true }, default);

        var (results, watermarks) = (vector["expected"]!["results"]!.AsArray(), vector["expected"]!["watermark"]!.AsArray());
        foreach (var (i, request) in vector["input"]!["requests"]!.AsArray().Select(one => one!.GetValue<string>()).Index())
        {
            var answer = await client.ReadAsync(request == "(none)" ? null : request);
            if (results[i] is JsonArray expected)
            {
                Assert.Equal(expected.Select(one => one!.GetValue<string>()), answer.Json!["activities"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()));
                Assert.Equal(watermarks[i]!.GetValue<string>(), answer.Text("watermark"));
            }
            else
            {
                Assert.Equal(int.Parse(results[i]!.GetValue<string>(), CultureInfo.InvariantCulture), answer.Status);
            }
        }

        // The same stored lines over a socket that is opened after them: all in the first frame.
        using var stream = await client.OpenAsync();
        var frame = (await stream.NextAsync())!;
        Assert.Equal(stored, frame["activities"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()));
        Assert.Equal("3", frame["watermark"]!.GetValue<string>());
    }

    [Fact]
    public void Every_vector_is_checked_here_or_says_only_what_a_client_does()
    {
        var known = Vectors.All.Where(vector => !vector.Id.StartsWith("matrix-", StringComparison.Ordinal) && !(vector.Id.StartsWith("webchat-", StringComparison.Ordinal) && vector.Node["input"]?["rawBody"] is not null)).Select(vector => vector.Id);

        Assert.Equal(Vectors.Checked.Concat(Vectors.OfTheClient).Order(), known.Order());
    }
}
