using ComplaintBot.Web.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>The desk without a mouse.</summary>
public sealed class DeskKeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Offer = "We pay you back 300 today.";

    private const string Dialog = ".el-dialog:visible";

    private DeskPage desk = null!;

    private IKeyboard Keyboard => desk.Page.Keyboard;

    private ILocator Region => desk.Page.Locator(".box[role=region]");

    [Fact]
    public async Task A_chat_is_taken_answered_and_handed_back_by_keyboard_alone_and_the_focus_is_always_seen()
    {
        await using var customers = await chromium.ProfileAsync("en-GB");
        await using var agents = await chromium.ProfileAsync("en-GB");
        desk = await DeskPage.AcceptAsync(agents, await chromium.Server.InvitationAsync(), "Wang Fang");
        await desk.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var chat = await ChatPage.OpenAsync(customers, $"{chromium.Server.Url}/?lang=en");
        await chat.SayAsync("There was GLASS in my soup!!! I am furious!!! Get me a manager!!!");
        await Expect(desk.Rows).ToHaveCountAsync(1);

        await KeysAsync("j");
        var row = await desk.Rows.First.GetAttributeAsync("data-key");
        Assert.Equal(row, await desk.FocusAsync());
        await KeysAsync("Enter");
        await Expect(desk.Transcript).ToContainTextAsync("GLASS in my soup");
        await KeysAsync("t");
        await Expect(chat.Chat.Locator(".bar")).ToContainTextAsync("Wang Fang");

        await WriteAsync("r", "Are you hurt?");
        await Expect(chat.Answers.Last).ToHaveTextAsync("Are you hurt?");
        await chat.SayAsync("No, nobody is hurt");
        await WriteAsync("i", "Nobody is hurt.");
        await Expect(desk.Transcript.Locator(".note")).ToContainTextAsync("Nobody is hurt.");

        await SheetAsync("h", "ArrowRight", "Enter");
        await Expect(desk.Page.Locator("header.head")).ToContainTextAsync("On hold until");
        await OfferAsync();
        await Expect(chat.Answers.Last).ToHaveTextAsync(Offer);
        await SheetAsync("b", "Tab", "All is agreed.", "Tab*", "Enter");
        await Expect(chat.Chat.Locator(".scroll")).ToContainTextAsync("All is agreed.");

        await KeysAsync("Escape");
        await Expect(desk.Page.Locator(".composer")).ToHaveCountAsync(0);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_sheet_that_is_left_gives_the_focus_back_to_where_it_was()
    {
        await using var busy = await chromium.ProfileAsync("en-GB");
        await using var server = await BotServer.StartAsync();
        desk = await DeskPage.AcceptAsync(busy, await server.InvitationAsync(), "Wang Fang");
        await desk.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await using var customers = await chromium.ProfileAsync("en-GB");
        var chat = await ChatPage.OpenAsync(customers, $"{server.Url}/?lang=en");
        await chat.SayAsync("There was GLASS in my soup!!! Get me a manager!!!");
        await Expect(desk.Rows).ToHaveCountAsync(1);
        await KeysAsync("n");
        await Expect(desk.Page.Locator(".composer")).ToBeVisibleAsync();
        await Expect(Region).ToBeFocusedAsync();

        foreach (var key in (string[])["h", "o", "b", "s", "?"])
        {
            await KeysAsync(key);
            await Expect(desk.Page.Locator(Dialog)).ToBeVisibleAsync();
            await Expect(desk.Page.Locator(".el-dialog :focus")).ToHaveCountAsync(1);
            await KeysAsync("Escape");
            await Expect(desk.Page.Locator(Dialog)).ToHaveCountAsync(0);
            await Expect(Region).ToBeFocusedAsync();
        }

        await desk.Page.Locator("header.head [aria-haspopup]").FocusAsync();
        await KeysAsync("Enter");
        await Expect(desk.Page.Locator("[role=menuitem]:visible").First).ToBeVisibleAsync();
        await KeysAsync("ArrowDown");
        await Expect(desk.Page.Locator("[role=menuitem]:focus")).ToHaveCountAsync(1);
        await KeysAsync("Enter");
        await Expect(desk.Page.Locator(Dialog)).ToBeVisibleAsync();
        await KeysAsync("Escape");
        await Expect(desk.Page.Locator(Dialog)).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("header.head [aria-haspopup]")).ToBeFocusedAsync();

        await KeysAsync("p");
        await Expect(desk.Page.Locator(".menu [role=menuitem]").First).ToBeFocusedAsync();
        await KeysAsync("Escape");
        await Expect(desk.Composer).ToBeFocusedAsync();
        await KeysAsync("Escape", "Escape");
        await Expect(desk.Rows.First).ToBeFocusedAsync();
    }

    /// <summary>Presses keys, and sees after each where the focus is.</summary>
    private async Task KeysAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Keyboard.PressAsync(key);
            var at = await desk.FocusAsync();
            Assert.False(at.StartsWith("unseen", StringComparison.Ordinal), $"After {key} the focus is {at}");
        }
    }

    /// <summary>Writes a line: into the field by a key, and out of it again.</summary>
    private async Task WriteAsync(string key, string line)
    {
        await KeysAsync(key);
        await Expect(desk.Composer).ToBeFocusedAsync();
        await Keyboard.TypeAsync(line);
        await KeysAsync("Enter", "Escape");
    }

    /// <summary>Opens a sheet by a key, types and presses what is said, and sees that the transcript has the focus again. <c>Tab*</c> goes on to the button that does it.</summary>
    private async Task SheetAsync(string key, params string[] doings)
    {
        await KeysAsync(key);
        await Expect(desk.Page.Locator(".el-dialog :focus")).ToHaveCountAsync(1);
        foreach (var doing in doings)
        {
            if (doing == "Tab*") await ToButtonAsync();
            else if (doing.Contains(' ', StringComparison.Ordinal)) await Keyboard.TypeAsync(doing);
            else await KeysAsync(doing);
        }

        await Expect(desk.Page.Locator(Dialog)).ToHaveCountAsync(0);
        await Expect(Region).ToBeFocusedAsync();
    }

    private async Task OfferAsync()
    {
        await KeysAsync("o");
        await Expect(desk.Page.Locator("#offer-kind")).ToBeFocusedAsync();
        await Keyboard.TypeAsync("Refund");
        await KeysAsync("Tab");
        if (await desk.Page.Locator("#offer-amount:focus").CountAsync() > 0)
        {
            await KeysAsync("Control+a");
            await Keyboard.TypeAsync("300");
            await KeysAsync("Tab");
        }

        await Expect(desk.Page.Locator("#offer-text")).ToBeFocusedAsync();
        await KeysAsync("Control+a");
        await Keyboard.TypeAsync(Offer);
        await ToButtonAsync();
        await KeysAsync("Enter");
        await Expect(desk.Page.Locator(Dialog)).ToHaveCountAsync(0);
    }

    private async Task ToButtonAsync()
    {
        for (var tabs = 0; tabs < 20 && await desk.Page.Locator(".el-dialog button[type=submit]:focus").CountAsync() == 0; tabs++) await KeysAsync("Tab");
        await Expect(desk.Page.Locator(".el-dialog button[type=submit]")).ToBeFocusedAsync();
    }
}
