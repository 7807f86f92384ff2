using ComplaintBot.Dialogs.Vocabulary;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What admins do about people.</summary>
internal sealed class PeopleEndpoints(DeskParts parts, DeskPeople people, ILogger log)
{
    private readonly Invitations invitations = new(parts);

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        Add("/people", HttpMethods.Get, AllAsync);
        Add("/people", HttpMethods.Post, AddAsync);
        Add("/people/{id}", HttpMethods.Patch, ChangeAsync);
        Add("/people/{id}/invite", HttpMethods.Post, InviteAsync);
        Add("/people/{id}/sessions", HttpMethods.Delete, SignOutAsync);

        void Add(string path, string method, Func<HttpContext, Task<AccountProblem?>> handler) => AccountRoutes.Add(routes, path, method, handler).For(DeskAccess.Admin);
    }

    private async Task<AccountProblem?> AllAsync(HttpContext context)
    {
        PersonView[] all = [.. (await parts.Accounts.AllAsync(context.RequestAborted).ConfigureAwait(false)).Select(PersonView.Of)];
        await AccountWire.WriteAsync(context, all, AccountJson.Default.PersonViewArray).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> AddAsync(HttpContext context)
    {
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.PersonBody).ConfigureAwait(false);
        if (body is null) return problem;
        if (body.Role is null) return AccountProblem.Bad("role");
        var account = new DeskAccount { Id = parts.Ids.Delivery(), Name = body.Name ?? "", Role = DeskRole.Agent };
        if (await TakeAsync(body, account, context.RequestAborted).ConfigureAwait(false) is { } wrong) return wrong;
        if (AccountRoutes.Problem(await Manager(context).CreateAsync(account).ConfigureAwait(false)) is { } refused) return refused;
        AccountLog.Changed(log, account.Id, By(context), $"added as {account.Role.Id()}");
        var link = await LinkAsync(context, account).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await AccountWire.WriteAsync(context, new NewPersonView(PersonView.Of(account), link), AccountJson.Default.NewPersonView).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> ChangeAsync(HttpContext context)
    {
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.PersonBody).ConfigureAwait(false);
        if (body is null) return problem;
        if (await FindAsync(context).ConfigureAwait(false) is not { } account) return AccountProblem.UnknownPerson;
        var (role, wasAdmin, wasActive) = (account.Role, account.MayAdminister, account.IsActive);
        if (await TakeAsync(body, account, context.RequestAborted).ConfigureAwait(false) is { } wrong) return wrong;
        if (body.Active is { } active) account.IsActive = active;
        if (body.Totp is false) (account.TotpSecret, account.TotpPending, account.RecoveryCodes) = (null, null, []);

        // Whoever may less than before is signed out; an invitation of before is void.
        var isOut = wasActive != account.IsActive || (wasAdmin && !account.MayAdminister);
        if (isOut) AccountManager.ChangeStamp(account, parts.Ids);
        if (AccountRoutes.Problem(await Manager(context).UpdateAsync(account).ConfigureAwait(false)) is { } refused) return refused;
        if (isOut) await EndAllAsync(account, context.RequestAborted).ConfigureAwait(false);
        Note(context, account, (role, wasAdmin, wasActive));
        await AccountWire.WriteAsync(context, PersonView.Of(account), AccountJson.Default.PersonView).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> InviteAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not { IsActive: true } account) return AccountProblem.UnknownPerson;
        await AccountWire.WriteAsync(context, new InviteView(await LinkAsync(context, account).ConfigureAwait(false)), AccountJson.Default.InviteView).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> SignOutAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not { } account) return AccountProblem.UnknownPerson;
        await EndAllAsync(account, context.RequestAborted).ConfigureAwait(false);
        AccountLog.Changed(log, account.Id, By(context), "signed out everywhere");
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private async Task EndAllAsync(DeskAccount account, CancellationToken cancellationToken)
    {
        await parts.Sessions.EndAllAsync(account.Id, null, cancellationToken).ConfigureAwait(false);
        people.SignedOut(account.Id, null);
    }

    private async Task<string> LinkAsync(HttpContext context, DeskAccount account)
    {
        AccountLog.Invited(log, account.Id, By(context));
        return await invitations.LinkAsync(account, Invitations.AddressOf(context.Request), context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Takes over what an admin wrote about a person; why not, when something in it is wrong.</summary>
    private async Task<AccountProblem?> TakeAsync(PersonBody body, DeskAccount account, CancellationToken cancellationToken)
    {
        if (body.Role is { } role)
        {
            if (!Identifiers.TryParse<DeskRole>(role, out var parsed)) return AccountProblem.Bad("role", role);
            account.Role = parsed;
        }

        if (body.Teams is { } teams)
        {
            var known = (await parts.Accounts.TeamsAsync(cancellationToken).ConfigureAwait(false)).Select(team => team.Id).ToHashSet();
            if (Skills.Stranger(teams, known.Contains) is { } unknown) return AccountProblem.Bad("unknown-team", unknown);
            account.Teams = [.. teams.Distinct()];
        }

        if (Skills.Problem(body.Languages, body.Playbooks, parts.Shelf) is { } wrong) return wrong;
        account.Name = body.Name ?? account.Name;
        account.IsAdmin = body.Admin ?? account.IsAdmin;
        account.Languages = body.Languages is { } languages ? [.. languages.Distinct()] : account.Languages;
        account.Playbooks = body.Playbooks is { } playbooks ? [.. playbooks.Distinct()] : account.Playbooks;
        return null;
    }

    private void Note(HttpContext context, DeskAccount account, (DeskRole Role, bool Admin, bool Active) before)
    {
        AccountLog.Changed(log, account.Id, By(context), "details");
        if (before.Role != account.Role) AccountLog.Changed(log, account.Id, By(context), $"role {before.Role.Id()} to {account.Role.Id()}");
        if (before.Admin != account.MayAdminister) AccountLog.Changed(log, account.Id, By(context), account.MayAdminister ? "made admin" : "no admin any more");
        if (before.Active != account.IsActive) AccountLog.Changed(log, account.Id, By(context), account.IsActive ? "active" : "inactive");
    }

    private Task<DeskAccount?> FindAsync(HttpContext context) => parts.Accounts.FindAsync(context.Request.RouteValues["id"] as string ?? "", context.RequestAborted);

    private static string By(HttpContext context) => context.Desk().Account.Id;

    private static AccountManager Manager(HttpContext context) => context.RequestServices.GetRequiredService<AccountManager>();
}
