using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintBot.Channels;
using ComplaintBot.Desk.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Desk.Paging;

/// <summary>
/// How pages are confirmed: by the link that was sent, with a button, for programs open links in mails before people do; and at the desk
/// by whoever is signed in.
/// </summary>
internal sealed class PageEndpoints(Pager pager, IPageStore pages)
{
    private const int MostShown = 100;

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Pager.Path + "/{token}", [HttpMethods.Get], AskAsync);
        routes.MapMethods(Pager.Path + "/{token}", [HttpMethods.Post], ConfirmAsync);
        routes.MapMethods(AccountRoutes.Root + "/pages", [HttpMethods.Get], AllAsync).RequireDesk();
        routes.MapMethods(AccountRoutes.Root + "/pages/{id}/confirm", [HttpMethods.Post], ConfirmHereAsync).RequireRole(DeskRole.Agent, DeskRole.Supervisor, DeskRole.Manager, DeskRole.Pr);
    }

    private async Task AskAsync(HttpContext context)
    {
        var texts = PageTexts.For(context.Request.Headers.AcceptLanguage);
        var read = await pager.ReadAsync(Route(context, "token"), context.RequestAborted).ConfigureAwait(false);
        if (read is not { } link) await ShowAsync(context, texts, 404, texts["gone"], null).ConfigureAwait(false);
        else if (link.Page.ConfirmedBy is { } by) await ShowAsync(context, texts, 200, Of(texts["already"], link.Page, by), null).ConfigureAwait(false);
        else await ShowAsync(context, texts, 200, Of(texts["heading"], link.Page, link.Person), texts["question"]).ConfigureAwait(false);
    }

    private async Task ConfirmAsync(HttpContext context)
    {
        var texts = PageTexts.For(context.Request.Headers.AcceptLanguage);
        if (await pager.ReadAsync(Route(context, "token"), context.RequestAborted).ConfigureAwait(false) is not { } link)
        {
            await ShowAsync(context, texts, 404, texts["gone"], null).ConfigureAwait(false);
            return;
        }

        var isMine = await pager.ConfirmAsync(link.Page.Id, link.Person, CancellationToken.None).ConfigureAwait(false);
        var by = isMine ? link.Person : (await pages.FindAsync(link.Page.Id, context.RequestAborted).ConfigureAwait(false))?.ConfirmedBy ?? "";
        await ShowAsync(context, texts, isMine ? 200 : 409, Of(texts[isMine ? "done" : "already"], link.Page, by), null).ConfigureAwait(false);
    }

    private async Task AllAsync(HttpContext context)
    {
        PageView[] all = [.. (await pages.LatestAsync(MostShown, context.RequestAborted).ConfigureAwait(false)).Select(PageView.Of)];
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, all, PageJson.Default.PageViewArray, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task ConfirmHereAsync(HttpContext context)
    {
        var person = context.Desk().Account;
        var id = Route(context, "id");
        if (await pages.FindAsync(id, context.RequestAborted).ConfigureAwait(false) is null) await new AccountProblem(404, "unknown-page").WriteAsync(context).ConfigureAwait(false);
        else if (await pager.ConfirmAsync(id, person.Name, CancellationToken.None).ConfigureAwait(false)) context.Response.StatusCode = StatusCodes.Status204NoContent;
        else await new AccountProblem(409, "confirmed").WriteAsync(context).ConfigureAwait(false);
    }

    /// <summary>A page without scripts that works in anything a telephone opens links with.</summary>
    private static async Task ShowAsync(HttpContext context, Texts texts, int status, string heading, string? question)
    {
        var write = HtmlEncoder.Default;
        var form = question is null ? "" : $"<p>{write.Encode(question)}</p><form method=\"post\"><button>{write.Encode(texts["confirm"])}</button></form>";
        (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.CacheControl) = (status, "text/html; charset=utf-8", "no-store");
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        await context.Response.WriteAsync(
            $"<!doctype html><html lang=\"{texts.Language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>ComplaintBot</title>"
            + "<style>body{font:18px/1.5 system-ui,sans-serif;max-width:32em;margin:3em auto;padding:0 1em;color-scheme:light dark}button{font:inherit;padding:.8em 1.6em}</style>"
            + $"<h1>{write.Encode(heading)}</h1>{form}</html>",
            context.RequestAborted).ConfigureAwait(false);
    }

    private static string Of(string text, Page page, string person) => PageTexts.Fill(text, new Dictionary<string, string> { ["case"] = page.CaseNumber, ["person"] = person }, value => value);

    private static string Route(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";
}
