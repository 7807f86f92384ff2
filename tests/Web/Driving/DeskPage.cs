using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>The desk as a person uses it.</summary>
internal sealed partial class DeskPage
{
    private const string Password = "a long password of the test";

    [GeneratedRegex("^(Add a person|添加人员)$")]
    private static partial Regex AddPerson { get; }

    [GeneratedRegex("#/invite/")]
    private static partial Regex Invitation { get; }

    private DeskPage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            // That nobody is signed in yet is asked for by its status.
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal)) Complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The chats of the list.</summary>
    public ILocator Rows => Page.Locator("[data-key]");

    /// <summary>What was said in the chat that is open.</summary>
    public ILocator Transcript => Page.Locator("ol.lines");

    /// <summary>Where lines are written.</summary>
    public ILocator Composer => Page.Locator("form textarea").Last;

    /// <summary>Accepts an invitation.</summary>
    public static async Task<DeskPage> AcceptAsync(IBrowserContext profile, string invitation, string name)
    {
        var desk = new DeskPage(await profile.NewPageAsync());
        await desk.Page.GotoAsync(invitation);
        await desk.Page.Locator("#invite-name").FillAsync(name);
        await desk.Page.Locator("#invite-password").FillAsync(Password);
        await desk.Page.Locator("#invite-again").FillAsync(Password);
        await desk.Page.Locator("button[type=submit]").ClickAsync();
        await Expect(desk.Page.Locator("nav.nav")).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>Invites a person, and gives the link.</summary>
    public async Task<string> InviteAsync(string name)
    {
        await Page.Locator("a[href$='#/people']").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = AddPerson }).ClickAsync();
        await Page.Locator("#person-name").FillAsync(name);
        await Page.Locator("button[form=person-form]").ClickAsync();
        var link = Page.Locator("input[readonly]");
        await Expect(link).ToHaveValueAsync(Invitation);
        return await link.InputValueAsync();
    }

    /// <summary>Presses a key as a command of the desk and not as a letter.</summary>
    public async Task PressAsync(string key)
    {
        if (await Page.EvaluateAsync<bool>("() => document.activeElement?.matches('input, textarea')")) await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync(key);
    }
}
