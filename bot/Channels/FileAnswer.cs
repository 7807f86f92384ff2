using ComplaintBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels;

/// <summary>Gives out kept files. Whoever knows the id of one may see it: pictures on a page are fetched without a token.</summary>
internal static class FileAnswer
{
    /// <summary>Adds the address of what came by messengers.</summary>
    public static void Map(IEndpointRouteBuilder routes, IConversationStore store) => routes.MapMethods(InboundFiles.Root + "/{channel}/{id}/{file}", [HttpMethods.Get], async context =>
    {
        string Route(string name) => context.Request.RouteValues[name] as string ?? "";
        var file = await store.FileAsync(new(Route("channel"), Route("id")), Route("file"), context.RequestAborted).ConfigureAwait(false);
        await (file is null ? RefusalWriter.WriteAsync(context, Refusal.UnknownPath) : WriteAsync(context, file)).ConfigureAwait(false);
    });

    /// <summary>Answers with a file, in a way that lets no browser run anything in it.</summary>
    public static async Task WriteAsync(HttpContext context, KeptFile file)
    {
        var shown = file.Type.StartsWith("image/", StringComparison.Ordinal) || file.Type.StartsWith("audio/", StringComparison.Ordinal) || file.Type.StartsWith("video/", StringComparison.Ordinal);
        var response = context.Response;
        response.ContentType = file.Type;
        response.ContentLength = file.Bytes.Length;
        response.Headers.ContentDisposition = $"{(shown ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "private, max-age=86400, immutable";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        await response.Body.WriteAsync(file.Bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
