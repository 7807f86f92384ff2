using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What admins do about teams. Everybody at the desk may read them: chats are transferred to teams.</summary>
internal sealed class TeamEndpoints(DeskParts parts, ILogger log)
{
    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        AccountRoutes.Add(routes, "/teams", HttpMethods.Get, AllAsync).RequireDesk();
        AccountRoutes.Add(routes, "/playbooks", HttpMethods.Get, PlaybooksAsync).RequireDesk();
        AccountRoutes.Add(routes, "/teams", HttpMethods.Post, AddAsync).For(DeskAccess.Admin);
        AccountRoutes.Add(routes, "/teams/{id}", HttpMethods.Patch, ChangeAsync).For(DeskAccess.Admin);
        AccountRoutes.Add(routes, "/teams/{id}", HttpMethods.Delete, RemoveAsync).For(DeskAccess.Admin);
    }

    private async Task<AccountProblem?> AllAsync(HttpContext context)
    {
        Team[] all = [.. await parts.Accounts.TeamsAsync(context.RequestAborted).ConfigureAwait(false)];
        await AccountWire.WriteAsync(context, all, AccountJson.Default.TeamArray).ConfigureAwait(false);
        return null;
    }

    /// <summary>The businesses people and teams may be there for; a company's own among them.</summary>
    private async Task<AccountProblem?> PlaybooksAsync(HttpContext context)
    {
        PlaybookView[] all = [.. parts.Shelf.Current.All.Select(playbook => new PlaybookView(playbook.Id, playbook.Name))];
        await AccountWire.WriteAsync(context, all, AccountJson.Default.PlaybookViewArray).ConfigureAwait(false);
        return null;
    }

    private async Task<AccountProblem?> AddAsync(HttpContext context) => await KeepAsync(context, new Team(parts.Ids.Delivery(), "", [], [], false), StatusCodes.Status201Created).ConfigureAwait(false);

    private async Task<AccountProblem?> ChangeAsync(HttpContext context)
    {
        var teams = await parts.Accounts.TeamsAsync(context.RequestAborted).ConfigureAwait(false);
        return teams.FirstOrDefault(team => team.Id == Id(context)) is { } team ? await KeepAsync(context, team, StatusCodes.Status200OK).ConfigureAwait(false) : Unknown(context);
    }

    private async Task<AccountProblem?> RemoveAsync(HttpContext context)
    {
        if (!await parts.Accounts.RemoveTeamAsync(Id(context), context.RequestAborted).ConfigureAwait(false)) return Unknown(context);
        AccountLog.Changed(log, Id(context), context.Desk().Account.Id, "team removed");
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private async Task<AccountProblem?> KeepAsync(HttpContext context, Team before, int status)
    {
        var (body, problem) = await AccountWire.ReadAsync(context, AccountJson.Default.TeamBody).ConfigureAwait(false);
        if (body is null) return problem;
        if (!NameRules.IsName(body.Name ?? before.Name)) return AccountProblem.Bad(NameRules.Wrong);
        if (Skills.Problem(body.Languages, body.Playbooks, parts.Shelf) is { } wrong) return wrong;
        var team = before with
        {
            Name = body.Name ?? before.Name,
            Playbooks = body.Playbooks is { } playbooks ? [.. playbooks.Distinct()] : before.Playbooks,
            Languages = body.Languages is { } languages ? [.. languages.Distinct()] : before.Languages,
            ForAbuse = body.ForAbuse ?? before.ForAbuse,
        };
        if (!await parts.Accounts.TryKeepTeamAsync(team, context.RequestAborted).ConfigureAwait(false)) return AccountProblem.NameTaken;
        AccountLog.Changed(log, team.Id, context.Desk().Account.Id, "team");
        context.Response.StatusCode = status;
        await AccountWire.WriteAsync(context, team, AccountJson.Default.Team).ConfigureAwait(false);
        return null;
    }

    private static AccountProblem Unknown(HttpContext context) => new(404, "unknown-team") { Detail = Id(context) is { Length: <= 80 } id ? id : "" };

    private static string Id(HttpContext context) => context.Request.RouteValues["id"] as string ?? "";
}
