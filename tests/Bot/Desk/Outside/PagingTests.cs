using System.Text.Json.Nodes;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Desk.Outside;

public sealed class PagingTests : IAsyncLifetime
{
    private LoopbackReceiver receiver = null!;
    private LoopbackMail mail = null!;
    private LiveServer server = null!;

    public async Task InitializeAsync()
    {
        (receiver, mail) = (await LoopbackReceiver.StartAsync(), new LoopbackMail());
        server = await LiveServer.StartAsync(
            ("Desk:Paging:Language", "en"),
            ("Desk:Paging:Steps:0:Person", "Wang"), ("Desk:Paging:Steps:0:Kind", "webhook"), ("Desk:Paging:Steps:0:Target", receiver.Url + "/hook"),
            ("Desk:Paging:Steps:1:Person", "Zhao"), ("Desk:Paging:Steps:1:Kind", "http"), ("Desk:Paging:Steps:1:Target", receiver.Url + "/sms?to=1&case={case}"),
            ("Desk:Paging:Steps:1:Method", "PUT"), ("Desk:Paging:Steps:1:Headers:X-Key", "k-1"), ("Desk:Paging:Steps:1:Body", """{"text":"{text}","words":"{words}","what":"{unknown}"}"""),
            ("Desk:Paging:Steps:2:Person", "Li"), ("Desk:Paging:Steps:2:Kind", "smtp"), ("Desk:Paging:Steps:2:Target", "li@shop.example"),
            ("Desk:Paging:Smtp:Host", "127.0.0.1"), ("Desk:Paging:Smtp:Port", mail.Port.ToString(null, null)), ("Desk:Paging:Smtp:From", "bot@shop.example"), ("Desk:Paging:Smtp:Tls", "false"));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await receiver.DisposeAsync();
        mail.Dispose();
    }

    [Fact]
    public async Task The_chain_goes_round_by_the_clock_until_somebody_confirms()
    {
        Assert.True(await RaiseAsync());
        var hook = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Equal(("Wang", "C-1", "0", "glass \"{link}\"\n"), (Text(hook, "person"), Text(hook, "case"), Text(hook, "priority"), Text(hook, "words")));

        var sms = await NextRoundAsync();
        Assert.Equal(("PUT", "/sms?to=1&case=C-1", "k-1"), (sms.Method, sms.Path, sms.Headers["X-Key"]));
        var body = JsonNode.Parse(sms.Body)!;
        Assert.Equal("glass \"{link}\"\n", Text(body, "words"));
        Assert.Equal("{unknown}", Text(body, "what"));
        Assert.Contains("/desk/page/", Text(body, "text"), StringComparison.Ordinal);

        await WorkedAsync(2);
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var letter = await mail.NextAsync();
        Assert.Contains("li@shop.example", letter, StringComparison.Ordinal);
        Assert.Contains("C-1 needs you now", letter, StringComparison.Ordinal);

        await WorkedAsync(3);
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("Wang", Text(JsonNode.Parse((await receiver.NextAsync()).Body)!, "person"));
    }

    [Fact]
    public async Task A_conversation_is_paged_once_for_each_priority()
    {
        Assert.True(await RaiseAsync(1));
        Assert.False(await RaiseAsync(1));
        Assert.True(await RaiseAsync(0));
        Assert.False(await RaiseAsync(2));
        await receiver.NextAsync();
        await receiver.NextAsync();
    }

