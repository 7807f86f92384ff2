using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>A browser, and a server on an invented busy hour: somebody leads the desk and has one of its chats, and somebody else waits for their approval.</summary>
public sealed class BusyDesk : Chromium
{
    /// <summary>Leads the desk, keeps its people, and has a chat.</summary>
    public const string Lead = "Zhou Min";

    /// <summary>Signs in with two steps, has a chat, and has asked for an approval.</summary>
    public const string Careful = "Tina Berg";

    private readonly List<IBrowserContext> there = [];
    private IReadOnlyDictionary<string, string> links = new Dictionary<string, string>();

    /// <summary>An invitation that nobody has accepted.</summary>
    internal string Invitation => links.Values.First();

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();

        // Both stay there: who is gone loses their chats after two minutes.
        there.AddRange([await ProfileAsync("en-GB"), await ProfileAsync("en-GB")]);
        var lead = await DeskPage.AcceptAsync(there[0], await Server.InvitationAsync(), Lead);
        var agent = await DeskPage.AcceptAsync(there[1], await lead.InviteAsync(Careful), Careful);
        await agent.TurnOnTwoStepsAsync();
        foreach (var one in (DeskPage[])[lead, agent]) await BeginAsync(one);
        await agent.PressAsync("o");
        var refund = agent.Page.Locator("#offer-kind optgroup").Last.Locator("option", new() { HasText = "Refund" }).First;
        await agent.Page.Locator("#offer-kind").SelectOptionAsync(await refund.GetAttributeAsync("value") ?? "");
        await agent.Page.Locator("#offer-amount").FillAsync("9000");
        await agent.Page.Locator("#offer-text").FillAsync("We pay you back 9,000.");
        await agent.Page.Locator("[role=dialog] button[type=submit]").Last.ClickAsync();
        await Expect(agent.Page.Locator(".approval.card")).ToBeVisibleAsync();
    }

    private protected override async Task<BotServer> StartServerAsync()
    {
        var (server, invitations) = await BotServer.StartSeededAsync();
        links = invitations;
        return server;
    }

    /// <summary>Takes the chat that comes first, and says a word.</summary>
    private static async Task BeginAsync(DeskPage desk)
    {
        await desk.GoAsync("/chats/queue");
        await Expect(desk.Rows.First).ToBeVisibleAsync();
        await desk.PressAsync("n");
        await desk.Composer.FillAsync("I am here, and I have read all of it.");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Transcript).ToContainTextAsync("I have read all of it");
    }
}
