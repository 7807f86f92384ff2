using System.Text.Json.Nodes;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>All that is kept of a case, as the desk reads it.</summary>
public sealed class CaseFileTests : IAsyncLifetime
{
    private const string Phone = "13812345678";

    private Shift shift = null!;

    public async Task InitializeAsync() => shift = await Shift.StartAsync(null, ("Ann Lee", "agent"), ("Bob Wu", "agent"), ("Sue Yu", "supervisor"), ("Ada Ott", "auditor"), ("Max Roth", "admin"));

    public async Task DisposeAsync() => await shift.DisposeAsync();

    [Fact]
    public async Task It_tells_triggers_holds_corrections_notes_approvals_and_tasks_and_that_nothing_was_changed()
    {
        var customer = await WorkedOnAsync();

        var file = await FileAsync("Ann Lee", customer);

        Assert.NotEmpty(file["number"]!.GetValue<string>());
        Assert.Null(file["brokenAt"]);
        Assert.Contains(file["triggers"]!.AsArray(), one => one!["trigger"]!.GetValue<string>() == "asks-for-person" && one["words"]!.GetValue<string>().Contains("person", StringComparison.Ordinal));
        Assert.Contains(file["tasks"]!.AsArray(), one => one!["kind"]!.GetValue<string>() == "contact" && one["owner"]!.GetValue<string>() == "a colleague");
        Assert.All(file["lines"]!.AsArray().Where(line => Kind(line) is "promise-made" or "task-opened"), line => Assert.Null(line!["data"]!["content"]));
        Assert.Equal(("Ann Lee", "person"), (Line(file, "held")["name"]!.GetValue<string>(), Line(file, "held")["from"]!.GetValue<string>()));
        Assert.Equal("She is right.", Line(file, "note-added")["data"]!["text"]!.GetValue<string>());
        var corrected = file["lines"]!.AsArray().Last(line => Kind(line) == "fact-recorded")!["data"]!;
        Assert.Equal(("Customer read it out.", "corrected"), (corrected["reason"]!.GetValue<string>(), corrected["how"]!.GetValue<string>()));
        Assert.DoesNotContain('_', corrected["name"]!.GetValue<string>());
        Assert.Equal(("Sue Yu", "Too much.", "no"), (Line(file, "approval-answered")["name"]!.GetValue<string>(), Line(file, "approval-answered")["data"]!["reason"]!.GetValue<string>(), Line(file, "approval-answered")["data"]!["answer"]!.GetValue<string>()));
        Assert.Equal(Enumerable.Range(1, file["lines"]!.AsArray().Count).Select(i => (long)i), file["lines"]!.AsArray().Select(line => line!["sequence"]!.GetValue<long>()));
    }

    [Fact]
    public async Task It_is_for_who_reads_chats_and_only_who_has_the_chat_sees_how_the_customer_is_reached()
    {
        var customer = await WorkedOnAsync();

        Assert.Contains(Phone, (await FileAsync("Ann Lee", customer)).ToJsonString(), StringComparison.Ordinal);
        foreach (var other in (string[])["Bob Wu", "Sue Yu", "Ada Ott"]) Assert.DoesNotContain(Phone, (await FileAsync(other, customer)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("403 not-allowed", (await shift["Max Roth"].Browser.GetAsync(Shift.Path(customer, "case"))).Is());
        Assert.Equal("404 unknown-chat", (await shift["Ann Lee"].Browser.GetAsync("chats/directline-default/nobody/case")).Is());
    }

    [Fact]
    public async Task A_whisper_is_for_who_has_the_chat_and_who_leads()
    {
        var customer = await WorkedOnAsync();
        await shift.DoAsync("Sue Yu", customer, "whisper", "Mind your tone.");

        foreach (var (name, hears) in ((string, bool)[])[("Ann Lee", true), ("Sue Yu", true), ("Ada Ott", true), ("Bob Wu", false)])
        {
            Assert.Equal(hears, (await FileAsync(name, customer)).ToJsonString().Contains("Mind your tone.", StringComparison.Ordinal));
            Assert.Equal(hears, (await shift.LinesAsync(name, customer)).ToJsonString().Contains("Mind your tone.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_view_names_the_categories_of_its_playbook_and_the_playbooks_can_be_listed()
    {
        var customer = await shift.CustomerAsync();

        var view = (await shift["Ann Lee"].Browser.GetAsync(Shift.Path(customer))).Json!;
        var category = view["chat"]!["category"]!.GetValue<string>();
        Assert.Contains(view["categories"]!.AsArray(), one => one!["id"]!.GetValue<string>() == category && one["name"]!["zh"]!.GetValue<string>().Length > 0 && one["name"]!["en"]!.GetValue<string>().Length > 0);
        var playbooks = (await shift["Max Roth"].Browser.GetAsync("playbooks")).List();
        Assert.Contains(playbooks, one => one!["id"]!.GetValue<string>() == "catering" && one["name"]!["en"]!.GetValue<string>().Length > 0);
        Assert.Equal(12, playbooks.Count);
    }

    /// <summary>A chat in which everything was done that leaves something in the file.</summary>
    private async Task<DirectLineClient> WorkedOnAsync()
    {
        var customer = await shift.CustomerAsync($"Your courier broke my new vase. Call me on {Phone}.");
        await shift.DoAsync("Ann Lee", customer, "take");
        await shift.DoAsync("Ann Lee", customer, new JsonObject { ["do"] = "correct-fact", ["name"] = "amount", ["value"] = "128", ["reason"] = "Customer read it out." });
        await shift.DoAsync("Ann Lee", customer, "note", "She is right.");
        await shift.DoAsync("Ann Lee", customer, new JsonObject { ["do"] = "hold", ["until"] = shift.Server.Clock.GetUtcNow().AddMinutes(20).ToString("O") });
        await shift.DoAsync("Ann Lee", customer, new JsonObject { ["do"] = "offer", ["kind"] = "refund", ["text"] = "You get 1700 back.", ["amount"] = 1_700 });
        var approval = (await shift.ChatAsync("Sue Yu", customer))["approvals"]![0]!["id"]!.GetValue<string>();
        Assert.Equal("200", (await shift.DoAsync("Sue Yu", customer, new JsonObject { ["do"] = "approve", ["approval"] = approval, ["yes"] = false, ["reason"] = "Too much." })).Is());
        return customer;
    }

    private async Task<JsonNode> FileAsync(string name, DirectLineClient customer) => (await shift[name].Browser.GetAsync(Shift.Path(customer, "case"))).Json!;

    private static string Kind(JsonNode? line) => line!["kind"]!.GetValue<string>();

    private static JsonNode Line(JsonNode file, string kind) => Assert.Single(file["lines"]!.AsArray(), line => Kind(line) == kind)!;
}
