using System.Text.Json.Nodes;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>People at the desk of a running server, and customers who come to it by the web chat.</summary>
internal sealed class Shift : IAsyncDisposable
{
    private readonly Dictionary<string, Colleague> people = [];
    private int commands;

    private Shift(LiveServer server) => Server = server;

    /// <summary>Somebody who is signed in.</summary>
    internal sealed record Colleague(DeskBrowser Browser, string Id, string Name);

    public LiveServer Server { get; }

    /// <summary>Starts a server with people of these roles, each called by a name.</summary>
    public static async Task<Shift> StartAsync((string Name, string Value)[]? settings = null, params (string Name, string Role)[] who)
    {
        var shift = new Shift(await LiveServer.StartAsync(settings ?? []));
        var admin = await DeskBrowser.AdminAsync(shift.Server);
        foreach (var (name, role) in who)
        {
            var (browser, id) = await admin.InviteAsync(name, role);
            shift.people[name] = new(browser, id, name);
        }

        return shift;
    }

    public Colleague this[string name] => people[name];

    public Task<HubClient> HubAsync(string name) => HubClient.OpenAsync(Server.Url, this[name].Browser.Cookie);

    /// <summary>A customer whose chat waits for a person.</summary>
    /// <param name="complaint">What they complain of.</param>
    public async Task<DirectLineClient> CustomerAsync(string complaint = "Your courier broke my new vase and nobody answers the phone.")
    {
        var page = await Server.PageAsync();
        Assert.Equal(201, (await page.StartAsync()).Status);
        foreach (var line in (string[])[complaint, "I want to talk to a real person.", "A human being, please. Now."])
        {
            await page.SayAsync(line);
            await Server.WorkedOffAsync(page.Conversation);
            if (await OwnerAsync(page) == "waiting") return page;
        }

        Assert.Fail("The chat was not handed over.");
        return page;
    }

    public async Task<string?> OwnerAsync(DirectLineClient page) =>
        (await Server.Chats.FindAsync(DirectLineChannel.Key(DirectLineSettings.DefaultSite, page.Conversation), default))?.Summary.Owner.Id();

    /// <summary>The path of a chat.</summary>
    public static string Path(DirectLineClient page, string? rest = null) => $"chats/directline-default/{Uri.EscapeDataString(page.Conversation)}{(rest is null ? "" : "/" + rest)}";

    /// <summary>Sends a command; every call is a new one unless it names its id.</summary>
    public Task<Answer> DoAsync(string name, DirectLineClient page, JsonObject command, string? id = null) =>
        this[name].Browser.PostAsync(Path(page, "commands"), new JsonObject { ["id"] = id ?? $"command-{Interlocked.Increment(ref commands)}", ["command"] = command });

    public Task<Answer> DoAsync(string name, DirectLineClient page, string what, string? text = null) =>
        DoAsync(name, page, text is null ? new JsonObject { ["do"] = what } : new JsonObject { ["do"] = what, ["text"] = text });

    public async Task<JsonNode> ChatAsync(string name, DirectLineClient page) => (await this[name].Browser.GetAsync(Path(page))).Json!["chat"]!;

    public async Task<JsonArray> LinesAsync(string name, DirectLineClient page) => (await this[name].Browser.GetAsync(Path(page, "lines"))).Json!["lines"]!.AsArray();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
