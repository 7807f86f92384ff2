using System.Net.Http.Headers;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Channels.WeChat;

/// <summary>Calls of the account's API, each with its access token; one that is rejected is replaced once and the call made again once.</summary>
internal sealed class WeChatClient : IDisposable
{
    private const int LargestAnswer = 1 << 20;

    /// <summary>Where films are given out.</summary>
    private static readonly string[] FilmHosts = ["weixin.qq.com", "wxqcloud.qq.com.cn", "qpic.cn"];

    private readonly HttpClient http;
    private readonly HttpClient guarded = ChannelHttp.Guarded();
    private readonly AccessTokens tokens;
    private readonly WeChatSettings settings;

    /// <summary>A client for an account.</summary>
    public WeChatClient(WeChatSettings settings, TimeProvider clock)
    {
        (this.settings, http) = (settings, ChannelHttp.Client(settings.Api));
        tokens = new AccessTokens(FetchTokenAsync, clock);
    }

    /// <summary>Sends a message from the account's side.</summary>
    /// <exception cref="WeChatException">It was refused, or WeChat can't be reached.</exception>
    public Task SendAsync(byte[] body, CancellationToken cancellationToken) =>
        CallAsync("/cgi-bin/message/custom/send", () => Json(body), cancellationToken);

    /// <summary>Writes the account's menu.</summary>
    /// <exception cref="WeChatException">It was refused, or WeChat can't be reached.</exception>
    public Task PushMenuAsync(CancellationToken cancellationToken) => CallAsync("/cgi-bin/menu/create", () => Json(WeChatWire.AccountMenu(settings.Menu.Keys)), cancellationToken);

    /// <summary>Shows that somebody is writing: a courtesy, so when it fails nothing follows.</summary>
    public async Task TryTypingAsync(string customer, ILogger log)
    {
        try
        {
            await CallAsync("/cgi-bin/message/custom/typing", () => Json(WeChatWire.Typing(customer)), CancellationToken.None).ConfigureAwait(false);
        }
        catch (WeChatException failure)
        {
            ChannelLog.NotDone(log, "wechat", "typing", failure.Message);
        }
        catch (ObjectDisposedException)
        {
            // The server is being stopped.
        }
    }

    /// <summary>Asks for a token, which proves that id and secret are right.</summary>
    /// <exception cref="WeChatException">There is none.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) => AskTokenAsync(force: false, cancellationToken);

    /// <summary>Uploads a file for three days.</summary>
    /// <returns>What it is sent by.</returns>
    public async Task<string> UploadAsync(KeptFile file, string kind, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            $"/cgi-bin/media/upload?type={kind}",
            () => new MultipartFormDataContent { { new ByteArrayContent(file.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(file.Type) } }, "media", $"file.{file.Type[(file.Type.IndexOf('/', StringComparison.Ordinal) + 1)..]}" } },
            cancellationToken).ConfigureAwait(false);
        return WireJson.Object(answer)?.Text("media_id") ?? throw new WeChatException(WeChatException.Unreachable);
    }

    /// <summary>Fetches a customer's file.</summary>
    /// <returns>Its bytes; null when they are more than are taken.</returns>
    /// <exception cref="WeChatException">It can't be had.</exception>
    public async Task<byte[]?> FetchAsync(string media, CancellationToken cancellationToken)
    {
        var body = await CallAsync($"/cgi-bin/media/get?media_id={Uri.EscapeDataString(media)}", null, cancellationToken, settings.MediaBytes).ConfigureAwait(false);
        if (body is null || WireJson.Object(body) is not { } json || json.Text("video_url") is not { } film) return body;
        if (!Uri.TryCreate(film, UriKind.Absolute, out var address) || !ChannelHttp.IsAllowed(address, FilmHosts)) throw new WeChatException(40007);
        return await RequestAsync(guarded, new HttpRequestMessage(HttpMethod.Get, address), settings.MediaBytes, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        guarded.Dispose();
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };

    private async Task<byte[]?> CallAsync(string path, Func<HttpContent>? content, CancellationToken cancellationToken, int most = LargestAnswer)
    {
        var token = await tokens.GetAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        for (var first = true; ; first = false)
        {
            var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={Uri.EscapeDataString(token)}";
            using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content?.Invoke() };
            var body = await RequestAsync(http, request, most, cancellationToken).ConfigureAwait(false);
            var code = body is { Length: < LargestAnswer } && WireJson.Object(body) is { } json ? json.Number("errcode") ?? 0 : 0;
            if (code == 0) return body;
            if (!first || WeChatException.OutcomeOf(code) != WeChatOutcome.AnotherToken) throw new WeChatException(code);
            token = await tokens.GetAsync(rejected: token).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(string Token, TimeSpan Life)> FetchTokenAsync(string? rejected, CancellationToken cancellationToken)
    {
        // Another program may have fetched a newer one already; only when WeChat still names the rejected one is it made to forget it.
        var (token, life) = await AskTokenAsync(force: false, cancellationToken).ConfigureAwait(false);
        return token == rejected ? await AskTokenAsync(force: true, cancellationToken).ConfigureAwait(false) : (token, life);
    }

    private async Task<(string Token, TimeSpan Life)> AskTokenAsync(bool force, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/cgi-bin/stable_token", UriKind.Relative)) { Content = Json(WeChatWire.TokenWish(settings, force)) };
        var answer = WireJson.Object(await RequestAsync(http, request, LargestAnswer, cancellationToken).ConfigureAwait(false)) ?? throw Failed(Unreached.Nonsense);
        if (answer.Text("access_token") is { Length: > 0 } token) return (token, TimeSpan.FromSeconds(Math.Clamp(answer.Number("expires_in") ?? 7_200, 60, 7_200)));
        throw answer.Number("errcode") is { } code ? new WeChatException(code) : Failed(Unreached.Nonsense);
    }

    private static async Task<byte[]?> RequestAsync(HttpClient client, HttpRequestMessage request, int most, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ChannelHttp.Patience);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw Failed(Unreached.Of(response.StatusCode));
            return await Bodies.ReadAsync(response, most, patience.Token).ConfigureAwait(false);
        }
        // The address holds the token, and the messages of the others may hold the address.
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Failed(Unreached.Of(failure));
        }
    }

    private static WeChatException Failed(Unreached why) => new(WeChatException.Unreachable) { Why = why };
}
