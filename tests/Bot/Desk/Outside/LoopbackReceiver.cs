using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.Desk.Outside;

/// <summary>A service on this machine that takes any request, and answers as the test wants.</summary>
internal sealed class LoopbackReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<Request> requests = Channel.CreateUnbounded<Request>();

    private LoopbackReceiver(WebApplication app) => this.app = app;

    /// <summary>A request that came.</summary>
    public sealed record Request(string Method, string Path, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
    {
        public string Body => System.Text.Encoding.UTF8.GetString(Bytes);
    }

    /// <summary>The status it answers with.</summary>
    public int Status { get; set; } = 200;

    public string Url => app.Urls.First();

    public static async Task<LoopbackReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new LoopbackReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>The next request.</summary>
    public async Task<Request> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await requests.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether nothing came that was not read.</summary>
    public bool IsQuiet => !requests.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        context.Response.StatusCode = Status;
        await requests.Writer.WriteAsync(new(context.Request.Method, context.Request.Path + context.Request.QueryString, body.ToArray(), headers));
    }
}
