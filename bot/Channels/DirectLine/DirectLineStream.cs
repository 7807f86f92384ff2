using System.Globalization;
using System.Net.WebSockets;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>
/// The stream of a conversation over a WebSocket. It reads on from its own watermark whenever there is a notice, so it misses nothing and
/// a slow client costs no memory. What the client sends is ignored: an empty frame says that it lives.
/// </summary>
internal sealed class DirectLineStream(DirectLineParts parts, DirectLineAccess access)
{
    /// <summary>Clients send empty frames; whoever sends more than this in one message is none.</summary>
    private const int LargestFrame = 65_536;

    /// <summary>After this long without a notice it looks all the same, and tells proxies that the stream lives.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan SlowestSend = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>Serves a stream until the client or the server ends it.</summary>
    public async Task<Refusal?> OpenAsync(HttpContext context)
    {
        var id = DirectLineEndpoints.Id(context);
        if (access.AdmitToStream(context.Request, id, out var caller) is { } refused) return refused;
        if (DirectLineEndpoints.Watermark(context.Request.Query["watermark"]) is not { } watermark) return Refusal.Bad("the watermark is not one of ours");
        if (!context.WebSockets.IsWebSocketRequest) return Refusal.NotASocket;
        var key = caller.Key(id);
        if (await parts.Channel.LastAsync(key, context.RequestAborted).ConfigureAwait(false) is not { } last) return Refusal.UnknownConversation;
        using var listener = parts.Pages.Listen(key, parts.Limits.SocketsPerConversation);
        if (listener is null) return Refusal.TooMany(LookAnyway);
        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        await ServeAsync(socket, new(key, listener, access.BaseUrl(context.Request)) { Watermark = Math.Min(watermark, last) }).ConfigureAwait(false);
        return null;
    }

    private async Task ServeAsync(WebSocket socket, View view)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(parts.Stopping);
        var receiving = ReceiveAsync(socket, ending);
        try
        {
            await SendNewAsync(socket, view, always: true, ending.Token).ConfigureAwait(false);
            while (true)
            {
                var noticed = await NoticedAsync(view, ending.Token).ConfigureAwait(false);
                if (!noticed) await SendAsync(socket, default, ending.Token).ConfigureAwait(false);
                while (view.Listener.Notices.TryRead(out var passing))
                    if (passing is not null) await SendAsync(socket, DirectLineWire.Page([passing], null, view.BaseUrl), ending.Token).ConfigureAwait(false);
                await SendNewAsync(socket, view, always: false, ending.Token).ConfigureAwait(false);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or StoreException)
        {
            // The client, the network or the server ended it; the client reads on from its watermark.
        }

        await CloseAsync(socket, receiving).ConfigureAwait(false);
    }

    private async Task<bool> NoticedAsync(View view, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LookAnyway, parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await view.Listener.Notices.WaitToReadAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task SendNewAsync(WebSocket socket, View view, bool always, CancellationToken cancellationToken)
    {
        var (activities, read) = await parts.Channel.ReadAsync(view.Key, view.Watermark, cancellationToken).ConfigureAwait(false);
        view.Watermark = read;
        if (activities.Count == 0 && !always) return;
        await SendAsync(socket, DirectLineWire.Page(activities, read.ToString(CultureInfo.InvariantCulture), view.BaseUrl), cancellationToken).ConfigureAwait(false);
    }

    private static async Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        slow.CancelAfter(SlowestSend);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, slow.Token).ConfigureAwait(false);
    }

    /// <summary>Reads past what the client sends, and ends the stream when the client goes.</summary>
    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var (buffer, size) = (new byte[1_024], 0);
        try
        {
            while (size <= LargestFrame)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close) break;
                size = received.EndOfMessage ? 0 : size + received.Count;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Gone without a word.
        }

        await ending.CancelAsync().ConfigureAwait(false);
    }

    private async Task CloseAsync(WebSocket socket, Task receiving)
    {
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            var (status, why) = parts.Stopping.IsCancellationRequested ? (WebSocketCloseStatus.EndpointUnavailable, "restarting") : (WebSocketCloseStatus.NormalClosure, "");
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(status, why, patience.Token).ConfigureAwait(false);
            await receiving.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }

        await receiving.ConfigureAwait(false);
    }

    /// <summary>What one socket has seen of a conversation.</summary>
    private sealed record View(ConversationKey Key, LivePages.Listener Listener, string BaseUrl)
    {
        public long Watermark { get; set; }
    }
}
