using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels;

/// <summary>Writes refusals as problem+json (RFC 9457) with the Direct Line error beside it, in the language the client accepts.</summary>
internal static class RefusalWriter
{
    /// <summary>Answers a request with a refusal. Nothing may have been answered before.</summary>
    public static async Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var texts = ChannelTexts.For(context.Request.Headers.AcceptLanguage);
        var response = context.Response;
        response.StatusCode = refusal.Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.ContentLanguage = texts.Language;
        response.Headers.CacheControl = "no-store";
        if (refusal.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (refusal.RetryAfter is { } wait) response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await response.Body.WriteAsync(Body(refusal, texts), context.RequestAborted).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Body(Refusal refusal, Texts texts)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(body, RelaxedJson.Options);
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", refusal.Message);
        json.WriteNumber("status", refusal.Status);
        json.WriteString("detail", texts[refusal.Text].Replace("{detail}", refusal.Detail, StringComparison.Ordinal));
        json.WriteStartObject("error");
        json.WriteString("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
