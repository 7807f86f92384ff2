using ComplaintBot.Channels;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Desk.Handoff;

/// <summary>
/// <c>POST /desk/api/handoff/status</c>: what the contact centre says, as commands in its name. A message that could not be worked on is
/// answered 503 and may come again; its commands have ids, so what was done is not done twice.
/// </summary>
internal sealed class HandoffEndpoint(Handoffs handoffs)
{
    private const int MostBytes = 262_144;
    private const int LongestAgreed = 500;

    private readonly HandoffParts parts = handoffs.Parts;

    /// <summary>Adds the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => AccountRoutes.Add(routes, "/handoff/status", HttpMethods.Post, TakeAsync).For(DeskAccess.Machine);

    private async Task<AccountProblem?> TakeAsync(HttpContext context)
    {
        if (!handoffs.IsSetUp) return new(404, "no-handoff");
        if (await Bodies.ReadAsync(context.Request, MostBytes).ConfigureAwait(false) is not { } body) return new(413, "too-large") { Detail = "262144" };
        var (time, signature, now) = (context.Request.Headers[HandoffSignature.TimeHeader].ToString(), context.Request.Headers[HandoffSignature.Header].ToString(), parts.Clock.GetUtcNow());
        if (!HandoffSignature.IsRight(parts.Settings.Secret, time, signature, body, now)) return Refused("signature");
        if (HandoffStatus.Read(body) is not { } status) return Refused("unreadable-status", 400);
        if (await parts.Handoffs.FindAsync(status.Key, context.RequestAborted).ConfigureAwait(false) is null) return Refused("no-handoff", 404);
        if (handoffs.Carry is not { } carry) return new(503, "not-ready");
        if (!await parts.Handoffs.IsNewAsync(signature, now, now + (2 * HandoffSignature.Window), context.RequestAborted).ConfigureAwait(false)) return Refused("replayed", 409);
        try
        {
            await WorkAsync(status, signature, carry).ConfigureAwait(false);
        }
        catch
        {
            await parts.Handoffs.ForgetAsync(signature, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private async Task WorkAsync(HandoffStatus status, string signature, CarryCommand carry)
    {
        var person = new DeskPerson(DeskPerson.CentreId, status.Agent ?? parts.Settings.Name, Role.Agent);
        foreach (var (number, command) in Commands(status, await AgreedAsync(status).ConfigureAwait(false)).Index())
        {
            if (await carry(status.Key, person, command, $"{signature} {number}").ConfigureAwait(false) is { } refusal) HandoffLog.CommandRefused(parts.Log, LogText.Of(status.Key.ToString()), refusal.Code);
        }

        if (status.State is not { } state) return;
        await parts.Handoffs.NoteAsync(status.Key, state, CancellationToken.None).ConfigureAwait(false);
        HandoffLog.Said(parts.Log, LogText.Of(status.Key.ToString()), state);
    }

    /// <summary>
    /// What the bot goes on from when the centre is done: what it says was agreed, or the last it told the customer. Who said nothing at all
    /// has settled nothing, and the chat waits again.
    /// </summary>
    private async Task<string?> AgreedAsync(HandoffStatus status)
    {
        if (status.State != "completed") return null;
        if ((status.Agreed ?? (status.Messages is [.., var latest] ? latest : null)) is { } said) return Short(said);
        var lines = await parts.Transcript(status.Key, 0, CancellationToken.None).ConfigureAwait(false);

        // The first of its lines is ours: it tells who took over.
        return lines.Where(line => line.Outgoing && line.Activity.Type == ActivityTypes.Message && line.Activity.From?.Id == DeskPerson.CentreId).Skip(1).LastOrDefault()?.Activity.Text is { } last ? Short(last) : null;
    }

    private static string Short(string text) => text.Length <= LongestAgreed ? text : text[..LongestAgreed];

    /// <summary>Whoever accepts takes the chat, then speaks; whoever is done speaks, then gives it back.</summary>
    private static IEnumerable<DeskCommand> Commands(HandoffStatus status, string? agreed) =>
    [
        .. status.State == "accepted" ? [new TakeCommand()] : Array.Empty<DeskCommand>(),
        .. status.Messages.Select(text => new ReplyCommand(text)),
        .. status.State switch
        {
            "failed" => [new ReleaseCommand(ReleaseReason.Wish)],
            "completed" => [agreed is null ? new ReleaseCommand(ReleaseReason.Wish) : new HandBackCommand(Stage.Satisfaction, agreed)],
            _ => Array.Empty<DeskCommand>(),
        },
    ];

    private AccountProblem Refused(string why, int status = 401)
    {
        HandoffLog.MessageRefused(parts.Log, why);
        return new(status, why);
    }
}
