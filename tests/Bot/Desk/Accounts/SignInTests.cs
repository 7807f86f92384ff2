using System.Buffers.Binary;
using System.Text.Json.Nodes;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;
using Microsoft.AspNetCore.Identity;

namespace ComplaintBot.Tests.Desk.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private LiveServer server = null!;

    public async Task InitializeAsync() => server = await LiveServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public void A_password_is_hashed_as_often_as_owasp_advises_for_its_hash()
    {
        var hash = Convert.FromBase64String(new PasswordHasher<DeskAccount>(AccountHashing.Options).HashPassword(new() { Id = "a", Name = "Root", Role = DeskRole.Admin }, "a long password of the test"));

        // The format of ASP.NET Core Identity: a version, which hash (2 is HMAC-SHA-512), how often.
        Assert.Equal((2u, 210_000u), (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_name_for_fifteen_minutes_even_for_the_right_one()
    {
        await DeskBrowser.AdminAsync(server);
        var browser = new DeskBrowser(server);
        for (var i = 0; i < 4; i++) Assert.Equal("401 wrong", (await browser.SignInAsync("Root", "not the right password")).Is());

        var locked = await browser.SignInAsync("Root", "not the right password");

        Assert.Equal("423 locked", locked.Is());
        Assert.Equal(server.Clock.GetUtcNow().AddMinutes(15), DateTimeOffset.Parse(locked.Text("until"), null));
        Assert.Equal("423 locked", (await browser.SignInAsync("ROOT")).Is());
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("200", (await browser.SignInAsync("Root")).Is());
    }

    [Fact]
    public async Task An_unknown_name_hears_the_same_and_is_locked_the_same()
    {
        await DeskBrowser.AdminAsync(server);
        var browser = new DeskBrowser(server);

        for (var i = 0; i < 4; i++)
        {
            var (known, unknown) = (await browser.SignInAsync("Root", "not the right password"), await browser.SignInAsync("Nobody", "not the right password"));
            Assert.Equal("401 wrong", known.Is());
            Assert.Equal(known.Body, unknown.Body);
        }

        var (knownLocked, unknownLocked) = (await browser.SignInAsync("Root", "not the right password"), await browser.SignInAsync("Nobody", "not the right password"));
        Assert.Equal("423 locked", knownLocked.Is());
        Assert.Equal(knownLocked.Body, unknownLocked.Body);
    }

    [Fact]
    public async Task Many_wrong_passwords_at_once_get_no_more_tries_than_in_a_row()
    {
        await DeskBrowser.AdminAsync(server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new DeskBrowser(server).SignInAsync("Root", "not the right password")));

        Assert.Equal(4, answers.Count(answer => answer.Is() == "401 wrong"));
        Assert.Equal(16, answers.Count(answer => answer.Is() == "423 locked"));
    }

    [Fact]
    public async Task A_right_password_forgets_the_failures_before_it()
    {
        await DeskBrowser.AdminAsync(server);
        var browser = new DeskBrowser(server);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) Assert.Equal("401 wrong", (await browser.SignInAsync("Root", "not the right password")).Is());
            Assert.Equal("200", (await browser.SignInAsync("Root")).Is());
        }
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var browser = await DeskBrowser.AdminAsync(server);

        var parts = browser.SetCookie.Split("; ");
        Assert.StartsWith("desk=", parts[0], StringComparison.Ordinal);
        Assert.Contains("httponly", parts);
        Assert.Contains("samesite=strict", parts);
        Assert.Contains("path=/", parts);
        Assert.DoesNotContain("secure", parts);
        Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Behind_a_proxy_with_https_the_cookie_is_bound_to_the_host_and_secure()
    {
        await using var behind = await LiveServer.StartAsync(("Server:Proxies", "127.0.0.1"));
        await DeskBrowser.AdminAsync(behind);
        var browser = new DeskBrowser(behind);
        (string, string)[] proxied = [("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "care.example"), ("Origin", "https://care.example")];

        var answer = await browser.SendAsync(HttpMethod.Post, "sign-in", new JsonObject { ["name"] = "Root", ["password"] = DeskBrowser.Password }, proxied);

        Assert.Equal("200", answer.Is());
        Assert.StartsWith("__Host-desk=", browser.SetCookie, StringComparison.Ordinal);
        Assert.Contains("secure", browser.SetCookie.Split("; "));
        Assert.Equal("200", (await browser.SendAsync(HttpMethod.Get, "me", null, proxied)).Is());
        Assert.Equal("401 signed-out", (await browser.GetAsync("me")).Is());
    }

    [Fact]
    public async Task A_change_that_no_page_of_ours_sent_is_refused()
    {
        var admin = await DeskBrowser.AdminAsync(server);
        var team = new JsonObject { ["name"] = "Night" };

        Assert.Equal("403 forged", (await admin.SendAsync(HttpMethod.Post, "teams", team, ("X-Desk", ""))).Is());
        Assert.Equal("403 forged", (await admin.SendAsync(HttpMethod.Post, "teams", team, ("Origin", ""))).Is());
        Assert.Equal("403 forged", (await admin.SendAsync(HttpMethod.Post, "teams", team, ("Origin", "https://evil.example"))).Is());
        Assert.Equal("403 forged", (await admin.SendAsync(HttpMethod.Post, "teams", team, ("Origin", server.Url + ".evil.example"))).Is());
        Assert.Equal("403 forged", (await admin.SendAsync(HttpMethod.Delete, "sessions/x", null, ("Origin", "null"))).Is());
        Assert.Equal("403 forged", (await new DeskBrowser(server).SendAsync(HttpMethod.Post, "sign-in", new JsonObject(), ("X-Desk", ""))).Is());
        Assert.Empty((await admin.GetAsync("teams")).List());
        Assert.Equal("201", (await admin.PostAsync("teams", team)).Is());
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_have_to_wait()
    {
        await using var strict = await LiveServer.StartAsync(("Limits:SignInsPerMinute", "3"));
        var browser = new DeskBrowser(strict);
        for (var i = 0; i < 3; i++) Assert.Equal("401 wrong", (await browser.SignInAsync($"Nobody {i}")).Is());

        var answer = await browser.SignInAsync("Nobody");

        Assert.Equal("429 too-many", answer.Is());
        Assert.True(answer.Headers.ContainsKey("Retry-After"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"name\":5,\"password\":{}}")]
    [InlineData("{\"name\":\"\\ud800\",\"password\":\"x\"}")]
    [InlineData("{\"name\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}")]
    public async Task A_hostile_body_is_refused_and_nothing_breaks(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        var answer = await server.SendAsync(HttpMethod.Post, "/desk/api/sign-in", null, content, ("X-Desk", "1"), ("Origin", server.Url), ("Accept-Language", "en"));

        Assert.Contains(answer.Status, (int[])[400, 401]);
        Assert.Equal("application/problem+json; charset=utf-8", answer.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Bodies_that_are_too_large_or_no_json_are_refused()
    {
        using var large = new StringContent($"{{\"name\":\"{new string('x', 20_000)}\"}}", null, "application/json");
        using var form = new StringContent("name=Root&password=x", null, "text/plain");
        (string, string)[] page = [("X-Desk", "1"), ("Origin", server.Url)];

        Assert.Equal("413 too-large", (await server.SendAsync(HttpMethod.Post, "/desk/api/sign-in", null, large, page)).Is());
        Assert.Equal("415 json-needed", (await server.SendAsync(HttpMethod.Post, "/desk/api/sign-in", null, form, page)).Is());
        Assert.Equal("401 wrong", (await new DeskBrowser(server).SignInAsync(new string('x', 2_000), new string('y', 2_000))).Is());
    }

    [Theory]
    [InlineData("en", "You are not signed in")]
    [InlineData("zh-CN,zh;q=0.9", "您还没有登录")]
    public async Task Strangers_are_told_in_their_language_whatever_they_ask_for(string language, string text)
    {
        foreach (var path in (string[])["me", "people", "teams", "sessions", "chats", "no-such-thing"])
        {
            var answer = await server.SendAsync(HttpMethod.Get, "/desk/api/" + path, null, (JsonNode?)null, ("Accept-Language", language));
            Assert.Equal("401 signed-out", answer.Is());
            Assert.Contains(text, answer.Text("detail"), StringComparison.Ordinal);
            Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        }
    }
}
