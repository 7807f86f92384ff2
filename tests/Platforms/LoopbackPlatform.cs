using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Platforms;

/// <summary>A platform on this machine: it takes requests on a real socket and keeps what came.</summary>
internal abstract class LoopbackPlatform : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly SemaphoreSlim arrived = new(0);
    private readonly ConcurrentQueue<Call> unread = new();

    protected LoopbackPlatform()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(TakeAsync);
    }

    /// <summary>A request that came.</summary>
    public sealed record Call(string Path, IQueryCollection Query, byte[] Body)
    {
        /// <summary>The header that proves who called, or nothing.</summary>
        public string Authorization { get; init; } = "";

        /// <summary>The address as it was written, escapes and all.</summary>
        public string Written { get; init; } = "";

        public JsonNode Json => JsonNode.Parse(Body)!;

        public string Raw => Encoding.UTF8.GetString(Body);
    }

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Every request so far.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Answers in place of the platform when it says something.</summary>
    public Func<Call, (int Status, string Body)?> Instead { get; set; } = _ => null;

    /// <summary>How many seconds it wants to be left alone when something else is answered in its place; null says nothing of that.</summary>
    public int? RetryAfter { get; set; }

    public Task BeginAsync() => app.StartAsync();

    /// <summary>The next request of a kind, in the order they came; those of other kinds are passed over.</summary>
    public async Task<Call> NextAsync(Func<Call, bool> isMeant)
    {
        while (true)
        {
            if (!await arrived.WaitAsync(Longest)) throw new TimeoutException($"No such request came, but {string.Join(", ", Calls.Select(call => call.Path))}.");
            if (unread.TryDequeue(out var call) && isMeant(call)) return call;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrived.Dispose();
    }

    protected abstract Task AnswerAsync(Call call, HttpContext context);

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var written = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var call = new Call(context.Request.Path, context.Request.Query, body.ToArray()) { Authorization = context.Request.Headers.Authorization.ToString(), Written = written };
        if (Instead(call) is { } other)
        {
            context.Response.StatusCode = other.Status;
            if (RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await context.Response.WriteAsync(other.Body);
        }
        else
        {
            await AnswerAsync(call, context);
        }

        Calls.Enqueue(call);
        unread.Enqueue(call);
        arrived.Release();
    }
}
