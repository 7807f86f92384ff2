using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Serving;

/// <summary>The headers every answer carries, so that a browser does no more with it than it should.</summary>
internal sealed class PageHeaders(IReadOnlyList<string> frameAncestors)
{
    /// <summary>
    /// Scripts come from us alone and never stand in a page; pictures may also be made in the page. Styles may stand in a page, since chat
    /// components write theirs there.
    /// </summary>
    private readonly string policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
        + $"manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-src 'self'; object-src 'none'; frame-ancestors {string.Join(' ', frameAncestors)}";

    /// <summary>Sets them.</summary>
    public void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "geolocation=(), camera=(self), microphone=(self), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
