using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintBot.Channels;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Why a request about people and sessions is refused, as problem+json (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The word for programs; also the key of the sentence for people.</param>
internal sealed record AccountProblem(int Status, string Code)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What fills <c>{detail}</c> in the sentence.</summary>
    public string Detail { get; init; } = "";

    /// <summary>When it may be tried again; shown as <c>until</c>.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static AccountProblem Wrong { get; } = new(401, "wrong");

    public static AccountProblem CodeNeeded { get; } = new(401, "code-needed");

    public static AccountProblem SignedOut { get; } = new(401, "signed-out");

    public static AccountProblem Forged { get; } = new(403, "forged");

    public static AccountProblem NotAllowed { get; } = new(403, "not-allowed");

    public static AccountProblem JsonNeeded { get; } = new(415, "json-needed");

    public static AccountProblem UnknownPerson { get; } = new(404, "unknown-person");

    public static AccountProblem UnknownSession { get; } = new(404, "unknown-session");

    public static AccountProblem UnknownInvitation { get; } = new(404, "invitation");

    public static AccountProblem Changed { get; } = new(409, "changed");

    public static AccountProblem NameTaken { get; } = new(409, "name-taken");

    /// <summary>Too many attempts under one name.</summary>
    public static AccountProblem Locked(DateTimeOffset until) =>
        new(423, "locked") { Until = until, Detail = until.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) };

    /// <summary>Something in the request is wrong.</summary>
    /// <param name="code">What.</param>
    /// <param name="detail">What was found.</param>
    public static AccountProblem Bad(string code, string detail = "") => new(400, code) { Detail = detail.Length <= 80 ? detail : detail[..80] };

    /// <summary>Answers a request with it. Nothing may have been answered before.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var texts = AccountTexts.For(context.Request.Headers.AcceptLanguage);
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.ContentLanguage = texts.Language;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait) response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(Body(texts), context.RequestAborted).ConfigureAwait(false);
    }

    private ReadOnlyMemory<byte> Body(Texts texts)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(body, Relaxed);
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteNumber("status", Status);
        json.WriteString("code", Code);
        json.WriteString("detail", texts[Code].Replace("{detail}", Detail, StringComparison.Ordinal));
        if (Until is { } until) json.WriteString("until", until);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
