using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>The published contract, case by case; the names are those of the vectors.</summary>
public sealed class ContractTests : IAsyncLifetime
{
    private const string Root = "/v3/directline";

    private LiveServer server = null!;

    public async Task InitializeAsync() => server = await LiveServer.StartAsync(("DirectLine:Sites:other:Secret", "another-secret-of-another-shop"));

    public async Task DisposeAsync() => await server.DisposeAsync();

    /// <summary>start-ok, start-twice-same-token, observed-token-claims.</summary>
    [Fact]
    public async Task A_token_starts_its_conversation_once()
    {
        var page = await server.PageAsync();
        var (first, second) = (await page.StartAsync(), await page.StartAsync());

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first.Text("conversationId"), second.Text("conversationId"));
        Assert.Equal(1800, first.Json!["expires_in"]!.GetValue<int>());
        Assert.StartsWith($"ws://127.0.0.1:{new Uri(server.Url).Port}{Root}/conversations/{page.Conversation}/stream?t=", first.Text("streamUrl"), StringComparison.Ordinal);
        var claims = Claims(first.Text("token"));
        Assert.Equal((page.Conversation, page.User), (claims["conv"]!.GetValue<string>(), claims["user"]!.GetValue<string>()));
        Assert.Equal(1800, claims["exp"]!.GetValue<long>() - claims["nbf"]!.GetValue<long>());
    }

    /// <summary>generate-with-user, generate-with-bad-user, generate-with-token-instead-of-secret.</summary>
    [Fact]
    public async Task Only_a_secret_generates_tokens_and_only_for_marked_users()
    {
        var good = await GenerateAsync(LiveServer.Secret, """{"user":{"id":"dl_u42","name":"小王"},"trustedOrigins":["https://shop.example"]}""");
        var bad = await GenerateAsync(LiveServer.Secret, """{"user":{"id":"u42"}}""");
        var withToken = await GenerateAsync(good.Text("token"), "{}");
        var stranger = await GenerateAsync(LiveServer.Secret, """{"trustedOrigins":["https://elsewhere.example"]}""");

        Assert.Equal((200, 1800), (good.Status, good.Json!["expires_in"]!.GetValue<int>()));
        Assert.Null(good.Json["streamUrl"]);
        Assert.Equal("dl_u42", Claims(good.Text("token"))["user"]!.GetValue<string>());
        Assert.Equal((400, "BadArgument", "user id must start with dl_"), (bad.Status, bad.Code, bad.Json!["error"]!["message"]!.GetValue<string>()));
        Assert.Equal((403, 403), (withToken.Status, stranger.Status));
        Assert.Null(await server.Parts.Store.LastSequenceAsync(ComplaintBot.Channels.DirectLine.DirectLineChannel.Key("default", good.Text("conversationId")), server.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task Trusted_origins_bind_the_start_and_the_stream()
    {
        var token = (await GenerateAsync(LiveServer.Secret, """{"trustedOrigins":["https://shop.example"]}""")).Text("token");

        Assert.Equal(403, (await server.SendAsync(HttpMethod.Post, $"{Root}/conversations", token, new JsonObject())).Status);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Post, $"{Root}/conversations", token, new JsonObject(), ("Origin", LiveServer.ShopOrigin))).Status);
        var started = await server.SendAsync(HttpMethod.Post, $"{Root}/conversations", token, new JsonObject(), ("Origin", "https://shop.example"));
        Assert.Equal(201, started.Status);
        var stream = new Uri(started.Text("streamUrl")).PathAndQuery;
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Get, stream, null, (HttpContent?)null)).Status);
        Assert.Equal(400, (await server.SendAsync(HttpMethod.Get, stream, null, (HttpContent?)null, ("Origin", "https://shop.example"))).Status);
    }

    /// <summary>token-other-conversation; and no secret of one site opens a conversation of another.</summary>
    [Fact]
    public async Task A_token_opens_no_other_conversation()
    {
        var (mine, other) = (await server.PageAsync(), await server.PageAsync());
        await mine.StartAsync();
        await other.StartAsync();
        var foreign = server.Client(mine.Credential).Of(other.Conversation);
        var site = server.Client("another-secret-of-another-shop").Of(mine.Conversation);

        Assert.All([await foreign.ReadAsync(), await foreign.SayAsync("hello"), await foreign.ReconnectAsync("")], answer => Assert.Equal(403, answer.Status));
        Assert.All([await site.ReadAsync(), await site.SayAsync("hello"), await site.ReconnectAsync("")], answer => Assert.Equal((404, "ConversationNotFound"), (answer.Status, answer.Code)));
    }

    /// <summary>token-forces-user.</summary>
    [Fact]
    public async Task A_token_decides_who_speaks()
    {
        var client = server.Client((await GenerateAsync(LiveServer.Secret, """{"user":{"id":"dl_u42","name":"小王"}}""")).Text("token"));
        await client.StartAsync(new JsonObject { ["user"] = new JsonObject { ["id"] = "attacker" } });
        using var stream = await client.OpenAsync();

        var id = (await client.PostAsync(JsonNode.Parse("""
            {"type":"message","text":"hello","id":"x","timestamp":"2020-01-01T00:00:00Z","serviceUrl":"http://evil.example","channelId":"terminal","recipient":{"id":"me"},
             "from":{"id":"attacker","name":"x","role":"bot"},"conversation":{"id":"other"},"attachments":[{"contentType":"image/png","contentUrl":"http://evil.example/x.png"}]}
            """)!)).Text("id");
        var echo = await stream.UntilAsync(activity => activity["id"]!.GetValue<string>() == id);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"id":"dl_u42","name":"小王","role":"user"}"""), echo["from"]), echo["from"]!.ToJsonString());
        Assert.Equal(("directline", client.Conversation), (echo["channelId"]!.GetValue<string>(), echo["conversation"]!["id"]!.GetValue<string>()));
        Assert.Null(echo["serviceUrl"]);
        Assert.Null(echo["attachments"]![0]!["contentUrl"]);
        Assert.NotEqual("2020-01-01T00:00:00.000Z", echo["timestamp"]!.GetValue<string>());
        Assert.All(stream.Seen.Where(activity => activity["from"]!["role"]!.GetValue<string>() == "bot"), activity => Assert.Equal("dl_u42", activity["recipient"]!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Nobody_claims_a_marked_user_without_a_token()
    {
        var client = server.Client(LiveServer.Secret);
        Assert.Equal(400, (await client.StartAsync(new JsonObject { ["user"] = new JsonObject { ["id"] = "dl_u42" } })).Status);
        await client.StartAsync(keepCredential: true);
        client.User = "dl_u42";
        Assert.Equal(400, (await client.SayAsync("hello")).Status);
    }

    /// <summary>refresh-valid, refresh-expired.</summary>
    [Fact]
    public async Task A_token_is_refreshed_until_it_has_run_out()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(29));
        var fresh = await server.SendAsync(HttpMethod.Post, $"{Root}/tokens/refresh", page.Credential, (HttpContent?)null);
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await server.SendAsync(HttpMethod.Post, $"{Root}/tokens/refresh", page.Credential, (HttpContent?)null);

        Assert.Equal((200, page.Conversation), (fresh.Status, fresh.Text("conversationId")));
        Assert.Equal((403, "TokenExpired", "Token has expired"), (late.Status, late.Code, late.Json!["error"]!["message"]!.GetValue<string>()));
        Assert.Equal("TokenExpired", (await page.SayAsync("hello")).Code);
        page.Credential = fresh.Text("token");
        Assert.Equal(200, (await page.SayAsync("hello")).Status);
    }

    /// <summary>missing-auth, malformed-auth; and everything that only looks like a token.</summary>
    [Fact]
    public async Task Without_a_valid_credential_there_is_nothing()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        var parts = page.Credential.Split('.');
        var none = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);
        var expires = new Uri(page.StreamUrl).Query[3..];
        string?[] credentials =
        [
            null, "", "x", "..", $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}.", $"{none}.{parts[1]}.", $"{none}.{parts[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2][..^2]}",
            $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("{}"))}.{parts[2]}", LiveServer.Secret[..^1], LiveServer.Secret + "x", new string('a', 9_000), expires,
        ];

        foreach (var credential in credentials)
            Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, $"{Root}/conversations/{page.Conversation}/activities", credential, (HttpContent?)null)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, $"{Root}/conversations/{page.Conversation}/activities", null, (HttpContent?)null, ("Authorization", "Basic x"))).Status);
    }

    /// <summary>ws-expired-streamurl, ws-two-sockets, ws-ignore-frames, ws-first-frame-replay, ws-binary.</summary>
    [Fact]
    public async Task A_stream_is_opened_within_a_minute_and_shows_the_same_to_all()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var one = await page.OpenAsync();
        using var two = await page.OpenAsync();
        await one.SendAsync("");
        await one.SendAsync("any text");
        var id = (await page.SayAsync("the lamp came broken")).Text("id");
        await one.AnswerToAsync(id);
        await two.AnswerToAsync(id);
        server.Clock.Advance(TimeSpan.FromSeconds(61));

        var late = await server.SendAsync(HttpMethod.Get, new Uri(page.StreamUrl).PathAndQuery, null, (HttpContent?)null);
        var after = (await page.SayAsync("it is the blue one")).Text("id");

        Assert.Equal(403, late.Status);
        await one.AnswerToAsync(after);
        using var fresh = await page.OpenAsync((await page.ReconnectAsync("?watermark=")).Text("streamUrl"));
        var frame = (await fresh.NextAsync())!;
        Assert.Equal(one.Seen.Take(3).Select(activity => activity.ToJsonString()), frame["activities"]!.AsArray().Take(3).Select(activity => activity!.ToJsonString()));
    }

    /// <summary>reconnect, reconnect-no-watermark.</summary>
    [Fact]
    public async Task Reconnecting_goes_on_after_the_watermark()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using (var stream = await page.OpenAsync()) await stream.AnswerToAsync((await page.SayAsync("the lamp came broken")).Text("id"));
        await server.WorkedOffAsync(page.Conversation);
        var last = (await page.ReadAsync()).Text("watermark");

        var from1 = await page.ReconnectAsync("?watermark=1");
        var fromNow = await page.ReconnectAsync("");

        Assert.Equal((200, page.Conversation), (from1.Status, from1.Text("conversationId")));
        Assert.Contains("watermark=1&t=", from1.Text("streamUrl"), StringComparison.Ordinal);
        using var replay = await page.OpenAsync(from1.Text("streamUrl"));
        Assert.Equal($"{page.Conversation}|0000002", (await replay.NextAsync())!["activities"]![0]!["id"]!.GetValue<string>());
        using var fresh = await page.OpenAsync(fromNow.Text("streamUrl"));
        Assert.Empty((await fresh.NextAsync())!["activities"]!.AsArray());
        Assert.Equal(last, fresh.Watermark);
        Assert.All(["abc", "-1", "1.5", "99999999999999999999"], odd => Assert.Equal(400, page.ReconnectAsync($"?watermark={odd}").GetAwaiter().GetResult().Status));
    }

    /// <summary>size-limits.</summary>
    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_read()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        var activity = page.Message("hello");
        activity["value"] = new string('x', 300_001);
        using var file = new ByteArrayContent(new byte[4_194_305]);
        file.Headers.TryAddWithoutValidation("Content-Type", "image/png");

        Assert.Equal((413, "MessageSizeTooBig"), ((await page.PostAsync(activity)) is var large ? (large.Status, large.Code) : default));
        Assert.Equal(413, (await page.SayAsync(new string('王', 8_001))).Status);
        Assert.Equal(413, (await server.SendAsync(HttpMethod.Post, $"{Root}/conversations/{page.Conversation}/upload", page.Credential, file)).Status);
    }

    /// <summary>typing-not-in-history, conversationUpdate-not-to-client, webchat-state-after-echo.</summary>
    [Fact]
    public async Task Typing_is_passed_on_and_not_kept_and_updates_are_never_shown()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        await stream.UntilAsync(_ => true);

        foreach (var type in (string[])["typing", "conversationUpdate", "somethingNew"])
            Assert.Equal(200, (await page.PostAsync(new JsonObject { ["type"] = type, ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "x" }) })).Status);
        await stream.AnswerToAsync((await page.SayAsync("the lamp came broken")).Text("id"));

        Assert.Contains(stream.Seen, activity => activity["type"]!.GetValue<string>() == "typing");
        var polled = (await page.ReadAsync()).Json!["activities"]!.AsArray();
        Assert.All(polled, activity => Assert.Equal("message", activity!["type"]!.GetValue<string>()));
        Assert.All(stream.Seen, activity => Assert.Contains(activity["type"]!.GetValue<string>(), (string[])["message", "typing"]));
    }

    [Fact]
    public async Task The_demo_chat_is_refused_to_pages_of_strangers()
    {
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject())).Status);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject(), ("Origin", "http://elsewhere.example"))).Status);
        Assert.Equal(403, (await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject(), ("Origin", "null"))).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject(), ("Origin", server.Url))).Status);
        var unknown = await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject { ["playbook"] = "catering" }, ("Origin", server.Url));
        Assert.Equal((400, true), (unknown.Status, unknown.Body.Contains("retail", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-Hans", "这段对话")]
    [InlineData("en-GB", "en", "This conversation")]
    [InlineData("fr", "en", "This conversation")]
    public async Task A_refusal_says_what_to_do_in_the_language_of_the_reader(string accepted, string language, string words)
    {
        var refused = await server.SendAsync(HttpMethod.Get, $"{Root}/conversations/nothing/activities", LiveServer.Secret, (HttpContent?)null, ("Accept-Language", accepted));

        Assert.Equal((404, language), (refused.Status, refused.Headers["Content-Language"]));
        Assert.StartsWith("application/problem+json", refused.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith(words, refused.Text("detail"), StringComparison.Ordinal);
    }

    private static JsonNode Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!;

    private async Task<Answer> GenerateAsync(string credential, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await server.SendAsync(HttpMethod.Post, $"{Root}/tokens/generate", credential, content);
    }
}
