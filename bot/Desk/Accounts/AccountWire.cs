using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ComplaintBot.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Reads and writes the JSON of requests about people.</summary>
internal static class AccountWire
{
    private const int MostBytes = 16_384;

    /// <summary>Reads the body of a request.</summary>
    /// <returns>What was sent, or why it can't be taken.</returns>
    public static async Task<(T? Body, AccountProblem? Problem)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type) where T : class
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var media) || !media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return (null, AccountProblem.JsonNeeded);
        if (await Bodies.ReadAsync(context.Request, MostBytes).ConfigureAwait(false) is not { } bytes) return (null, new AccountProblem(413, "too-large") { Detail = "16384" });
        try
        {
            return JsonSerializer.Deserialize(bytes, type) is { } body ? (body, null) : (null, AccountProblem.Bad("unreadable", "null"));
        }
        catch (JsonException wrong)
        {
            return (null, AccountProblem.Bad("unreadable", wrong.Path is { Length: > 0 } path ? path : "JSON"));
        }
    }

    /// <summary>Answers with JSON.</summary>
    public static async Task WriteAsync<T>(HttpContext context, T body, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, body, type, context.RequestAborted).ConfigureAwait(false);
    }
}
