using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Names the cookie <c>__Host-…</c> where the request is https, so that a browser takes it from this host alone; over http browsers refuse that name.</summary>
internal sealed class SessionCookies : ICookieManager
{
    /// <summary>The name of the cookie over http.</summary>
    public const string Name = "desk";

    private readonly ChunkingCookieManager inner = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, Of(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => inner.AppendResponseCookie(context, Of(context, key), value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, Of(context, key), options);

    private static string Of(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