    [Fact]
    public async Task The_link_asks_first_and_confirms_with_its_button_once()
    {
        await RaiseAsync();
        var link = new Uri(Text(JsonNode.Parse((await receiver.NextAsync()).Body)!, "link")).PathAndQuery;
        await WorkedAsync(1);

        var asked = await server.SendAsync(HttpMethod.Get, link, null);
        Assert.Equal(200, asked.Status);
        Assert.Contains("<form method=\"post\">", asked.Body, StringComparison.Ordinal);
        Assert.Null((await PageAsync()).ConfirmedBy);

        Assert.Equal(200, (await server.SendAsync(HttpMethod.Post, link, null)).Status);
        Assert.Equal("Wang", (await PageAsync()).ConfirmedBy);
        Assert.Equal(409, (await server.SendAsync(HttpMethod.Post, link, null)).Status);
        Assert.DoesNotContain("<form", (await server.SendAsync(HttpMethod.Get, link, null)).Body, StringComparison.Ordinal);
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        await server.RestartAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null((await PageAsync()).DueAt);
        Assert.True(receiver.IsQuiet);
    }

    [Fact]
    public async Task A_link_that_was_changed_confirms_nothing()
    {
        await RaiseAsync();
        var link = new Uri(Text(JsonNode.Parse((await receiver.NextAsync()).Body)!, "link")).PathAndQuery;

        foreach (var forged in (string[])[link[..^6] + "AAAAAA", Pager.Path + "/x", Pager.Path + "/" + new string('A', 3_000)])
            Assert.Equal(404, (await server.SendAsync(HttpMethod.Post, forged, null)).Status);
        Assert.Null((await PageAsync()).ConfirmedBy);
    }

    [Fact]
    public async Task Whoever_is_signed_in_confirms_at_the_desk_and_auditors_do_not()
    {
        var admin = await DeskBrowser.AdminAsync(server);
        var (agent, _) = await admin.InviteAsync("Han Meimei", "agent");
        var (auditor, _) = await admin.InviteAsync("Auditor", "auditor");
        await RaiseAsync();
        await receiver.NextAsync();
        var id = (await agent.GetAsync("pages")).List()[0]!["id"]!.GetValue<string>();

        Assert.Equal("403 not-allowed", (await auditor.PostAsync($"pages/{id}/confirm")).Is());
        Assert.Equal("204", (await agent.PostAsync($"pages/{id}/confirm")).Is());
        Assert.Equal("409 confirmed", (await agent.PostAsync($"pages/{id}/confirm")).Is());
        Assert.Equal("404 unknown-page", (await agent.PostAsync("pages/x/confirm")).Is());
        Assert.Equal("Han Meimei", (await PageAsync()).ConfirmedBy);
    }

    [Fact]
    public async Task Who_can_not_be_reached_is_skipped_at_once_and_the_failure_is_kept()
    {
        receiver.Status = 500;
        await RaiseAsync();

        Assert.Contains("C-1", await mail.NextAsync(), StringComparison.Ordinal);
        await WorkedAsync(3);
        var tries = await server.Pages.TriesAsync((await PageAsync()).Id, default);
        Assert.Equal([("Wang", "answered 500"), ("Zhao", "answered 500"), ("Li", "sent")], tries.Select(one => (one.Person, one.Outcome)));
    }

    [Fact]
    public async Task A_restart_forgets_nobody_and_calls_nobody_twice()
    {
        await RaiseAsync();
        await receiver.NextAsync();
        await WorkedAsync(1);
        await server.RestartAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(receiver.IsQuiet);

        Assert.Equal("PUT", (await NextRoundAsync()).Method);
    }

    private Task<bool> RaiseAsync(int priority = 0) =>
        server.Server.Outside.Pager.RaiseAsync(new(new ConversationKey("web", "a"), "C-1", priority, "injury", "glass \"{link}\"\n", "Somebody was hurt."), default);

    private async Task<LoopbackReceiver.Request> NextRoundAsync()
    {
        await WorkedAsync(1);
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        return await receiver.NextAsync();
    }

    private async Task<Page> PageAsync() => Assert.Single(await server.Pages.LatestAsync(10, default));

    /// <summary>Waits until so many tries are noted: the receiver hears of a try a moment earlier.</summary>
    private async Task WorkedAsync(int tries)
    {
        while ((await PageAsync()).Tries < tries) await Task.Yield();
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
