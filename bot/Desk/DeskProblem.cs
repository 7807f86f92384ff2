using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk;

/// <summary>Something the desk does not do for a page: a code for the page, and a sentence for people in the language they read.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code; also the key of the sentence.</param>
/// <param name="Detail">What fills <c>{detail}</c> in the sentence.</param>
internal sealed record DeskProblem(int Status, string Code, string Detail = "")
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static DeskProblem NotAllowed { get; } = new(403, "not-allowed");

    public static DeskProblem Unknown { get; } = new(404, "unknown-chat");

    public static DeskProblem TooLarge { get; } = new(413, "too-large");

    public static DeskProblem Busy { get; } = new(503, "busy");

    /// <summary>Something in the request is wrong.</summary>
    public static DeskProblem Bad(string what) => new(400, "bad-request", what);

    /// <summary>Writes it as problem+json (RFC 9457).</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var texts = DeskTexts.For(context.Request.Headers.AcceptLanguage);
        var response = context.Response;
        (response.StatusCode, response.ContentType) = (Status, "application/problem+json; charset=utf-8");
        (response.Headers.ContentLanguage, response.Headers.CacheControl) = (texts.Language, "no-store");
        var body = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(body, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", Code);
            json.WriteNumber("status", Status);
            json.WriteString("code", Code);
            json.WriteString("detail", texts[Code].Replace("{detail}", Detail, StringComparison.Ordinal));
            json.WriteEndObject();
        }

        await response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }
}
