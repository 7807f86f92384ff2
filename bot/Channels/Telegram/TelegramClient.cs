using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Calls of the Bot API.</summary>
internal sealed class TelegramClient(TelegramSettings settings) : IDisposable
{
    private const int LargestAnswer = 4 << 20;

    private readonly HttpClient http = ChannelHttp.Client(settings.Api);

    /// <summary>Calls a method with a JSON body.</summary>
    /// <returns>Its result.</returns>
    /// <exception cref="TelegramException">It was refused, or Telegram can't be reached.</exception>
    public Task<JsonElement> CallAsync(string method, byte[] body, CancellationToken cancellationToken) => CallAsync(method, body, ChannelHttp.Patience, cancellationToken);

    /// <summary>Calls a method that may take its time.</summary>
    public Task<JsonElement> CallAsync(string method, byte[] body, TimeSpan patience, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return SendAsync(method, content, patience, cancellationToken);
    }

    /// <summary>Calls a method that is a courtesy: when it fails, the conversation goes on without it.</summary>
    public async Task TryAsync(string method, byte[] body, ILogger log)
    {
        try
        {
            await CallAsync(method, body, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TelegramException failure)
        {
            ChannelLog.NotDone(log, "telegram", method, LogText.Of(failure.Message));
        }
        catch (ObjectDisposedException)
        {
            // The server is being stopped.
        }
    }

    /// <summary>Sends a file.</summary>
    public Task<JsonElement> UploadAsync(long chat, KeptFile file, CancellationToken cancellationToken)
    {
        var (method, part) = file.Type switch
        {
            "image/png" or "image/jpeg" or "image/webp" => ("sendPhoto", "photo"),
            "audio/ogg" => ("sendVoice", "voice"),
            "video/mp4" => ("sendVideo", "video"),
            _ => ("sendDocument", "document"),
        };
        var bytes = new ByteArrayContent(file.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(file.Type) } };
        var content = new MultipartFormDataContent
        {
            { new StringContent(chat.ToString(System.Globalization.CultureInfo.InvariantCulture)), "chat_id" },
            { bytes, part, file.Name },
        };
        return SendAsync(method, content, ChannelHttp.Patience * 4, cancellationToken);
    }

    /// <summary>Fetches a customer's file.</summary>
    /// <returns>Its bytes; null when they are more than are taken.</returns>
    /// <exception cref="TelegramException">It can't be had.</exception>
    public async Task<byte[]?> FetchAsync(string file, CancellationToken cancellationToken)
    {
        JsonElement found;
        try
        {
            found = await CallAsync("getFile", TelegramWire.Body(("file_id", file)), cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramException large) when (large.Code == 400 && large.Message.Contains("too big", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (found.Number("file_size") > settings.MediaBytes) return null;
        if (found.Text("file_path") is not { Length: > 0 and < 500 } path || path.Split('/').Any(part => part is "" or "." or "..") || path.AsSpan().ContainsAny("?#\\%:")) throw new TelegramException(500, "no path of a file");
        using var patience = Patience(ChannelHttp.Patience * 2, cancellationToken);
        try
        {
            using var response = await http.GetAsync(new Uri($"/file/bot{settings.Token}/{path}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw new TelegramException((int)response.StatusCode, "the file was not given out");
            return await Bodies.ReadAsync(response, settings.MediaBytes, patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsUnreachable(failure, cancellationToken))
        {
            throw new TelegramException(0, "unreachable");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<JsonElement> SendAsync(string method, HttpContent content, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/bot{settings.Token}/{method}", UriKind.Relative)) { Content = content };
        using var patience = Patience(longest, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            var body = await Bodies.ReadAsync(response, LargestAnswer, patience.Token).ConfigureAwait(false);
            var answer = WireJson.Object(body);
            if (answer is { } json && json.IsTrue("ok")) return json.TryGetProperty("result", out var result) ? result : default;
            throw Refused(response.StatusCode, answer);
        }
        // The address holds the token, and the messages of the others may hold the address.
        catch (Exception failure) when (IsUnreachable(failure, cancellationToken))
        {
            throw new TelegramException(0, "unreachable") { Why = Unreached.Of(failure) };
        }
    }

    private static TelegramException Refused(HttpStatusCode answered, JsonElement? answer)
    {
        var wishes = answer?.Object("parameters");
        var status = (int)answered;
        var code = answer?.Number("error_code") is { } said and > 0 and < 1000 ? (int)said : status is >= 200 and < 300 ? 500 : status;
        return new(code, answer?.Text("description") ?? "")
        {
            Why = answer?.Text("description") is not null ? null : status is >= 200 and < 300 ? Unreached.Nonsense : Unreached.Of(answered),
            RetryAfter = wishes?.Number("retry_after") is { } seconds and > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 3_600)) : null,
            MovedTo = wishes?.Number("migrate_to_chat_id"),
        };
    }

    private static CancellationTokenSource Patience(TimeSpan longest, CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(longest);
        return source;
    }

    private static bool IsUnreachable(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
