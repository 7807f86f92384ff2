using System.Text.Json.Nodes;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Serving;

public sealed class LimitTests
{
    [Fact]
    public async Task Who_sends_too_much_in_one_conversation_waits_and_others_do_not()
    {
        await using var server = await LiveServer.StartAsync(("Limits:MessagesPerMinute", "6"));
        var (loud, quiet) = (await server.PageAsync(), await server.PageAsync());
        await loud.StartAsync();
        await quiet.StartAsync();

        var statuses = new List<int>();
        for (var i = 0; i < 7; i++) statuses.Add((await loud.PostAsync(new JsonObject { ["type"] = "typing" })).Status);
        var refused = await loud.SayAsync("hello");

        Assert.Equal([200, 200, 200, 200, 200, 200, 429], statuses);
        Assert.Equal(("Throttled", true), (refused.Code, int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) > 0));
        Assert.Equal(200, (await quiet.SayAsync("hello")).Status);
    }

    [Fact]
    public async Task One_address_gets_so_many_tokens_and_begins_so_many_conversations()
    {
        await using var server = await LiveServer.StartAsync(("Limits:TokensPerMinute", "3"), ("Limits:ConversationsPerHalfHour", "2"));
        DirectLineClient[] pages = [await server.PageAsync(), await server.PageAsync(), await server.PageAsync()];
        var fourth = await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject(), ("Origin", LiveServer.ShopOrigin));

        Assert.Equal((429, "Throttled"), (fourth.Status, fourth.Code));
        var statuses = new List<int>();
        foreach (var page in pages) statuses.Add((await page.StartAsync()).Status);
        Assert.Equal([201, 201, 429], statuses);
        Assert.Equal(200, (await pages[0].StartAsync()).Status);
    }

    [Fact]
    public async Task Health_is_answered_whatever_the_limits_say()
    {
        await using var server = await LiveServer.StartAsync(("Limits:RequestsPerMinute", "10"));
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++) statuses.Add((await server.SendAsync(HttpMethod.Get, "/", null, (HttpContent?)null)).Status);

        Assert.Equal(429, statuses[^1]);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/healthz/live", null, (HttpContent?)null)).Status);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/healthz/ready", null, (HttpContent?)null)).Status);
    }

    [Fact]
    public async Task What_is_degraded_is_said()
    {
        await using var server = await LiveServer.StartAsync(("Server:Pages", "no-such-folder"));

        var ready = await server.SendAsync(HttpMethod.Get, "/healthz/ready", null, (HttpContent?)null);
        var first = await server.SendAsync(HttpMethod.Get, "/", null, (HttpContent?)null);

        Assert.Equal((200, "degraded"), (ready.Status, ready.Text("status")));
        Assert.Contains("npm run build", ready.Json!["degraded"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("npm run build", first.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_served_with_headers_that_allow_no_script_but_ours()
    {
        using var folder = new Doubles.TempFolder();
        Directory.CreateDirectory(folder.File("chat"));
        await File.WriteAllTextAsync(folder.File("index.html"), "<h1>shop</h1>");
        await File.WriteAllTextAsync(folder.File("chat/chat.js"), "1;");
        await using var server = await LiveServer.StartAsync(("Server:Pages", folder.Path), ("Server:FrameAncestors", "'self' https://shop.example"));

        var page = await server.SendAsync(HttpMethod.Get, "/", null, (HttpContent?)null);
        var script = await server.SendAsync(HttpMethod.Get, "/chat/chat.js", null, (HttpContent?)null, ("Origin", "https://any.example"));

        Assert.Equal((200, "<h1>shop</h1>"), (page.Status, page.Body));
        Assert.Contains("script-src 'self';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://shop.example", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.True(page.Headers.ContainsKey("Referrer-Policy"));
        Assert.False(page.Headers.ContainsKey("Server"));
        Assert.Equal((200, "*", "1;"), (script.Status, script.Headers["Access-Control-Allow-Origin"], script.Body));
    }

    [Theory]
    [InlineData("image/png", "4D5A90000300", 415)]
    [InlineData("image/png", "3C7376673E", 415)]
    [InlineData("application/octet-stream", "FFD8FFE000104A464946", 200)]
    public async Task Files_are_what_their_bytes_say(string said, string bytes, int status)
    {
        await using var server = await LiveServer.StartAsync();
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        using var content = new ByteArrayContent(Convert.FromHexString(bytes));
        content.Headers.TryAddWithoutValidation("Content-Type", said);
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; name=\"file\"; filename=\"..\\receipt.png\"");

        var answer = await server.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{page.Conversation}/upload", page.Credential, content);

        Assert.Equal(status, answer.Status);
        if (status != 200) return;
        var file = (await stream.UntilAsync(activity => activity["id"]!.GetValue<string>() == answer.Text("id")))["attachments"]![0]!;
        Assert.Equal(("receipt.png", "image/jpeg"), (file["name"]!.GetValue<string>(), file["contentType"]!.GetValue<string>()));
        var shown = await server.SendAsync(HttpMethod.Get, new Uri(file["contentUrl"]!.GetValue<string>()).PathAndQuery, null, (HttpContent?)null);
        Assert.Equal(("image/jpeg", "sandbox; default-src 'none'"), (shown.Headers["Content-Type"], shown.Headers["Content-Security-Policy"]));
    }
}
