using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What all addresses about people have in common.</summary>
internal static class AccountRoutes
{
    /// <summary>Where they begin.</summary>
    public const string Root = "/desk/api";

    /// <summary>Adds a route whose handler answers, or says why it refuses.</summary>
    public static IEndpointConventionBuilder Add(IEndpointRouteBuilder routes, string path, string method, Func<HttpContext, Task<AccountProblem?>> handler) =>
        routes.MapMethods(Root + path, [method], async context =>
        {
            if (await handler(context).ConfigureAwait(false) is { } problem) await problem.WriteAsync(context).ConfigureAwait(false);
        });

    /// <summary>Begins a session, or lets the one under way outlive a new stamp.</summary>
    public static Task BeginAsync(HttpContext context, DeskAccount account, DeskParts parts)
    {
        var now = parts.Clock.GetUtcNow();
        var lasting = new AuthenticationProperties { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now + parts.Settings.LastsFor, AllowRefresh = false };
        return context.SignInAsync(DeskIdentity.Scheme, new ClaimsPrincipal(new DeskIdentity(account, "")), lasting);
    }

    /// <summary>What Identity refuses, as we say it; null when it did not.</summary>
    public static AccountProblem? Problem(IdentityResult result)
    {
        if (result.Succeeded) return null;
        return result.Errors.First().Code switch
        {
            AccountUserStore.LastAdmin => new(409, "last-admin"),
            nameof(IdentityErrorDescriber.DuplicateUserName) => AccountProblem.NameTaken,
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => AccountProblem.Changed,
            var code => AccountProblem.Bad(code),
        };
    }
}
