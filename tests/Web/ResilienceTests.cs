using ComplaintBot.Web.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>What becomes of a conversation when pages, servers and networks fail in the middle of it.</summary>
public sealed class ResilienceTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Posts = "**/activities";

    [Fact]
    public async Task A_reload_after_every_answer_loses_and_doubles_nothing()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");

        await Customer.English.ComplainAsync(chat, async answers =>
        {
            await Expect(chat.Own).ToHaveCountAsync(answers + 1);
            await chat.ReloadAsync();
            await Expect(chat.Own).ToHaveCountAsync(answers + 1);
        });

        var said = await chat.Own.AllTextContentsAsync();
        Assert.Equal(Customer.English.Grievance, said[0]);
        await Expect(chat.CaseNumber).ToHaveTextAsync(ChatPage.NumberOfCase);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task A_server_that_is_killed_and_comes_back_goes_on_where_it_was()
    {
        await using var server = await BotServer.StartAsync();
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{server.Url}/?lang=en");
        var isKilled = false;

        await Customer.English.ComplainAsync(chat, async answers =>
        {
            if (isKilled) return;
            isKilled = true;
            await Expect(chat.State).ToHaveTextAsync("Delivered");
            await server.KillAsync();
            await chat.SayAsync("By the way, my name is Lena Moss");
            await Expect(chat.State).ToHaveTextAsync("Saved, goes out once you're online");
            await Expect(chat.Banner).ToContainTextAsync("What you write is kept");
            await server.StartAgainAsync();
            await Expect(chat.Banner).ToHaveCountAsync(0);
            await Expect(chat.Own.GetByText("Lena Moss")).ToHaveCountAsync(1);
        });

        Assert.True(isKilled);
        await chat.ReloadAsync();
        await Expect(chat.Own.GetByText("Lena Moss")).ToHaveCountAsync(1);
        await Expect(chat.Own.GetByText(Customer.English.Grievance)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_written_offline_waits_and_leaves_in_order_once()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=zh");

        await profile.SetOfflineAsync(true);
        await Expect(chat.Banner).ToContainTextAsync("网络断开了");
        string[] written = ["汤是凉的", "等了半个小时", "服务员也不理人"];
        foreach (var text in written) await chat.SayAsync(text);
        await Expect(chat.Own).ToHaveTextAsync(written);
        await Expect(chat.State).ToHaveTextAsync("已存好，连上网就发");
        await profile.SetOfflineAsync(false);

        await Expect(chat.Banner).ToHaveCountAsync(0);
        await Expect(chat.Chat.GetByText("已存好，连上网就发")).ToHaveCountAsync(0);
        await chat.ReloadAsync();
        await Expect(chat.Own).ToHaveTextAsync(written);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_sent_after_a_reload_photos_too()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        await profile.RouteAsync(Posts, route => route.AbortAsync());
        await profile.RouteAsync("**/upload*", route => route.AbortAsync());
        await chat.SayAsync("The soup was cold");
        await chat.Chat.Locator("input.files").SetInputFilesAsync(Pictures.Small);
        await chat.SayAsync("This is it");
        await Expect(chat.Own).ToHaveTextAsync(["The soup was cold", "This is it"]);
        await Expect(chat.State).ToHaveTextAsync("Saved, goes out once you're online");

        await chat.ReloadAsync();
        await Expect(chat.Own).ToHaveTextAsync(["The soup was cold", "This is it"]);
        await profile.UnrouteAllAsync();

        await Expect(chat.State).ToHaveTextAsync("Delivered");
        await chat.ReloadAsync();
        await Expect(chat.Own).ToHaveTextAsync(["The soup was cold", "This is it"]);
        await Expect(chat.Chat.Locator(".files img")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_back_does_not_double_the_message()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        var lost = 0;
        await profile.RouteAsync(Posts, async route =>
        {
            if (route.Request.Method == "POST" && lost++ < 2)
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await chat.SayAsync("The bill was wrong by 12 yuan");

        await Expect(chat.Answers.Nth(1)).ToBeVisibleAsync();
        await chat.ReloadAsync();
        await Expect(chat.Own).ToHaveTextAsync(["The bill was wrong by 12 yuan"]);
        Assert.True(lost >= 1);
    }

    [Fact]
    public async Task Two_tabs_hold_one_conversation()
    {
        await using var profile = await chromium.ProfileAsync();
        var one = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        var two = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        Assert.Equal(await one.Answers.AllTextContentsAsync(), await two.Answers.AllTextContentsAsync());

        await one.SayAsync("The rice was burnt");
        await Expect(two.Own).ToHaveTextAsync(["The rice was burnt"]);
        await two.SayAsync("And the tea was cold");
        await Expect(one.Own).ToHaveTextAsync(["The rice was burnt", "And the tea was cold"]);
        await one.NextAnswerAsync();

        Assert.Equal(await one.Own.AllTextContentsAsync(), await two.Own.AllTextContentsAsync());
        await two.Page.CloseAsync();
        await one.SayAsync("That's all");
        await Expect(one.State).ToHaveTextAsync("Delivered");
    }

    [Fact]
    public async Task A_chat_removed_in_one_tab_is_gone_from_the_other_and_the_next_one_is_new()
    {
        await using var profile = await chromium.ProfileAsync();
        var one = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        await one.SayAsync("The rice was burnt");
        var two = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        await Expect(two.Own).ToHaveCountAsync(1);

        await one.Chat.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await one.Chat.GetByText("Remove this chat from this device").ClickAsync();
        await one.Chat.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();

        await Expect(two.Own).ToHaveCountAsync(0);
        await one.Launcher.ClickAsync();
        await Expect(one.Answers.First).ToBeVisibleAsync();
        await Expect(one.Own).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_no_socket_gets_through_the_chat_asks_for_what_is_new()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.NewAsync(profile);
        await chat.Page.RouteWebSocketAsync("**/stream*", socket => socket.CloseAsync());
        await chat.Page.GotoAsync($"{chromium.Server.Url}/?lang=en");
        await chat.Launcher.ClickAsync();
        await Expect(chat.Answers.First).ToBeVisibleAsync();

        await chat.SayAsync("The soup was cold");

        await Expect(chat.Answers.Nth(1)).ToBeVisibleAsync();
        await Expect(chat.Own).ToHaveTextAsync(["The soup was cold"]);
    }
}
