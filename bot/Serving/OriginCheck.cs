using ComplaintBot.Channels;
using ComplaintBot.Channels.DirectLine;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Serving;

/// <summary>Which pages of other origins may call us (CORS): those of the sites' settings. Who calls without an origin is no page.</summary>
internal sealed class OriginCheck(DirectLineAccess access)
{
    private const string Preflight = "authorization, content-type, x-ms-bot-agent, x-requested-with";

    /// <summary>Answers preflights, marks answers, and refuses strangers.</summary>
    public async Task AroundAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/v3", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/chat/token", StringComparison.Ordinal))
        {
            // The widget is meant to be taken into pages of any origin.
            if (request.Path.StartsWithSegments("/chat", StringComparison.Ordinal)) (context.Response.Headers.AccessControlAllowOrigin, context.Response.Headers["Cross-Origin-Resource-Policy"]) = ("*", "cross-origin");
            await next(context).ConfigureAwait(false);
            return;
        }

        var (headers, origin) = (context.Response.Headers, request.Headers.Origin.ToString());
        headers.Vary = "Origin";
        if (origin.Length > 0)
        {
            if (!access.Knows(request, origin))
            {
                await RefusalWriter.WriteAsync(context, Refusal.Origin(origin)).ConfigureAwait(false);
                return;
            }

            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = "Retry-After";
        }

        if (!HttpMethods.IsOptions(request.Method))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        headers.AccessControlAllowHeaders = Preflight;
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
