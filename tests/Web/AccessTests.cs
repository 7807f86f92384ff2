using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Web.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>Tokens that have run out, and pages that may or may not hold conversations.</summary>
public sealed class AccessTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string ReadSession = "() => Object.entries(localStorage).find(([name]) => name.endsWith(':session'))[1]";
    private const string WriteSession = "(text) => localStorage.setItem(Object.keys(localStorage).find((name) => name.endsWith(':session')), text)";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_has_run_out_or_is_spoilt_is_replaced_and_the_conversation_goes_on(bool isOurs)
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        await chat.SayAsync("The soup was cold");
        await chat.NextAnswerAsync();
        var session = JsonNode.Parse(await chat.Page.EvaluateAsync<string>(ReadSession))!;
        var conversation = (string)session["conversation"]!;
        var old = isOurs ? RunOut((string)session["token"]!, await File.ReadAllBytesAsync(chromium.Server.KeyFile)) : "spoilt";
        session["token"] = old;

        await chat.Page.EvaluateAsync(WriteSession, session.ToJsonString());
        await chat.SayAsync("And the tea as well");
        await Expect(chat.State).ToHaveTextAsync("Delivered");
        await chat.Page.EvaluateAsync(WriteSession, session.ToJsonString());
        await chat.ReloadAsync();

        await Expect(chat.Own).ToHaveTextAsync(["The soup was cold", "And the tea as well"]);
        var renewed = JsonNode.Parse(await chat.Page.EvaluateAsync<string>(ReadSession))!;
        Assert.Equal(conversation, (string)renewed["conversation"]!);
        Assert.NotEqual(old, (string)renewed["token"]!);
    }

    [Fact]
    public async Task When_nothing_is_left_to_come_back_with_a_new_conversation_begins_and_says_so()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        await chat.SayAsync("The soup was cold");
        await Expect(chat.State).ToHaveTextAsync("Delivered");
        var session = JsonNode.Parse(await chat.Page.EvaluateAsync<string>(ReadSession))!;
        (session["token"], session["resume"]) = ("spoilt", "spoilt");

        await chat.Page.EvaluateAsync(WriteSession, session.ToJsonString());
        await chat.SayAsync("And the tea as well");

        await Expect(chat.Banner).ToContainTextAsync("this is a new one");
        await Expect(chat.Own).ToHaveTextAsync(["And the tea as well"]);
        await Expect(chat.State).ToHaveTextAsync("Delivered");
    }

    [Fact]
    public async Task A_page_of_another_origin_holds_a_conversation_only_where_the_settings_name_it()
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await BotServer.StartAsync(("DirectLine__Sites__default__Origins", site.Url));
        await using var stranger = await OtherSite.StartAsync();
        await using var profile = await chromium.ProfileAsync("en-GB");
        foreach (var one in (OtherSite[])[site, stranger]) one.Body = $"<script src=\"{server.Url}/chat/chat.js\" data-name=\"Cafe\" data-playbook=\"catering\" data-phone=\"400 123 456\"></script>";

        var welcome = await ChatPage.OpenAsync(profile, site.Url);
        await welcome.SayAsync("The soup was cold");
        await Expect(welcome.Answers.Nth(1)).ToBeVisibleAsync();
        Assert.Empty(welcome.Complaints);

        var refused = await ChatPage.NewAsync(profile);
        await refused.Page.GotoAsync(stranger.Url);
        await refused.Launcher.ClickAsync();
        await refused.SayAsync("The soup was cold");
        await Expect(refused.Banner).ToContainTextAsync("We can't be reached right now");
        await Expect(refused.Banner.Locator("a")).ToHaveAttributeAsync("href", "tel:400123456");
        await Expect(refused.Answers).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_chat_needs_no_inline_script_or_style_of_its_page()
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await BotServer.StartAsync(("DirectLine__Sites__default__Origins", site.Url));
        await using var profile = await chromium.ProfileAsync("en-GB");
        site.Policy = $"default-src 'none'; script-src {server.Url}; connect-src {server.Url} {server.Url.Replace("http", "ws", StringComparison.Ordinal)}; img-src {server.Url} blob: data:";
        site.Body = $"<script src=\"{server.Url}/chat/chat.js\"></script>";

        var chat = await ChatPage.OpenAsync(profile, site.Url);
        await chat.Chat.Locator("input.files").SetInputFilesAsync(Pictures.Small);
        await chat.SayAsync("The soup was cold");

        await Expect(chat.Answers.Nth(1)).ToBeVisibleAsync();
        await Expect(chat.Chat.Locator(".mine .files img")).ToHaveJSPropertyAsync("naturalWidth", 8);
        Assert.Empty(chat.Complaints);
    }

    /// <summary>The same token as one that ran out long ago, signed with the server's own key.</summary>
    private static string RunOut(string token, byte[] key)
    {
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        (claims["nbf"], claims["exp"]) = (1_600_000_000, 1_600_001_800);
        var signed = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)))}";
    }
}
