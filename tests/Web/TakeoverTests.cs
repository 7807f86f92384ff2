using ComplaintBot.Web.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>A customer, an agent and a supervisor, each in a browser of their own.</summary>
public sealed class TakeoverTests(Chromium chromium) : IClassFixture<Chromium>
{
    private sealed record Story(string Locale, string Language, string Anger, string Question, string Demand, string Offer, string Yes, string Agreed, string Approve);

    private static readonly Story Chinese = new(
        "zh-CN", "zh", "你们菜里吃出玻璃了！！气死我了！！叫你们经理来！！", "您有没有受伤？", "没有受伤，但是必须赔我三千", "我们退您3000元，今天18点前到账。", "可以，就这样", "退3000元，今天18点前到账", "批准");

    private static readonly Story English = new(
        "en-US", "en", "There was GLASS in my soup!!! I am furious!!! Get me a manager!!!", "Are you hurt?", "No, but you owe me three thousand", "We will pay you back 3,000, today by 6 pm.", "All right, that is fine", "3,000 paid back today by 6 pm", "Approve");

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Glass_in_the_food_goes_from_fury_over_agent_and_supervisor_to_five_stars(string language)
    {
        var story = language == "zh" ? Chinese : English;
        await using var server = await BotServer.StartAsync();
        await using var customers = await chromium.ProfileAsync(story.Locale);
        await using var agents = await chromium.ProfileAsync(story.Locale);
        await using var leads = await chromium.ProfileAsync(story.Locale);
        var lead = await DeskPage.AcceptAsync(leads, await server.InvitationAsync(), "Zhou Min");
        var agent = await DeskPage.AcceptAsync(agents, await lead.InviteAsync("Wang Fang"), "Wang Fang");
        await lead.Page.Locator("a[href$='#/supervise']").ClickAsync();

        var chat = await ChatPage.OpenAsync(customers, $"{server.Url}/?lang={story.Language}");
        await chat.SayAsync(story.Anger);
        await Expect(agent.Rows).ToHaveCountAsync(1);
        await agent.PressAsync("n");
        await Expect(agent.Transcript).ToContainTextAsync(story.Anger);
        await Expect(chat.Chat.Locator(".bar")).ToContainTextAsync("Wang Fang");

        await agent.Composer.FillAsync(story.Question);
        await agent.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Answers.Last).ToHaveTextAsync(story.Question);
        await chat.SayAsync(story.Demand);
        await Expect(agent.Transcript).ToContainTextAsync(story.Demand);

        await agent.PressAsync("o");
        await agent.Page.Locator("#offer-kind").SelectOptionAsync(new SelectOptionValue { Label = language == "zh" ? "退款" : "Refund" });
        await agent.Page.Locator("#offer-amount").FillAsync("3000");
        await agent.Page.Locator("#offer-text").FillAsync(story.Offer);
        await agent.Page.Locator("[role=dialog] button[type=submit]").Last.ClickAsync();
        await Expect(lead.Page.Locator(".approval")).ToContainTextAsync(story.Offer);
        await Expect(chat.Answers.Last).ToHaveTextAsync(story.Question);
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = story.Approve, Exact = true }).ClickAsync();
        await Expect(chat.Answers.Last).ToHaveTextAsync(story.Offer);

        await chat.SayAsync(story.Yes);
        await agent.Page.Locator(".asked button").First.ClickAsync();
        await Expect(agent.Page.Locator(".asked")).ToHaveCountAsync(0);
        await agent.PressAsync("b");
        await agent.Page.Locator("#hand-back-agreed").FillAsync(story.Agreed);
        await agent.Page.Locator("[role=dialog] button[type=submit]").Last.ClickAsync();
        await Expect(chat.Chat.Locator(".scroll")).ToContainTextAsync(story.Agreed);
        await Expect(chat.Choices.First).ToBeVisibleAsync();
        await chat.SayAsync("5");

        await Expect(agent.Page.Locator("[data-key]")).ToHaveCountAsync(0);
        await agent.Page.GotoAsync($"{server.Url}/desk/#/chats/all");
        await agent.Rows.First.ClickAsync();
        foreach (var line in (string[])[story.Anger, story.Question, story.Demand, story.Offer, story.Yes, story.Agreed]) await Expect(agent.Transcript).ToContainTextAsync(line);
        Assert.Empty(agent.Complaints);
        Assert.Empty(lead.Complaints);
        Assert.Empty(await agent.Page.BrokenRulesAsync());
    }
}
