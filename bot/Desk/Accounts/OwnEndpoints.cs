using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What people do about their own account: sessions, password, authenticator app.</summary>
internal sealed class OwnEndpoints(DeskParts parts, DeskPeople people, ILogger log)
{
    private readonly SignIns signIns = new(parts, log);

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        Add("/sessions", HttpMethods.Get, SessionsAsync);
        Add("/sessions/{id}", HttpMethods.Delete, EndSessionAsync);
        Add("/password", HttpMethods.Post, PasswordAsync);
        Add("/totp/begin", HttpMethods.Post, BeginTotpAsync);
        Add("/totp/confirm", HttpMethods.Post, ConfirmTotpAsync);
        Add("/totp", HttpMethods.Delete, EndTotpAsync);

        void Add(string path, string method, Func<HttpContext, Task<AccountProblem?>> handler) => AccountRoutes.Add(routes, path, method, handler);
    }

    private async Task<AccountProblem?> SessionsAsync(HttpContext context)
    {
        var (person, now) = (context.Desk(), parts.Clock.GetUtcNow());
        var sessions = await parts.Sessions.OfAsync(person.Account.Id, context.RequestAborted).ConfigureAwait(false);
        SessionView[] open =
        [
            .. sessions.Where(one => one.Stamp == person.Account.Stamp && one.EndsAt > now && now - one.SeenAt < parts.Settings.IdleFor)
                .Select(one => new SessionView(one.Id, one.Id == person.Session, one.CreatedAt, one.SeenAt, one.Address, one.Client)),
        ];
        await AccountWire.WriteAsync(context, open, AccountJson.Default.SessionViewArray).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> EndSessionAsync(HttpContext context)
    {
        var (person, id) = (context.Desk(), context.Request.RouteValues["id"] as string ?? "");
        if (!await parts.Sessions.EndAsync(person.Account.Id, id, context.RequestAborted).ConfigureAwait(false)) return AccountProblem.UnknownSession;
        people.SessionEnded(id);
        AccountLog.SignedOut(log, person.Account.Id);
        return Done(context);
    }

    private async Task<AccountProblem?> PasswordAsync(HttpContext context)
    {
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.PasswordBody).ConfigureAwait(false);
        if (body is null) return problem;
        var (person, manager) = (context.Desk(), Manager(context));
        if (await signIns.ProveAsync(manager, person.Account, body.Old, context.RequestAborted).ConfigureAwait(false) is { } unproved) return unproved;
        if (AccountRoutes.Problem(await manager.SetPasswordAsync(person.Account, body.New ?? "").ConfigureAwait(false)) is { } refused) return refused;
        await parts.Sessions.EndAllAsync(person.Account.Id, person.Session, context.RequestAborted).ConfigureAwait(false);
        await AccountRoutes.BeginAsync(context, person.Account, parts).ConfigureAwait(false);
        people.SignedOut(person.Account.Id, person.Session);
        AccountLog.Changed(log, person.Account.Id, person.Account.Id, "password");
        return Done(context);
    }

    private async Task<AccountProblem?> BeginTotpAsync(HttpContext context)
    {
        var account = context.Desk().Account;
        byte[] secret = [.. parts.Ids.Salt(), .. parts.Ids.Salt()];
        if (await Manager(context).BeginTotpAsync(account, secret[..Totp.SecretBytes]).ConfigureAwait(false) is not { } shown) return AccountProblem.Changed;
        await AccountWire.WriteAsync(context, new TotpView(shown, Totp.Uri(account.Name, shown)), AccountJson.Default.TotpView).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> ConfirmTotpAsync(HttpContext context)
    {
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.CodeBody).ConfigureAwait(false);
        if (body is null) return problem;
        var account = context.Desk().Account;
        if (await Manager(context).ConfirmTotpAsync(account, body.Code ?? "").ConfigureAwait(false) is not { } codes) return AccountProblem.Bad("wrong-code");
        AccountLog.Changed(log, account.Id, account.Id, "authenticator app added");
        await AccountWire.WriteAsync(context, new RecoveryView(codes), AccountJson.Default.RecoveryView).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> EndTotpAsync(HttpContext context)
    {
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.PasswordBody).ConfigureAwait(false);
        if (body is null) return problem;
        var (account, manager) = (context.Desk().Account, Manager(context));
        if (await signIns.ProveAsync(manager, account, body.Password, context.RequestAborted).ConfigureAwait(false) is { } unproved) return unproved;
        if (AccountRoutes.Problem(await manager.EndTotpAsync(account).ConfigureAwait(false)) is { } refused) return refused;
        AccountLog.Changed(log, account.Id, account.Id, "authenticator app removed");
        return Done(context);
    }

    private static AccountProblem? Done(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private static AccountManager Manager(HttpContext context) => context.RequestServices.GetRequiredService<AccountManager>();
}
