using ComplaintBot.Web.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>What an agent sent and has not come back yet.</summary>
public sealed class DeskSendingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Note = "Nobody is hurt.";

    /// <summary>Script that waits until what was read is drawn.</summary>
    private const string Drawn = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    [Fact]
    public async Task A_line_that_is_read_before_its_sending_is_answered_stands_there_once()
    {
        await using var customers = await chromium.ProfileAsync("en-GB");
        await using var agents = await chromium.ProfileAsync("en-GB");
        var desk = await DeskPage.AcceptAsync(agents, await chromium.Server.InvitationAsync(), "Wang Fang");
        var chat = await ChatPage.OpenAsync(customers, $"{chromium.Server.Url}/?lang=en");
        await chat.SayAsync("There was GLASS in my soup!!! Get me a manager!!!");
        await Expect(desk.Rows).ToHaveCountAsync(1);
        await desk.PressAsync("n");
        await Expect(desk.Transcript).ToContainTextAsync("GLASS in my soup");
        var answered = new TaskCompletionSource();
        await agents.RouteAsync("**/commands", async route =>
        {
            var answer = await route.FetchAsync();
            await answered.Task;
            await route.FulfillAsync(new() { Response = answer });
        });

        var read = new TaskCompletionSource();
        desk.Page.Response += async (_, response) =>
        {
            if (response.Url.Contains("/lines?", StringComparison.Ordinal) && (await response.TextAsync()).Contains(Note, StringComparison.Ordinal)) read.TrySetResult();
        };

        await desk.PressAsync("i");
        await desk.Composer.FillAsync(Note);
        await desk.Page.Keyboard.PressAsync("Enter");
        await read.Task;
        await desk.Page.EvaluateAsync(Drawn);

        Assert.Equal(1, await desk.Transcript.GetByText(Note).CountAsync());
        await Expect(desk.Transcript.Locator(".echo")).ToHaveCountAsync(1);
        answered.SetResult();
        await Expect(desk.Transcript.Locator(".echo")).ToHaveCountAsync(0);
        await Expect(desk.Transcript.Locator(".note")).ToContainTextAsync(Note);
    }
}
