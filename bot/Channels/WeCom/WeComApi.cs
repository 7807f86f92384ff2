using System.Net.Http.Headers;
using System.Text.Json;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Calls of WeCom, each with the application's access token; one that is rejected is replaced once and the call made again once.</summary>
internal sealed class WeComApi : IDisposable
{
    private const int LargestAnswer = 4 << 20;

    private readonly WeComAccount account;
    private readonly HttpClient http;
    private readonly AccessTokens tokens;

    /// <summary>A client for an application.</summary>
    public WeComApi(WeComAccount account, TimeProvider clock)
    {
        (this.account, http) = (account, ChannelHttp.Client(account.Api));
        tokens = new AccessTokens((_, cancel) => FetchTokenAsync(cancel), clock);
    }

    /// <summary>Calls with a JSON body.</summary>
    /// <exception cref="WeComException">It was refused, or WeCom can't be reached.</exception>
    public async Task<JsonElement> CallAsync(string path, byte[] body, CancellationToken cancellationToken) =>
        WireJson.Object(await CallAsync(path, () => Json(body), LargestAnswer, cancellationToken).ConfigureAwait(false)) ?? throw Failed(WeComException.Unreachable);

    /// <summary>Uploads a file for three days.</summary>
    /// <returns>What it is sent by.</returns>
    /// <exception cref="WeComException">It was refused, or WeCom can't be reached.</exception>
    public async Task<string> UploadAsync(KeptFile file, string kind, CancellationToken cancellationToken)
    {
        var name = $"file.{file.Type[(file.Type.IndexOf('/', StringComparison.Ordinal) + 1)..]}";
        MultipartFormDataContent Content() => new() { { new ByteArrayContent(file.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(file.Type) } }, "media", name } };
        return WireJson.Object(await CallAsync($"/cgi-bin/media/upload?type={kind}", Content, LargestAnswer, cancellationToken).ConfigureAwait(false))?.Text("media_id") ?? throw Failed(WeComException.Unreachable);
    }

    /// <summary>Fetches a file.</summary>
    /// <returns>Its bytes; null when they are more than are taken.</returns>
    /// <exception cref="WeComException">It can't be had.</exception>
    public Task<byte[]?> FetchAsync(string media, int most, CancellationToken cancellationToken) => CallAsync($"/cgi-bin/media/get?media_id={Uri.EscapeDataString(media)}", null, most, cancellationToken);

    /// <summary>Asks for a token, which proves that id and secret are right, and for something that needs what messages need: this machine's address and the application are only looked at then.</summary>
    /// <param name="path">What to ask for.</param>
    /// <param name="body">What to ask with; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WeComException">It is refused, or WeCom can't be reached.</exception>
    public async Task CheckAsync(string path, byte[]? body, CancellationToken cancellationToken)
    {
        if (WireJson.Object(await CallAsync(path, body is null ? null : () => Json(body), LargestAnswer, cancellationToken).ConfigureAwait(false)) is null) throw Failed(Unreached.Nonsense);
    }

    /// <summary>How files of a kind are sent; null for those WeCom does not take.</summary>
    public static string KindOf(string type) => type switch
    {
        "image/png" or "image/jpeg" => "image",
        "audio/amr" => "voice",
        "video/mp4" => "video",
        _ => "file",
    };

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };

    private async Task<byte[]?> CallAsync(string path, Func<HttpContent>? content, int most, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        for (var first = true; ; first = false)
        {
            var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={Uri.EscapeDataString(token)}";
            using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content?.Invoke() };
            var body = await RequestAsync(request, most, cancellationToken).ConfigureAwait(false);
            var code = body is { Length: < LargestAnswer } && WireJson.Object(body) is { } json ? json.Number("errcode") ?? 0 : 0;
            if (code == 0) return body;
            if (!first || !WeComException.IsAboutToken(code)) throw Failed(code);
            token = await tokens.GetAsync(rejected: token).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(string Token, TimeSpan Life)> FetchTokenAsync(CancellationToken cancellationToken)
    {
        var address = $"/cgi-bin/gettoken?corpid={Uri.EscapeDataString(account.CorpId)}&corpsecret={Uri.EscapeDataString(account.Secret)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        var answer = WireJson.Object(await RequestAsync(request, LargestAnswer, cancellationToken).ConfigureAwait(false)) ?? throw Failed(Unreached.Nonsense);
        if (answer.Text("access_token") is { Length: > 0 } token) return (token, TimeSpan.FromSeconds(Math.Clamp(answer.Number("expires_in") ?? 7_200, 60, 7_200)));
        throw answer.Number("errcode") is { } code ? Failed(code) : Failed(Unreached.Nonsense);
    }

    private async Task<byte[]?> RequestAsync(HttpRequestMessage request, int most, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ChannelHttp.Patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw Failed(Unreached.Of(response.StatusCode));
            return await Bodies.ReadAsync(response, most, patience.Token).ConfigureAwait(false);
        }
        // The address holds the token or the secret, and the messages of the others may hold the address.
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Failed(Unreached.Of(failure));
        }
    }

    private WeComException Failed(long code) => new(code, account.Section);

    private WeComException Failed(Unreached why) => new(WeComException.Unreachable, account.Section) { Why = why };
}
