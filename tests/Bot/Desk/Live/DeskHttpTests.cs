using System.Text.Json.Nodes;
using ComplaintBot.Tests.Desk.Accounts;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>The desk over HTTP: lists, views, lines, commands and who may do what.</summary>
public sealed class DeskHttpTests : IAsyncLifetime
{
    private Shift shift = null!;

    public async Task InitializeAsync() => shift = await Shift.StartAsync(null, ("Ann Lee", "agent"), ("Bob Wu", "agent"), ("Sue Yu", "supervisor"), ("Ada Ott", "auditor"), ("Max Roth", "admin"));

    public async Task DisposeAsync() => await shift.DisposeAsync();

    [Fact]
    public async Task Without_signing_in_nothing_is_read_or_done()
    {
        var (stranger, customer) = (new DeskBrowser(shift.Server), await shift.CustomerAsync());
        foreach (var path in (string[])["chats?view=queue", "approvals", "people/load", Shift.Path(customer), Shift.Path(customer, "lines"), Shift.Path(customer, "case"), "playbooks", Shift.Path(customer, "phrases")])
            Assert.Equal("401 signed-out", (await stranger.GetAsync(path)).Is());
        Assert.Equal("401 signed-out", (await stranger.PostAsync("next")).Is());
        Assert.Equal("401 signed-out", (await stranger.PostAsync(Shift.Path(customer, "commands"), Command("take"))).Is());
        Assert.Equal("401 signed-out", (await stranger.SendAsync(HttpMethod.Put, "presence", new JsonObject { ["state"] = "away" })).Is());
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.OpenAsync(shift.Server.Url, ""));
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.OpenAsync(shift.Server.Url, shift["Ann Lee"].Browser.Cookie, "https://evil.example"));
        Assert.Equal("waiting", await shift.OwnerAsync(customer));
    }

    [Fact]
    public async Task A_chat_moves_from_the_queue_to_who_takes_it_and_stays_in_all()
    {
        var customer = await shift.CustomerAsync();
        var ann = shift["Ann Lee"].Browser;
        Assert.Equal((1, 0, 1, customer.Conversation), await ListAsync(ann, "queue"));

        var taken = await shift.DoAsync("Ann Lee", customer, "take");

        Assert.Equal("200", taken.Is());
        Assert.Equal(("person", shift["Ann Lee"].Id), (taken.Json!["chat"]!["owner"]!.GetValue<string>(), taken.Json["chat"]!["agent"]!["id"]!.GetValue<string>()));
        Assert.Equal((0, 1, 1, customer.Conversation), await ListAsync(ann, "mine"));
        Assert.Equal((0, 0, 1, customer.Conversation), await ListAsync(shift["Bob Wu"].Browser, "all"));
        Assert.Equal("400 bad-request", (await ann.GetAsync("chats?view=everything")).Is());
        Assert.Equal("400 bad-request", (await ann.GetAsync("chats?view=all&limit=-1")).Is());
        Assert.Equal("400 bad-request", (await ann.GetAsync("chats?view=all&before=yesterday")).Is());
        Assert.Equal("404 unknown-chat", (await ann.GetAsync("chats/directline-default/nobody")).Is());
    }

    [Fact]
    public async Task The_view_has_brief_facts_and_remedies_and_the_lines_are_the_whole_transcript()
    {
        var customer = await shift.CustomerAsync();
        await shift.DoAsync("Ann Lee", customer, "take");
        await shift.DoAsync("Ann Lee", customer, "reply", "I have your case before me.");

        var view = (await shift["Ann Lee"].Browser.GetAsync(Shift.Path(customer))).Json!;
        foreach (var member in (string[])["chat", "brief", "facts", "missing", "offers", "ladder", "approvals", "tasks", "notAgain", "agreed", "categories"]) Assert.True(view.AsObject().ContainsKey(member), member);
        var lines = await shift.LinesAsync("Ann Lee", customer);
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(i => (long)i), lines.Select(line => line!["sequence"]!.GetValue<long>()));
        Assert.Equal(["bot", "customer", "person"], lines.Select(line => line!["from"]!.GetValue<string>()).Distinct().Order());
        Assert.Contains(lines, line => line!["text"]?.GetValue<string>() == "I have your case before me." && line["name"]?.GetValue<string>() == "Ann Lee");
        var part = (await shift["Ann Lee"].Browser.GetAsync(Shift.Path(customer, "lines?after=2&limit=3"))).Json!;
        Assert.Equal((3, 5L), (part["lines"]!.AsArray().Count, part["last"]!.GetValue<long>()));
        Assert.NotEmpty((await shift["Ann Lee"].Browser.GetAsync(Shift.Path(customer, "phrases"))).List());
    }

    [Fact]
    public async Task Thirty_desks_behind_one_address_do_not_use_up_each_others_requests()
    {
        await using var strict = await Shift.StartAsync([("Limits:RequestsPerMinute", "40")], ("Ann Lee", "agent"), ("Bob Wu", "agent"));
        for (var i = 0; i < 40; i++) Assert.Equal("200", (await strict["Ann Lee"].Browser.GetAsync("me")).Is());

        Assert.Equal("429 too-many", (await strict["Ann Lee"].Browser.GetAsync("me")).Is());
        Assert.Equal("200", (await strict["Bob Wu"].Browser.GetAsync("me")).Is());
        for (var i = 0; i < 60; i++) await new DeskBrowser(strict.Server).GetAsync("me");
        Assert.Equal("429 too-many", (await new DeskBrowser(strict.Server).GetAsync("me")).Is());
    }

    [Fact]
    public async Task Times_are_in_utc_and_sort_as_text()
    {
        var customer = await shift.CustomerAsync();
        await using var hub = await shift.HubAsync("Ann Lee");
        await shift.DoAsync("Ann Lee", customer, "take");
        string[] shown = [(await shift["Ann Lee"].Browser.GetAsync("chats?view=all")).Body, (await shift["Ann Lee"].Browser.GetAsync(Shift.Path(customer))).Body, (await hub.UntilAsync("chat"))!.ToJsonString()];

        Assert.All(shown, body => Assert.Matches("\"updatedAt\":\"2026-03-02T01:00:00\\.[0-9]{7}Z\"", body));
        Assert.All(shown, body => Assert.DoesNotContain("+08:00", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_refusal_comes_with_its_code_and_a_sentence_and_leaves_nothing()
    {
        var customer = await shift.CustomerAsync();
        await RefusedAsync("Ann Lee", "not-yours", new() { ["do"] = "hold", ["until"] = "2026-03-02T10:00:00Z" });
        await RefusedAsync("Ann Lee", "not-waiting", new() { ["do"] = "release", ["why"] = "wish" });
        await shift.DoAsync("Bob Wu", customer, "take");
        await RefusedAsync("Ann Lee", "taken", new() { ["do"] = "take" });
        await RefusedAsync("Ann Lee", "not-yours", new() { ["do"] = "reply", ["text"] = "Hello" });
        await RefusedAsync("Bob Wu", "empty", new() { ["do"] = "reply", ["text"] = "  " });
        await RefusedAsync("Bob Wu", "too-long", new() { ["do"] = "reply", ["text"] = new string('x', 4_001) });
        await RefusedAsync("Bob Wu", "not-allowed", new() { ["do"] = "whisper", ["text"] = "psst" });
        await RefusedAsync("Bob Wu", "unknown-fact", new() { ["do"] = "correct-fact", ["name"] = "shoe_size", ["value"] = "44", ["reason"] = "said so" });
        await RefusedAsync("Bob Wu", "unknown-remedy", new() { ["do"] = "offer", ["kind"] = "refund", ["text"] = "Money." });
        await RefusedAsync("Bob Wu", "no-offer", new() { ["do"] = "answer-offer", ["accepted"] = true });
        await RefusedAsync("Sue Yu", "unknown-approval", new() { ["do"] = "approve", ["approval"] = "99", ["yes"] = true });
        await RefusedAsync("Bob Wu", "not-yet", new() { ["do"] = "end-chat", ["reason"] = "rude" });
        await RefusedAsync("Bob Wu", "unknown-person", new() { ["do"] = "transfer", ["person"] = "nobody" });
        await shift.DoAsync("Bob Wu", customer, "settle", "All is settled. Goodbye.");
        await RefusedAsync("Bob Wu", "over", new() { ["do"] = "reply", ["text"] = "One more thing" });

        async Task RefusedAsync(string who, string code, JsonObject command)
        {
            var before = (await shift.ChatAsync("Sue Yu", customer))["sequence"]!.GetValue<long>();
            var answer = await shift.DoAsync(who, customer, command);
            Assert.Equal($"409 {code}", answer.Is());
            Assert.NotEmpty(answer.Text("detail"));
            Assert.DoesNotContain("{", answer.Text("detail"), StringComparison.Ordinal);
            Assert.Equal(before, (await shift.ChatAsync("Sue Yu", customer))["sequence"]!.GetValue<long>());
        }
    }

    [Fact]
    public async Task One_click_that_is_sent_three_times_says_it_once()
    {
        var customer = await shift.CustomerAsync();
        await shift.DoAsync("Ann Lee", customer, "take");
        for (var i = 0; i < 3; i++) Assert.Equal("200", (await shift.DoAsync("Ann Lee", customer, new JsonObject { ["do"] = "reply", ["text"] = "Good morning." }, "same-id")).Is());
        Assert.Equal("200", (await shift.DoAsync("Ann Lee", customer, new JsonObject { ["do"] = "release", ["why"] = "wish" }, "release-id")).Is());
        Assert.Equal("200", (await shift.DoAsync("Ann Lee", customer, new JsonObject { ["do"] = "release", ["why"] = "wish" }, "release-id")).Is());

        Assert.Single(await shift.LinesAsync("Ann Lee", customer), line => line!["text"]?.GetValue<string>() == "Good morning.");
    }

    [Fact]
    public async Task Next_gives_the_longest_wait_first_and_no_chat_to_two()
    {
        var first = await shift.CustomerAsync();
        shift.Server.Clock.Advance(TimeSpan.FromSeconds(10));
        var second = await shift.CustomerAsync();

        var taken = await Task.WhenAll(shift["Ann Lee"].Browser.PostAsync("next"), shift["Bob Wu"].Browser.PostAsync("next"));

        Assert.Equal([first.Conversation, second.Conversation], taken.Select(one => one.Json!["chat"]!["conversation"]!.GetValue<string>()).OrderBy(one => one == first.Conversation ? 0 : 1));
        Assert.Equal("204", (await shift["Ann Lee"].Browser.PostAsync("next")).Is());
    }

    [Fact]
    public async Task A_remedy_above_the_limit_goes_out_in_the_agents_name_once_a_supervisor_says_yes()
    {
        var customer = await shift.CustomerAsync();
        using var stream = await customer.OpenAsync();
        await shift.DoAsync("Ann Lee", customer, "take");
        var offer = new JsonObject { ["do"] = "offer", ["kind"] = "refund", ["text"] = "You get 1700 back.", ["amount"] = 1700 };
        var asked = (await shift.DoAsync("Ann Lee", customer, offer)).Json!["chat"]!["approvals"]!.AsArray();
        var approval = Assert.Single(asked)!["id"]!.GetValue<string>();

        Assert.Empty((await shift["Bob Wu"].Browser.GetAsync("approvals")).List());
        Assert.Single((await shift["Sue Yu"].Browser.GetAsync("approvals")).List());
        var yes = new JsonObject { ["do"] = "approve", ["approval"] = approval, ["yes"] = true };
        Assert.Equal("409 not-allowed", (await shift.DoAsync("Ann Lee", customer, (JsonObject)yes.DeepClone())).Is());
        Assert.Equal("200", (await shift.DoAsync("Sue Yu", customer, yes)).Is());

        var heard = await stream.UntilAsync(activity => activity["text"]?.GetValue<string>() == "You get 1700 back.");
        Assert.Equal("Ann Lee", heard["from"]!["name"]!.GetValue<string>());
        Assert.Empty((await shift["Sue Yu"].Browser.GetAsync("approvals")).List());
    }

    [Fact]
    public async Task Auditors_read_and_do_nothing_and_who_only_keeps_people_sees_no_chat()
    {
        var customer = await shift.CustomerAsync();
        var (auditor, admin) = (shift["Ada Ott"].Browser, shift["Max Roth"].Browser);

        Assert.Equal("200", (await auditor.GetAsync("chats?view=all")).Is());
        Assert.Equal("200", (await auditor.GetAsync(Shift.Path(customer, "lines"))).Is());
        Assert.Equal("403 not-allowed", (await shift.DoAsync("Ada Ott", customer, "take")).Is());
        Assert.Equal("403 not-allowed", (await auditor.PostAsync("next")).Is());
        foreach (var path in (string[])["chats?view=all", "approvals", "people/load", Shift.Path(customer), Shift.Path(customer, "lines")]) Assert.Equal("403 not-allowed", (await admin.GetAsync(path)).Is());
        Assert.Equal("403 not-allowed", (await shift.DoAsync("Max Roth", customer, "note", "hm")).Is());
        Assert.Equal("403 not-allowed", (await shift["Sue Yu"].Browser.GetAsync("people")).Is());
        await shift.DoAsync("Ann Lee", customer, "take");
        Assert.Equal("200", (await shift.DoAsync("Sue Yu", customer, "take")).Is());
    }

    [Fact]
    public async Task Only_who_has_the_chat_sees_how_the_customer_is_reached()
    {
        const string Phone = "13812345678";
        var customer = await shift.CustomerAsync($"Your courier broke my new vase. Call me on {Phone}.");
        await shift.DoAsync("Ann Lee", customer, "take");

        var own = (await shift["Ann Lee"].Browser.GetAsync(Shift.Path(customer, "lines"))).Body;
        Assert.Contains(Phone, own, StringComparison.Ordinal);
        foreach (var other in (string[])["Bob Wu", "Sue Yu", "Ada Ott"])
            foreach (var path in (string[])[Shift.Path(customer), Shift.Path(customer, "lines"), "chats?view=all", "chats?view=queue"])
                Assert.DoesNotContain(Phone, (await shift[other].Browser.GetAsync(path)).Body, StringComparison.Ordinal);
        Assert.Contains("*********78", (await shift["Bob Wu"].Browser.GetAsync(Shift.Path(customer, "lines"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_and_presence_tell_who_is_there_and_has_how_much()
    {
        var customer = await shift.CustomerAsync();
        await using var hub = await shift.HubAsync("Ann Lee");
        await hub.UntilAsync("people");
        await shift.DoAsync("Ann Lee", customer, "take");
        Assert.Equal("204", (await shift["Ann Lee"].Browser.SendAsync(HttpMethod.Put, "presence", new JsonObject { ["state"] = "away" })).Is());

        var load = (await shift["Sue Yu"].Browser.GetAsync("people/load")).List();
        var ann = load.Single(one => one!["id"]!.GetValue<string>() == shift["Ann Lee"].Id)!;
        Assert.Equal(("away", true, 1), (ann["presence"]!.GetValue<string>(), ann["online"]!.GetValue<bool>(), ann["chats"]!.GetValue<int>()));
        Assert.False(load.Single(one => one!["id"]!.GetValue<string>() == shift["Bob Wu"].Id)!["online"]!.GetValue<bool>());
        foreach (var state in (string[])["full", "asleep", ""])
            Assert.Equal("400 bad-request", (await shift["Ann Lee"].Browser.SendAsync(HttpMethod.Put, "presence", new JsonObject { ["state"] = state })).Is());
    }

    [Fact]
    public async Task Whoever_may_have_chats_sees_to_whom_a_chat_can_be_given_and_nothing_to_write_to_them_by()
    {
        var admin = shift["Max Roth"].Browser;
        var team = (await admin.PostAsync("teams", new JsonObject { ["name"] = "Returns", ["playbooks"] = new JsonArray(), ["languages"] = new JsonArray(), ["forAbuse"] = false })).Text("id");
        foreach (var who in (string[])["Ann Lee", "Bob Wu"]) Assert.Equal("200", (await admin.PatchAsync($"people/{shift[who].Id}", new JsonObject { ["teams"] = new JsonArray(team) })).Is());
        Assert.Equal("403 not-allowed", (await shift["Max Roth"].Browser.GetAsync("colleagues")).Is());
        await using var hub = await shift.HubAsync("Bob Wu");
        await hub.UntilAsync("people");

        foreach (var who in (string[])["Ann Lee", "Sue Yu", "Ada Ott"])
        {
            var company = (await shift[who].Browser.GetAsync("colleagues")).Json!;
            var people = company["people"]!.AsArray();
            Assert.Equal(["Ann Lee", "Bob Wu", "Root", "Sue Yu"], people.Select(one => one!["name"]!.GetValue<string>()).Order());
            Assert.Equal(["Bob Wu"], people.Where(one => one!["online"]!.GetValue<bool>()).Select(one => one!["name"]!.GetValue<string>()));
            Assert.All(people, one => Assert.Equal(["chats", "id", "longestWait", "name", "online", "presence", "role"], one!.AsObject().Select(member => member.Key).Order()));
            Assert.Equal($$"""[{"id":"{{team}}","name":"Returns","online":1}]""", company["teams"]!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("", "400 bad-request")]
    [InlineData("null", "400 bad-request")]
    [InlineData("[]", "400 bad-request")]
    [InlineData("{\"id\":\"\\ud800\",\"command\":{\"do\":\"take\"}}", "400 bad-request")]
    [InlineData("{\"id\":5,\"command\":{\"do\":\"take\"}}", "400 bad-request")]
    [InlineData("{\"command\":{\"do\":\"take\"}}", "400 bad-request")]
    [InlineData("{\"id\":\"a\"}", "400 malformed")]
    [InlineData("{\"id\":\"a\",\"command\":null}", "400 malformed")]
    [InlineData("{\"id\":\"a\",\"command\":{\"do\":\"sing\"}}", "400 malformed")]
    [InlineData("{\"id\":\"a\",\"command\":{\"do\":\"reply\",\"text\":null}}", "400 malformed")]
    [InlineData("{\"id\":\"a\",\"command\":{\"do\":\"reply\",\"text\":{\"x\":1}}}", "400 malformed")]
    [InlineData("{\"id\":\"a\",\"command\":{\"do\":\"confirm-call\",\"name\":\"Ann\"}}", "409 not-allowed")]
    public async Task A_hostile_command_is_refused_and_does_nothing(string body, string status)
    {
        var customer = await shift.CustomerAsync();
        var ann = shift["Ann Lee"].Browser;
        using var content = new StringContent(body, null, "application/json");

        var answer = await shift.Server.SendAsync(HttpMethod.Post, "/desk/api/" + Shift.Path(customer, "commands"), null, content, ("X-Desk", "1"), ("Origin", shift.Server.Url), ("Cookie", ann.Cookie), ("Accept-Language", "en"));

        Assert.Equal(status, answer.Is());
        Assert.Equal("waiting", await shift.OwnerAsync(customer));
        Assert.Equal("413 too-large", (await ann.PostAsync(Shift.Path(customer, "commands"), new JsonObject { ["id"] = new string('x', 70_000) })).Is());
    }

    private static JsonObject Command(string what) => new() { ["id"] = "a", ["command"] = new JsonObject { ["do"] = what } };

    private static async Task<(int Queue, int Mine, int All, string Only)> ListAsync(DeskBrowser browser, string view)
    {
        var page = (await browser.GetAsync("chats?view=" + view)).Json!;
        var counts = page["counts"]!;
        return (counts["queue"]!.GetValue<int>(), counts["mine"]!.GetValue<int>(), counts["all"]!.GetValue<int>(), Assert.Single(page["chats"]!.AsArray())!["conversation"]!.GetValue<string>());
    }
}
