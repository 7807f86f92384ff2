using ComplaintBot.Channels;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk.Accounts;

/// <summary>
/// Stands before everything below <c>/desk/api</c> and <c>/desk/hub</c>, after routing: refuses what another page made the browser send,
/// who is not signed in, and whose role may not. What says nothing about who may call it is closed to strangers.
/// </summary>
internal sealed class DeskGate(DeskSettings settings, RequestLimits limits)
{
    /// <summary>The header that every change carries; a form of another page can't set it.</summary>
    public const string Header = "X-Desk";

    /// <summary>Lets a request through, or answers it.</summary>
    public async Task AroundAsync(HttpContext context, RequestDelegate next)
    {
        if (!Guards(context.Request.Path))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (await RefusalAsync(context).ConfigureAwait(false) is { } problem) await problem.WriteAsync(context).ConfigureAwait(false);
        else await next(context).ConfigureAwait(false);
    }

    /// <summary>Whether an address is behind the gate; what is asked for there is counted by it.</summary>
    public static bool Guards(PathString path) => path.StartsWithSegments("/desk/api") || path.StartsWithSegments("/desk/hub");

    private async Task<AccountProblem?> RefusalAsync(HttpContext context)
    {
        var access = context.GetEndpoint()?.Metadata.GetMetadata<DeskAccess>() ?? new DeskAccess();
        var principal = access.NeedsSignIn ? (await context.AuthenticateAsync(DeskIdentity.Scheme).ConfigureAwait(false)).Principal : null;
        var person = principal?.Identity as DeskIdentity;
        if ((person is null ? limits.Request(context) : limits.Session(person.Session)) is { } throttled) return new(429, "too-many") { RetryAfter = throttled.RetryAfter };
        if (access.NeedsPage && IsForged(context)) return AccountProblem.Forged;
        if (!access.NeedsSignIn) return null;
        if (person is null) return AccountProblem.SignedOut;
        context.User = principal!;
        return access.Allows(person.Account) ? null : AccountProblem.NotAllowed;
    }

    /// <summary>Whether a change, or a socket, does not come from a page of ours. The cookie is kept from other sites already; this keeps neighbours of our own site out.</summary>
    private bool IsForged(HttpContext context)
    {
        var request = context.Request;
        var isSocket = context.WebSockets.IsWebSocketRequest;
        if (!isSocket && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))) return false;
        if (!isSocket && request.Headers[Header] != "1") return true;
        var origin = request.Headers.Origin.ToString();
        return origin != $"{request.Scheme}://{request.Host}" && (settings.PublicUrl is null || !string.Equals(origin, settings.PublicUrl, StringComparison.OrdinalIgnoreCase));
    }
}
