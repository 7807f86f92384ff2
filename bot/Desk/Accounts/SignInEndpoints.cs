using ComplaintBot.Channels;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Coming in and going out: <c>me</c>, <c>sign-in</c>, <c>sign-out</c> and <c>invite</c>.</summary>
internal sealed class SignInEndpoints(DeskParts parts, DeskPeople people, RequestLimits limits, ILogger log)
{
    /// <summary>Where the cookie handler puts the key of a session.</summary>
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    private readonly SignIns signIns = new(parts, log);
    private readonly Invitations invitations = new(parts);

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        Add("/me", HttpMethods.Get, MeAsync);
        Add("/sign-in", HttpMethods.Post, SignInAsync).For(DeskAccess.Anybody);
        Add("/sign-out", HttpMethods.Post, SignOutAsync);
        Add("/invite/{token}", HttpMethods.Get, InvitedAsync).For(DeskAccess.Anybody);
        Add("/invite/{token}", HttpMethods.Post, AcceptAsync).For(DeskAccess.Anybody);

        IEndpointConventionBuilder Add(string path, string method, Func<HttpContext, Task<AccountProblem?>> handler) => AccountRoutes.Add(routes, path, method, handler);
    }

    private async Task<AccountProblem?> MeAsync(HttpContext context)
    {
        await WriteMeAsync(context, context.Desk().Account).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> SignInAsync(HttpContext context)
    {
        if (limits.SignIn(context) is { } throttled) return new(429, "too-many") { RetryAfter = throttled.RetryAfter };
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.SignInBody).ConfigureAwait(false);
        if (body is null) return problem;
        var (account, refused) = await signIns.TryAsync(Manager(context), body, RequestLimits.Address(context), context.RequestAborted).ConfigureAwait(false);
        if (account is null) return refused;
        await EndEarlierAsync(context).ConfigureAwait(false);
        await AccountRoutes.BeginAsync(context, account, parts).ConfigureAwait(false);
        await WriteMeAsync(context, account).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> SignOutAsync(HttpContext context)
    {
        var person = context.Desk();
        await context.SignOutAsync(DeskIdentity.Scheme).ConfigureAwait(false);
        people.SessionEnded(person.Session);
        AccountLog.SignedOut(log, person.Account.Id);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private async Task<AccountProblem?> InvitedAsync(HttpContext context)
    {
        if (limits.SignIn(context) is { } throttled) return new(429, "too-many") { RetryAfter = throttled.RetryAfter };
        if (await invitations.InvitedAsync(Token(context), context.RequestAborted).ConfigureAwait(false) is not { } account) return AccountProblem.UnknownInvitation;
        await AccountWire.WriteAsync(context, new InvitedView(account.Name, account.Role), AccountJson.Default.InvitedView).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> AcceptAsync(HttpContext context)
    {
        if (limits.SignIn(context) is { } throttled) return new(429, "too-many") { RetryAfter = throttled.RetryAfter };
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.AcceptBody).ConfigureAwait(false);
        if (body is null) return problem;
        if (await invitations.InvitedAsync(Token(context), context.RequestAborted).ConfigureAwait(false) is not { } account) return AccountProblem.UnknownInvitation;
        account.Name = body.Name ?? account.Name;
        if (!NameRules.IsName(account.Name)) return AccountProblem.Bad(NameRules.Wrong);
        if (AccountRoutes.Problem(await Manager(context).SetPasswordAsync(account, body.Password ?? "").ConfigureAwait(false)) is { } wrong) return wrong;
        await parts.Sessions.EndAllAsync(account.Id, null, context.RequestAborted).ConfigureAwait(false);
        await parts.Sessions.ForgetAttemptsAsync(Secrets.Hash(account.Key), context.RequestAborted).ConfigureAwait(false);
        people.SignedOut(account.Id, null);
        AccountLog.Changed(log, account.Id, account.Id, "invitation accepted");
        await EndEarlierAsync(context).ConfigureAwait(false);
        if (account.TotpSecret is not null) return AccountProblem.CodeNeeded;
        await AccountRoutes.BeginAsync(context, account, parts).ConfigureAwait(false);
        await WriteMeAsync(context, account).ConfigureAwait(false);
        return null;
    }

    /// <summary>Ends the session the browser still has, so that the next one gets a key of its own.</summary>
    private static async Task EndEarlierAsync(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(DeskIdentity.Scheme);
        var cookie = options.CookieManager.GetRequestCookie(context, SessionCookies.Name);
        if (options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirst(KeyClaim)?.Value is { } key) await options.SessionStore!.RemoveAsync(key).ConfigureAwait(false);
        context.Request.Headers.Cookie = "";
    }

    private Task WriteMeAsync(HttpContext context, DeskAccount account) => AccountWire.WriteAsync(
        context,
        new MeView(
            account.Id, account.Name, account.Role, account.MayAdminister, account.Teams, account.Languages, account.Playbooks, account.TotpSecret is not null, people.PresenceOf(account.Id), people.LimitsOf(account)),
        AccountJson.Default.MeView);

    private static AccountManager Manager(HttpContext context) => context.RequestServices.GetRequiredService<AccountManager>();

    private static string Token(HttpContext context) => context.Request.RouteValues["token"] as string ?? "";
}
