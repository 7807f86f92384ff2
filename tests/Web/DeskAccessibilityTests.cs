using ComplaintBot.Web.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>Every screen of the desk in an invented busy hour, for people who don't see it, see little, or are on a phone.</summary>
public sealed class DeskAccessibilityTests(BusyDesk desk) : IClassFixture<BusyDesk>
{
    private const string Dialog = ".el-dialog";

    private readonly List<string> broken = [];
    private bool isPhone;
    private DeskPage page = null!;

    /// <summary>Every two of language, theme and width meet in one of the four.</summary>
    [Theory]
    [InlineData("zh", ColorScheme.Light, false)]
    [InlineData("zh", ColorScheme.Dark, true)]
    [InlineData("en", ColorScheme.Light, true)]
    [InlineData("en", ColorScheme.Dark, false)]
    public async Task No_rule_of_accessibility_is_broken_on_any_screen_of_the_desk(string language, ColorScheme theme, bool onPhone)
    {
        isPhone = onPhone;
        await using var profile = await desk.ProfileAsync(language == "zh" ? "zh-CN" : "en-GB", theme, onPhone);
        page = await DeskPage.OpenAsync(profile, desk.Server.Url);
        await page.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        await GateAsync();
        await InboxAsync();
        await ChatAsync();
        await SheetsAsync();
        await LeadAsync();
        await AccountAsync();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.Empty(page.Complaints);
    }

    private async Task GateAsync()
    {
        await CheckAsync("sign-in");
        await page.SignInAsync(BusyDesk.Careful);
        await CheckAsync("the code of the second step");
        await page.Page.GotoAsync(desk.Invitation);
        await ShownAsync("#invite-password", "an invitation");
        await page.Page.GotoAsync(desk.Server.Url + "/desk/#/sign-in");
        await Expect(page.Page.Locator("#sign-in-name")).ToBeVisibleAsync();
        await page.SignInAsync(BusyDesk.Lead);
    }

    private async Task InboxAsync()
    {
        foreach (var view in (string[])["queue", "mine", "all"])
        {
            await page.GoAsync("/chats/" + view);
            await ShownAsync("[data-key]", view);
        }

        await page.Page.Locator(".filters .icon-button").ClickAsync();
        await page.Page.Locator(".filters input").FillAsync("no chat holds this");
        await ShownAsync(".inbox .empty", "nothing found");
        await page.PressAsync("?");
        await ShownAsync(Dialog, "the sheet of keys");
        await CloseAsync();
    }

    private async Task ChatAsync()
    {
        await page.GoAsync("/chats/mine");
        await page.Rows.First.ClickAsync();
        await ShownAsync(".lines li", "a chat");
        if (await page.Page.Locator(".composer .box").EvaluateAsync<bool>("box => [...box.querySelectorAll('button')].some(one => one.getBoundingClientRect().right > box.getBoundingClientRect().right)"))
            broken.Add("a chat: a button sticks out of the box for the answer");
        await page.PressAsync("p");
        await ShownAsync(".menu [role=menuitem]", "the phrases");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Locator(".modes button").Last.ClickAsync();
        await ShownAsync(".composer.note", "a note");
        await page.PressAsync("c");
        await ShownAsync(".course li", "the file of the case");
        await page.PressAsync("c");
        await page.Page.Locator("header.head [aria-haspopup]").ClickAsync();
        await ShownAsync(".el-dropdown-menu", "the other acts");
        await page.Page.Keyboard.PressAsync("Escape");
    }

    private async Task SheetsAsync()
    {
        foreach (var key in (string[])["o", "h", "b", "s"]) await SheetAsync($"the sheet of {key}", () => page.PressAsync(key));
        for (var act = 0; act < 5; act++) await SheetAsync($"act {act}", () => ChooseAsync(act));
        if (isPhone) await page.Page.Locator("header.head .side").ClickAsync();
        await SheetAsync("a fact", () => page.Page.Locator(".panel dl .icon-button").First.ClickAsync());
    }

    private async Task LeadAsync()
    {
        await page.GoAsync("/supervise");
        await ShownAsync(".approval", "the live desk, and what waits for approval");
        await page.GoAsync("/people");
        await ShownAsync(".part li", "people");
        await SheetAsync("a person", () => page.Page.Locator(".page-head .el-button").First.ClickAsync());
        await SheetAsync("a team", () => page.Page.Locator(".page-head .el-button").Last.ClickAsync());
    }

    private async Task AccountAsync()
    {
        await page.GoAsync("/account");
        await ShownAsync(".totp .el-button", "the account and its sessions");
        await page.Page.Locator(".totp .el-button").ClickAsync();
        await ShownAsync(".qr", "turning on two steps");
    }

    /// <summary>An act behind the button of the others.</summary>
    private async Task ChooseAsync(int act)
    {
        await page.Page.Locator("header.head [aria-haspopup]").ClickAsync();
        await page.Page.Locator(".el-dropdown-menu__item:not(.narrow-only)").Nth(act).ClickAsync();
    }

    private async Task SheetAsync(string what, Func<Task> open)
    {
        await open();
        await ShownAsync(Dialog, what);
        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator(Dialog).Locator("visible=true")).ToHaveCountAsync(0);
    }

    private async Task ShownAsync(string what, string moment)
    {
        await Expect(page.Page.Locator(what).Locator("visible=true").First).ToBeVisibleAsync();
        await CheckAsync(moment);
    }

    private async Task CheckAsync(string moment) =>
        broken.AddRange((await page.Page.BrokenRulesAsync()).Select(one => $"{moment}: {one}"));
}
