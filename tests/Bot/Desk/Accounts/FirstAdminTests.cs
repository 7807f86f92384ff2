using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Accounts;

public sealed class FirstAdminTests : IAsyncLifetime
{
    private LiveServer server = null!;

    public async Task InitializeAsync() => server = await LiveServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_link_lets_one_admin_in_and_only_once()
    {
        var link = (await server.Server.FirstAdminAsync(default))!;
        Assert.StartsWith(server.Url + "/desk/#/invite/", link, StringComparison.Ordinal);
        var browser = new DeskBrowser(server);
        var shown = await browser.GetAsync("invite/" + DeskBrowser.TokenOf(link));
        Assert.Equal(("admin", "manager"), (shown.Text("name"), shown.Text("role")));

        var accepted = await browser.AcceptAsync(link, "王芳");

        Assert.Equal("王芳", accepted.Text("name"));
        Assert.True(accepted.Json!["admin"]!.GetValue<bool>());
        Assert.Equal("200", (await browser.GetAsync("me")).Is());
        Assert.Equal("404 invitation", (await new DeskBrowser(server).AcceptAsync(link, "Eve")).Is());
        Assert.Null(await server.Server.FirstAdminAsync(default));
    }

    [Fact]
    public async Task Each_start_makes_a_new_link_until_one_was_used_and_the_older_is_void()
    {
        var first = (await server.Server.FirstAdminAsync(default))!;
        await server.RestartAsync();
        var second = (await server.Server.FirstAdminAsync(default))!;

        Assert.Equal("404 invitation", (await new DeskBrowser(server).AcceptAsync(first, "Eve")).Is());
        Assert.Equal("200", (await new DeskBrowser(server).AcceptAsync(second, "Root")).Is());
        await server.RestartAsync();
        Assert.Null(await server.Server.FirstAdminAsync(default));
    }

    [Fact]
    public async Task The_link_ends_after_a_day()
    {
        var link = (await server.Server.FirstAdminAsync(default))!;
        server.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal("404 invitation", (await new DeskBrowser(server).AcceptAsync(link, "Root")).Is());
    }

    [Fact]
    public async Task The_token_is_nowhere_in_the_database()
    {
        var token = DeskBrowser.TokenOf((await server.Server.FirstAdminAsync(default))!);
        await server.EndAsync();

        foreach (var file in Directory.GetFiles(server.Data, "desk.db*")) Assert.DoesNotContain(token, await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_replaces_a_forgotten_password_and_ends_all_sessions()
    {
        var admin = await DeskBrowser.AdminAsync(server);
        var (agent, id) = await admin.InviteAsync("Li Lei", "agent");
        var link = (await admin.PostAsync($"people/{id}/invite")).Text("invite");

        Assert.Equal("200", (await new DeskBrowser(server).AcceptAsync(link, "Li Lei", "another quiet morning")).Is());

        Assert.Equal("401 signed-out", (await agent.GetAsync("me")).Is());
        Assert.Equal("401 wrong", (await agent.SignInAsync("Li Lei")).Is());
        Assert.Equal("200", (await agent.SignInAsync("li lei", "another quiet morning")).Is());
    }
}
