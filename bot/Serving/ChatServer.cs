using ComplaintBot.Channels;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Desk;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Serving.Watching;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Serving;

/// <summary>The server: Kestrel, the channels on it, and what works behind them. It owns none of the parts it is given.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RequestLimits limits;
    private readonly InboxWorker inbox;
    private readonly OutboxPump outbox;
    private readonly Chores chores;
    private readonly Takeover? takeover;
    private readonly Func<CancellationToken, Task> listen;
    private readonly ChannelRegistry channels;
    private readonly DeskOutside outside;
    private readonly Telemetry? telemetry;

    private ChatServer(ServeSettings settings, ServerParts parts)
    {
        app = Build(settings, parts);
        limits = new RequestLimits(settings.Limits);
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        var log = logs.CreateLogger("ComplaintBot");
        parts.Runner.Watch = new TurnWatch(logs.CreateLogger("ComplaintBot.Turns"), TimeProvider.System);
        telemetry = Telemetry.Begin(settings.Telemetry, parts.Store, parts.Live.Chats, parts.Clock, parts.Ids.Delivery());
        var pages = new LivePages(parts.Clock);
        var channel = new DirectLineChannel(settings.DirectLine, parts.Store, parts.Runner, pages, parts.Playbooks, parts.Clock);
        var shared = Shared(settings, parts, log);
        channels = parts.Live.Channels;
        channels.Add(channel);
        foreach (var messenger in Messengers.Of(settings.Channels, shared)) channels.Add(messenger);
        inbox = new InboxWorker(parts.Store, parts.Runner, channels, settings.DirectLine.Pause, parts.Clock, log);
        outbox = new OutboxPump(new OutboxRelay(parts.Store, channels, parts.Clock), parts.Clock, log);
        channel.Wake = inbox.Wake;
        (shared.Wake, shared.Committed) = (inbox.Wake, outbox.Ring);
        parts.Runner.IsFetched = key => channels.Find(key) is { IsFetched: true };
        var desk = app.Services.GetRequiredService<LiveDesk>();
        chores = new Chores((parts.Store, parts.Runner), pages.IsOpen, parts.Shared is not null, key => _ = inbox.Wake(key), parts.Clock, log);
        if (parts.Shared is { } store) takeover = new Takeover(store, key => _ = inbox.Wake(key), parts.Clock, log);
        listen = cancellation => parts.Shared?.ListenAsync(Changed, cancellation) ?? Task.CompletedTask;

        // Another node may have written: pages and the desk look for themselves.
        void Changed(ConversationKey key, long sequence)
        {
            pages.Notify(key);
            parts.Runner.Desk.Changed(key);
        }

        var directLine = new DirectLineParts
        {
            Settings = settings.DirectLine,
            Limits = settings.Limits,
            RequestLimits = limits,
            Uploads = parts.Live.Uploads,
            Channel = channel,
            Pages = pages,
            Signer = new TokenSigner(settings.SigningKey ?? parts.SigningKey ?? SigningKey.Of(settings.Data), parts.Ids, parts.Clock),
            Ids = parts.Ids,
            Clock = parts.Clock,
            NoteTyping = key =>
            {
                inbox.NoteTyping(key);
                desk.CustomerTypes(key);
            },
            Stopping = app.Lifetime.ApplicationStopping,
        };
        outside = new DeskOutside(app, parts.Store, HomeAddress);
        var missing = StaticPages.WhyMissing(settings.Pages);
        Route(settings, directLine, new Health(parts with { ChannelTroubles = () => channels.Troubles }, inbox, outbox, missing, app.Lifetime.ApplicationStopping), (parts.Store, log));
        PagesMissing = missing;
    }

    /// <summary>The addresses it listens on.</summary>
    public IReadOnlyList<string> Addresses => [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>Why there are no pages, and what to do; null when they are there.</summary>
    public string? PagesMissing { get; }

    /// <summary>Starts the server, and takes up what an earlier process has left.</summary>
    /// <exception cref="IOException">An address is taken, or the signing key can't be read.</exception>
    public static async Task<ChatServer> StartAsync(ServeSettings settings, ServerParts parts, CancellationToken cancellationToken)
    {
        var server = new ChatServer(settings, parts);
        try
        {
            await server.app.StartAsync(cancellationToken).ConfigureAwait(false);
            await server.listen(cancellationToken).ConfigureAwait(false);
            await server.inbox.ResumeAsync(cancellationToken).ConfigureAwait(false);
            server.channels.Start();
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The link with which the first admin signs up; null once there is one. Each call makes a new link, and voids the one before.</summary>
    public Task<string?> FirstAdminAsync(CancellationToken cancellationToken) => DeskAccounts.FirstLinkAsync(app, HomeAddress(), cancellationToken);

    /// <summary>Pages and handoffs.</summary>
    public DeskOutside Outside => outside;

    /// <summary>Waits until somebody stops the process.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops: streams are closed as going away, requests and turns under way are finished.</summary>
    public async ValueTask DisposeAsync()
    {
        await channels.StopAsync().ConfigureAwait(false);
        await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await chores.DisposeAsync().ConfigureAwait(false);
        if (takeover is not null) await takeover.DisposeAsync().ConfigureAwait(false);
        await inbox.DisposeAsync().ConfigureAwait(false);
        await outbox.DisposeAsync().ConfigureAwait(false);
        await outside.DisposeAsync().ConfigureAwait(false);
        if (telemetry is not null) await telemetry.DisposeAsync().ConfigureAwait(false);
        channels.Dispose();
        limits.Dispose();
        await app.DisposeAsync().ConfigureAwait(false);
    }

    private ChannelParts Shared(ServeSettings settings, ServerParts parts, ILogger log) => new()
    {
        Store = parts.Store,
        Notes = parts.Notes,
        Runner = parts.Runner,
        Ids = parts.Ids,
        Clock = parts.Clock,
        Zone = settings.Channels.Zone,
        Limits = settings.Limits,
        RequestLimits = limits,
        Playbooks = parts.Playbooks,
        Log = log,
    };

    /// <summary>Whether requests are counted by who answers them: at the desk by session; platforms call from few addresses and often, and are held back only when they can't prove themselves.</summary>
    private bool IsCountedElsewhere(PathString path) => DeskGate.Guards(path) || channels.IsHook(path);

    /// <summary>The first address as a browser on this machine opens it.</summary>
    private string HomeAddress() => Addresses[0].Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);

    private static WebApplication Build(ServeSettings settings, ServerParts parts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "ComplaintBot" });
        builder.WebHost.UseKestrelCore();
        if (settings.IsHttps) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Math.Max(settings.Limits.UploadBytes, settings.Limits.BodyBytes) + 65_536;
        });
        builder.Services.AddRoutingCore();
        DeskAccounts.AddTo(builder, parts.Desk);
        DeskServing.AddTo(builder, parts.Live);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.StopWithin);
        SetUp(builder.Logging, settings.Telemetry);
        return builder.Build();
    }

    /// <summary>The log as every part of the server writes it: one line each, on standard error.</summary>
    public static void SetUp(ILoggingBuilder logging, TelemetrySettings settings)
    {
        const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ";
        if (settings.IsJsonLog) logging.AddJsonConsole(console => (console.TimestampFormat, console.UseUtcTimestamp) = (Time, true));
        else logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, Time + " ", true));
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // The framework's own lines hold addresses, and addresses of streams hold tokens. That a start failed is told by whoever asked for it.
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("ComplaintBot", LogLevel.Information).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
    }

    private void Route(ServeSettings settings, DirectLineParts parts, Health health, (IConversationStore Store, ILogger Log) with)
    {
        var access = new DirectLineAccess(parts.Settings, parts.Signer);
        var (guard, headers, origins) = (new Guard(with.Log), new PageHeaders(settings.FrameAncestors), new OriginCheck(access));
        if (settings.Proxies.Count > 0) app.UseForwardedHeaders(Forwarded(settings));
        app.Use((context, next) =>
        {
            headers.Set(context);
            return guard.AroundAsync(context, next);
        });
        app.Map("/healthz/live", branch => branch.Run(Health.LiveAsync));
        app.Map("/healthz/ready", branch => branch.Run(health.ReadyAsync));
        app.Use((context, next) => !IsCountedElsewhere(context.Request.Path) && limits.Request(context) is { } refusal ? RefusalWriter.WriteAsync(context, refusal) : next(context));
        app.Use(origins.AroundAsync);
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        StaticPages.Use(app, settings.Pages);
        app.UseRouting();
        DeskAccounts.MapAccounts(app, limits);
        DeskServing.Map(app);
        outside.Map(app);
        new DirectLineEndpoints(parts, access, new DirectLineStream(parts, access), new DirectLineUpload(parts, access)).Map(app);
        channels.Map(app);
        FileAnswer.Map(app, with.Store);
        var token = new ChatToken(parts, access);
        app.MapMethods(ChatToken.Path, [HttpMethods.Post], context => DirectLineEndpoints.AnswerAsync(context, token.IssueAsync));
    }

    private static ForwardedHeadersOptions Forwarded(ServeSettings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = 2 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxies) options.KnownIPNetworks.Add(proxy);
        return options;
    }
}
