using System.Text.Json.Nodes;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Accounts;

public sealed class PeopleTests : IAsyncLifetime
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
    public async Task An_admin_adds_people_and_teams_with_what_they_can_do()
    {
        var team = (await admin.PostAsync("teams", new JsonObject { ["name"] = "夜班", ["playbooks"] = new JsonArray("catering"), ["forAbuse"] = true })).Text("id");
        var added = await admin.PostAsync("people", new JsonObject
        {
            ["name"] = "李雷",
            ["role"] = "agent",
            ["teams"] = new JsonArray(team),
            ["languages"] = new JsonArray("zh-Hans"),
            ["playbooks"] = new JsonArray("catering"),
        });
        var agent = new DeskBrowser(server);
        var me = await agent.AcceptAsync(added.Text("invite"), null);

        Assert.Equal(("李雷", "agent"), (me.Text("name"), me.Text("role")));
        Assert.Equal(team, me.Json!["teams"]![0]!.GetValue<string>());
        Assert.Equal(1000m, me.Json!["limits"]!["CNY"]!.GetValue<decimal>());
        Assert.Equal("夜班", (await agent.GetAsync("teams")).List()[0]!["name"]!.GetValue<string>());
        Assert.Equal("204", (await admin.DeleteAsync("teams/" + team)).Is());
        Assert.Empty((await agent.GetAsync("me")).Json!["teams"]!.AsArray());
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("manager")]
    [InlineData("pr")]
    [InlineData("auditor")]
    public async Task Whoever_is_no_admin_may_not_keep_people(string role)
    {
        var (person, id) = await admin.InviteAsync("Li Lei", role);

        Assert.Equal("403 not-allowed", (await person.GetAsync("people")).Is());
        Assert.Equal("403 not-allowed", (await person.PostAsync("people", new JsonObject { ["name"] = "Eve", ["role"] = "admin" })).Is());
        Assert.Equal("403 not-allowed", (await person.PatchAsync("people/" + id, new JsonObject { ["admin"] = true })).Is());
        Assert.Equal("403 not-allowed", (await person.PostAsync($"people/{id}/invite")).Is());
        Assert.Equal("403 not-allowed", (await person.DeleteAsync($"people/{id}/sessions")).Is());
        Assert.Equal("403 not-allowed", (await person.PostAsync("teams", new JsonObject { ["name"] = "Mine" })).Is());
        Assert.Equal("403 not-allowed", (await person.DeleteAsync("teams/x")).Is());
    }

    [Fact]
    public async Task Whoever_is_set_inactive_is_out_at_once_and_stays_out()
    {
        var (agent, id) = await admin.InviteAsync("Li Lei", "agent");

        Assert.Equal("200", (await admin.PatchAsync("people/" + id, new JsonObject { ["active"] = false })).Is());

        Assert.Equal("401 signed-out", (await agent.GetAsync("me")).Is());
        Assert.Equal("401 wrong", (await agent.SignInAsync("Li Lei")).Is());
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_request()
    {
        var (other, id) = await admin.InviteAsync("Han Meimei", "supervisor");
        await admin.PatchAsync("people/" + id, new JsonObject { ["admin"] = true });
        Assert.Equal("200", (await other.GetAsync("people")).Is());

        await admin.PatchAsync("people/" + id, new JsonObject { ["admin"] = false });

        Assert.Equal("401 signed-out", (await other.GetAsync("people")).Is());
        await other.SignInAsync("Han Meimei");
        Assert.Equal("403 not-allowed", (await other.GetAsync("people")).Is());
    }

    [Fact]
    public async Task The_last_admin_can_not_be_lost()
    {
        var root = (await admin.GetAsync("me")).Text("id");

        Assert.Equal("409 last-admin", (await admin.PatchAsync("people/" + root, new JsonObject { ["role"] = "agent", ["admin"] = false })).Is());
        Assert.Equal("409 last-admin", (await admin.PatchAsync("people/" + root, new JsonObject { ["active"] = false })).Is());
        Assert.Equal("200", (await admin.GetAsync("people")).Is());
        Assert.Equal("200", (await admin.PatchAsync("people/" + root, new JsonObject { ["role"] = "supervisor", ["admin"] = true })).Is());
    }

    [Fact]
    public async Task Wrong_details_are_refused_with_what_is_wrong()
    {
        async Task<string> Add(string name, string? role, string list = "teams", string item = "") =>
            (await admin.PostAsync("people", new JsonObject { ["name"] = name, ["role"] = role, [list] = item.Length > 0 ? new JsonArray(item) : new JsonArray() })).Is();

        Assert.Equal("400 role", await Add("A", "king"));
        Assert.Equal("400 role", await Add("A", null));
        Assert.Equal("400 unknown-team", await Add("A", "agent", "teams", "x"));
        Assert.Equal("400 language", await Add("A", "agent", "languages", "fr"));
        Assert.Equal("400 playbook", await Add("A", "agent", "playbooks", "circus"));
        Assert.Equal("400 name", await Add("", "agent"));
        Assert.Equal("400 name", await Add(" A", "agent"));
        Assert.Equal("400 name", await Add("A\u202Eb", "agent"));
        Assert.Equal("400 name", await Add(new string('A', 65), "agent"));
        Assert.Equal("409 name-taken", await Add("ROOT", "agent"));
        Assert.Equal("404 unknown-person", (await admin.PatchAsync("people/x", new JsonObject())).Is());
        Assert.Single((await admin.GetAsync("people")).List());
    }

    [Theory]
    [InlineData("short", "password-short")]
    [InlineData("Li Lei Li Lei", "password-is-name")]
    [InlineData("passwordpassword", "password-common")]
    [InlineData("Password123456", "password-common")]
    [InlineData("1234567890123", "password-common")]
    [InlineData("aaaaaaaaaaaaaa", "password-common")]
    [InlineData("abababababab", "password-common")]
    [InlineData("qwertyuiop123", "password-common")]
    [InlineData("P@ssw0rd!!!!", "password-common")]
    [InlineData("correct horse battery staple", "password-common")]
    [InlineData("glass in the soup again", null)]
    [InlineData("今天的汤里没有玻璃渣子了吧", null)]
    public void A_password_is_long_and_not_the_first_that_is_tried(string password, string? code) => Assert.Equal(code, PasswordRules.Wrong("Li Lei", password));

    [Fact]
    public void A_password_is_not_endless() => Assert.Equal("password-long", PasswordRules.Wrong("Li Lei", string.Concat(Enumerable.Range(0, 257).Select(i => (char)('a' + (i * 7 % 26))))));
}
