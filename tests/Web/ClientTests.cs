using System.Text.Json;
using ComplaintBot.Web.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>The clients of others, unchanged, on a site of its own with a token of the server.</summary>
public sealed class ClientTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Token = """
        window.issue = async (server) => {
          const answer = await fetch(server + '/chat/token', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ locale: 'en', playbook: 'catering' }) });
          return answer.json();
        };
        """;

    /// <summary>Holds a complaint by what the bot waits for, and ends with what was heard.</summary>
    private const string Complain = """
        window.complain = async (server, webSocket, answers) => {
          const { token, userId } = await window.issue(server);
          const line = new DirectLine.DirectLine({ domain: server + '/v3/directline', token, webSocket, pollingInterval: 300 });
          const heard = [], statuses = [], posts = [];
          line.connectionStatus$.subscribe((status) => statuses.push(status));
          const say = (text) => posts.push(new Promise((done, failed) => line.postActivity({ type: 'message', text, from: { id: userId } }).subscribe(done, failed)));
          return new Promise((done, failed) => {
            line.activity$.subscribe((activity) => {
              if (activity.type !== 'message') return;
              const turn = (activity.entities || []).find((one) => one.type === 'complaint/turn') || {};
              heard.push({ id: activity.id, own: activity.from.role === 'user', text: activity.text, expects: turn.expects || '' });
              if (turn.step === 'thank') {
                // What is heard may be here before the answer to the post that brought it about.
                Promise.all(posts).then((ids) => { done({ heard, statuses, ids }); line.end(); }, failed);
                return;
              }
              if (heard.length === 1) say(answers.grievance);
              else if (turn.expects && turn.expects !== 'none') say(answers[turn.expects] || answers.fact);
            });
          });
        };
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Directlinejs_holds_a_whole_complaint_over_a_socket_and_by_polling(bool webSocket)
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await BotServer.StartAsync(("DirectLine__Sites__default__Origins", site.Url));
        await using var profile = await chromium.ProfileAsync("en-GB");
        site.Body = $"<script src=\"/clients/botframework-directlinejs/dist/directline.js\"></script><script>{Token}{Complain}</script>";
        var page = await profile.NewPageAsync();
        await page.GotoAsync(site.Url);

        var told = await page.EvaluateAsync<string>("async (a) => JSON.stringify(await window.complain(a.server, a.webSocket, a.answers))", new { server = server.Url, webSocket, answers = Customer.English.Answers });
        var held = JsonSerializer.Deserialize<Held>(told, JsonSerializerOptions.Web)!;

        Assert.Contains(held.Heard, one => one.Expects == "offer");
        Assert.Contains(held.Heard, one => ChatPage.NumberOfCase.IsMatch(one.Text));
        Assert.Equal(held.Heard.Count, held.Heard.Select(one => one.Id).Distinct().Count());
        Assert.Equal(held.Ids, held.Heard.Where(one => one.Own).Select(one => one.Id));
        Assert.Equal([0, 1, 2], held.Statuses.Take(3));
    }

    [Fact]
    public async Task The_page_of_Web_Chat_holds_a_complaint()
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await BotServer.StartAsync(("DirectLine__Sites__default__Origins", site.Url));
        await using var profile = await chromium.ProfileAsync("en-GB");
        site.Body = $$"""
            <div id="chat" style="height: 700px"></div><script src="/clients/botframework-webchat/dist/webchat.js"></script>
            <script>{{Token}} window.issue('{{server.Url}}').then(({ token }) => WebChat.renderWebChat(
              { directLine: WebChat.createDirectLine({ domain: '{{server.Url}}/v3/directline', token }), locale: 'en-US', styleOptions: { sendAttachmentOn: 'attach' } }, document.getElementById('chat')));</script>
            """;
        var page = await profile.NewPageAsync();
        await page.GotoAsync(site.Url);
        var bubbles = page.Locator(".webchat__bubble__content");
        await Expect(bubbles.First).ToContainTextAsync("Robin");
        var box = page.Locator("[data-id=webchat-sendbox-input]");

        await box.FillAsync(Customer.English.Grievance);
        await box.PressAsync("Enter");
        await Expect(bubbles.Filter(new() { HasText = Customer.English.Grievance }).First).ToBeVisibleAsync();
        await Expect(bubbles.Nth(2)).ToBeVisibleAsync();
        await box.FillAsync("I want to talk to a person");
        await box.PressAsync("Enter");

        await Expect(bubbles.Filter(new() { HasTextRegex = ChatPage.NumberOfCase }).First).ToBeVisibleAsync();
        await page.Locator("input[type=file]").First.SetInputFilesAsync(Pictures.Small);
        await Expect(page.Locator($"img[src^='{server.Url}/v3/directline/files/']").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Send failed")).ToHaveCountAsync(0);
    }

    /// <summary>What a client heard, which states its connection went through, and the ids of what it sent.</summary>
    private sealed record Held(IReadOnlyList<Line> Heard, IReadOnlyList<int> Statuses, IReadOnlyList<string> Ids);

    /// <summary>A line as a client heard it.</summary>
    private sealed record Line(string Id, bool Own, string Text, string Expects);
}
