using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Commands;
using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Serving;
using ComplaintBot.Tests.Doubles;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>The whole server on a free port, over the real store, with the clock of the test.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-shop-for-its-servers";
    public const string ShopOrigin = "http://shop.example";

    /// <summary>Read once: no test changes them, and they take longer than the rest of the start.</summary>
    private static readonly Lazy<(ComplaintBot.Turns.Brain Brain, ComplaintBot.Playbooks.PlaybookFolder Folder)> Shipped = new(() => Composition.Think(null));

    /// <summary>What makes a password slow to guess made up a fifth of what the tests compute.</summary>
    private static readonly IOptions<PasswordHasherOptions> QuickHashing = Options.Create(new PasswordHasherOptions { IterationCount = 1_000 });

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly Dictionary<string, string?> settings;
    private Composition? parts;
    private ComplaintBot.Turns.Sqlite.SqliteDatabase? deskFile;
    private ChatServer? server;

    private LiveServer(Dictionary<string, string?> settings) => this.settings = settings;

    public ManualClock Clock { get; } = new();

    public Composition Parts => parts!;

    public string Url { get; private set; } = "";

    public HttpClient Http => http;

    public string Data => folder.Path;

    public ChatServer Server => server!;

    public ComplaintBot.Channels.ChannelRegistry Channels { get; private set; } = null!;

    public ComplaintBot.Turns.IChatIndex Chats { get; private set; } = null!;

    public ComplaintBot.Desk.Paging.IPageStore Pages => new ComplaintBot.Desk.Paging.SqlitePageStore(deskFile!);

    public ComplaintBot.Desk.Handoff.IHandoffStore Handoffs => new ComplaintBot.Desk.Handoff.SqliteHandoffStore(deskFile!);

    /// <summary>Starts a server that answers at once; settings given here go before those.</summary>
    public static async Task<LiveServer> StartAsync(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Server:Urls"] = "http://127.0.0.1:0",
            ["DirectLine:PauseMilliseconds"] = "0",
            ["DirectLine:Sites:default:Secret"] = Secret,
            ["DirectLine:Sites:default:Origins"] = $"{ShopOrigin}, https://shop.example",
            ["DirectLine:Sites:default:Playbooks"] = "retail",
            ["Limits:MessagesPerMinute"] = "6000",
            ["Limits:RequestsPerMinute"] = "1000000",
            ["Limits:TokensPerMinute"] = "100000",
            ["Limits:SignInsPerMinute"] = "100000",
            ["Limits:ConversationsPerHalfHour"] = "100000",
        };
        foreach (var (name, value) in more) settings[name] = value;
        var live = new LiveServer(settings);
        await live.BeginAsync();
        return live;
    }

    /// <summary>Stops the server as asked, and starts it again on what it kept.</summary>
    public async Task RestartAsync()
    {
        await EndAsync();
        await BeginAsync();
    }

    /// <summary>Stops the server as asked.</summary>
    public async Task EndAsync()
    {
        if (server is not null) await server.DisposeAsync();
        parts?.Dispose();
        deskFile?.Dispose();
        (server, parts, deskFile) = (null, null, null);
    }

    public DirectLineClient Client(string credential) => new(this, credential);

    /// <summary>A client with a token of its own, as a page gets one.</summary>
    public async Task<DirectLineClient> PageAsync(string? locale = "en")
    {
        var answer = await SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject { ["locale"] = locale }, ("Origin", ShopOrigin));
        return new(this, answer.Text("token")) { Conversation = answer.Text("conversationId"), User = answer.Text("userId") };
    }

    /// <summary>Waits until nothing is left in the inbox of a conversation.</summary>
    public Task WorkedOffAsync(string conversation) => WorkedOffAsync(DirectLineChannel.Key(DirectLineSettings.DefaultSite, conversation));

    /// <summary>Waits until nothing is left in the inbox; of one conversation, or at all.</summary>
    public async Task WorkedOffAsync(ComplaintBot.Turns.ConversationKey? key = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await Parts.Store.InboxAsync(key, 1, default) is [var waiting, ..])
        {
            if (patience.IsCancellationRequested) Assert.Fail($"{waiting.Activity.Type} {waiting.Activity.Name} {waiting.Activity.Text} has not been worked off for a minute.");
            await Task.Yield();
        }
    }

    /// <summary>Lets the sender notice what is due: it looks every two seconds, and may be looking just now.</summary>
    public async Task NoticedAsync(Func<Task<bool>> isDue)
    {
        for (var i = 0; i < 5 && await isDue(); i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(2));
            for (var looks = 0; looks < 100 && await isDue(); looks++) await Task.Yield();
        }
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? credential, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), null, "application/json");
        return await SendAsync(method, path, credential, content, headers);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? credential, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Url + path) { Content = content };
        if (credential is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        http.Dispose();
        folder.Dispose();
    }

    private async Task BeginAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection([new("Server:Data", folder.Path)]).Build();
        var read = Shipped.Value;
        var (checkedSettings, errors) = SettingsFile.Read(configuration, [], read.Brain.Shelf.Has);
        Assert.Empty(errors);
        parts = await Composition.OpenAsync(checkedSettings, read, Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, default);
        deskFile = await DeskSchema.OpenAsync(folder.Path, default);
        var live = parts.Live(checkedSettings, Clock);
        (Chats, Channels) = (live.Chats, live.Channels);
        server = await ChatServer.StartAsync(
            checkedSettings,
            new ServerParts
            {
                Store = parts.Store,
                Shared = parts.Shared,
                Notes = parts.Notes,
                Runner = parts.Runner,
                Ids = parts.Ids,
                Clock = Clock,
                Live = live,
                Desk = Composition.Desk(deskFile, parts, checkedSettings, Clock) with { Hashing = QuickHashing },
                Playbooks = () => [.. read.Brain.Shelf.Current.All.Select(playbook => playbook.Id)],
                PlaybookTrouble = () => null,
            },
            default);
        Url = server.Addresses[0];
    }
}
