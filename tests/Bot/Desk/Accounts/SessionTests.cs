using System.Text.Json.Nodes;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private LiveServer server = null!;
    private DeskBrowser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveServer.StartAsync();
        admin = await DeskBrowser.AdminAsync(server);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_session_that_is_revoked_elsewhere_is_out_at_once()
    {
        var other = new DeskBrowser(server);
        Assert.Equal("200", (await other.SignInAsync("Root")).Is());
        var sessions = (await admin.GetAsync("sessions")).List();
        Assert.Equal(2, sessions.Count);
        var foreign = sessions.Single(one => !one!["current"]!.GetValue<bool>())!["id"]!.GetValue<string>();

        Assert.Equal("204", (await admin.DeleteAsync("sessions/" + foreign)).Is());

        Assert.Equal("401 signed-out", (await other.GetAsync("me")).Is());
        Assert.Equal("200", (await admin.GetAsync("me")).Is());
        Assert.Equal("404 unknown-session", (await admin.DeleteAsync("sessions/" + foreign)).Is());
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var (agent, _) = await admin.InviteAsync("Li Lei", "agent");
        var own = (await admin.GetAsync("sessions")).List()[0]!["id"]!.GetValue<string>();

        Assert.Equal("404 unknown-session", (await agent.DeleteAsync("sessions/" + own)).Is());
        Assert.Equal("200", (await admin.GetAsync("me")).Is());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        var cookie = admin.Cookie;

        Assert.Equal("204", (await admin.PostAsync("sign-out")).Is());

        Assert.Equal("", admin.Cookie);
        admin.Cookie = cookie;
        Assert.Equal("401 signed-out", (await admin.GetAsync("me")).Is());
    }

    [Fact]
    public async Task Signing_in_again_gives_a_new_session_and_ends_the_one_before()
    {
        var before = admin.Cookie;

        Assert.Equal("200", (await admin.SignInAsync("Root")).Is());

        Assert.Single((await admin.GetAsync("sessions")).List());
        Assert.Equal("401 signed-out", (await new DeskBrowser(server) { Cookie = before }.GetAsync("me")).Is());
    }

    [Fact]
    public async Task A_restart_keeps_sessions()
    {
        await server.RestartAsync();

        Assert.Equal("Root", (await admin.GetAsync("me")).Text("name"));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_and_at_the_latest_after_a_day()
    {
        var idle = new DeskBrowser(server);
        Assert.Equal("200", (await idle.SignInAsync("Root")).Is());
        for (var hours = 7; hours < 24; hours += 7)
        {
            server.Clock.Advance(TimeSpan.FromHours(7));
            Assert.Equal("200", (await admin.GetAsync("me")).Is());
        }

        Assert.Equal("401 signed-out", (await idle.GetAsync("me")).Is());
        server.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("401 signed-out", (await admin.GetAsync("me")).Is());
    }

    [Fact]
    public async Task Another_password_ends_all_other_sessions()
    {
        var other = new DeskBrowser(server);
        await other.SignInAsync("Root");
        Assert.Equal("400 wrong-password", (await admin.PostAsync("password", new JsonObject { ["old"] = "wrong wrong wrong", ["new"] = "a louder evening ashore" })).Is());
        Assert.Equal("400 password-short", (await admin.PostAsync("password", new JsonObject { ["old"] = DeskBrowser.Password, ["new"] = "short" })).Is());

        Assert.Equal("204", (await admin.PostAsync("password", new JsonObject { ["old"] = DeskBrowser.Password, ["new"] = "a louder evening ashore" })).Is());

        Assert.Equal("200", (await admin.GetAsync("me")).Is());
        Assert.Equal("401 signed-out", (await other.GetAsync("me")).Is());
        Assert.Equal("401 wrong", (await other.SignInAsync("Root")).Is());
        Assert.Equal("200", (await other.SignInAsync("Root", "a louder evening ashore")).Is());
    }

    [Fact]
    public async Task A_cookie_that_was_changed_or_made_up_is_nobodys()
    {
        var cookie = admin.Cookie;
        foreach (var forged in (string[])["desk=", "desk=x", cookie[..^4] + "AAAA", "desk=" + new string('A', 4_000)])
            Assert.Equal("401 signed-out", (await new DeskBrowser(server) { Cookie = forged }.GetAsync("me")).Is());
    }
}
