using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>Where channels and other bots call: bytes, size, JSON, token (it speaks of what is in the body), masking, dedupe and inbox in one transaction, 202.</summary>
internal sealed class BotFrameworkWebhook(BotFrameworkChannel channel, BotFrameworkSignature signature, ChannelParts parts)
{
    /// <summary>The path it is called at.</summary>
    public const string Path = "/api/messages";

    /// <summary>How long a call that wants its answer is kept waiting; channels give up after 15 s.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    private static readonly Refusal KeysMissing = Refusal.StoreFails with { Message = "The keys that tokens are signed with can't be had at the moment", Text = "keys-missing" };
    private static readonly Refusal NotHandled = new(StatusCodes.Status501NotImplemented, "NotImplemented", "This bot handles no invoke of that name", "not-handled");

    private readonly ExpectedReplies replies = channel.Replies;
    private readonly BotFrameworkIntake intake = new(parts);

    /// <summary>Adds the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.Map(Path, async context =>
    {
        if (await TakeAsync(context).ConfigureAwait(false) is { } refusal) await RefusalWriter.WriteAsync(context, refusal).ConfigureAwait(false);
    });

    private async Task<Refusal?> TakeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return Refusal.WrongMethod;
        if (await Bodies.ReadAsync(context.Request, parts.Limits.BodyBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.BodyBytes, "bytes");
        if (DirectLineWire.Read(body, parts.Limits.ActivityCharacters, out var came) is { } unreadable) return Refuse(context, "the body is no activity", unreadable);
        if (came.Type is not { Length: > 0 and <= 100 }) return Refuse(context, "the activity has no type", Refusal.Bad("the activity has no type"));
        var (caller, failure) = await CallerAsync(context, came).ConfigureAwait(false);
        if (caller is null) return failure;
        if (BotFrameworkPlace.KeyOf(caller, came) is not { } key) return Refusal.Bad("channelId or conversation.id is missing or none a channel gives");
        if (!Uri.TryCreate(came.ServiceUrl, UriKind.Absolute, out var service) || !channel.IsReachable(service, caller)) return Refuse(context, "the serviceUrl is no address that may be spoken to", Refusal.Bad("serviceUrl is no address that may be spoken to"));
        if (came.Type == ActivityTypes.Invoke) return NotHandled;
        if (came is { Type: ActivityTypes.Event, Name: BotFrameworkWire.Status }) await channel.HearAsync(key, came, context.RequestAborted).ConfigureAwait(false);
        if (intake.Read(key, came) is { } inbound) await WorkAsync(context, inbound, came.DeliveryMode == DeliveryModes.ExpectReplies).ConfigureAwait(false);
        else await AnswerAsync(context, came.DeliveryMode == DeliveryModes.ExpectReplies ? [] : null).ConfigureAwait(false);
        return null;
    }

    private async Task<(BotFrameworkCaller? Caller, Refusal? Failure)> CallerAsync(HttpContext context, Activity came)
    {
        try
        {
            var caller = await signature.CallerAsync(context.Request.Headers.Authorization, came).ConfigureAwait(false);
            return (caller, caller is null ? Refuse(context, "the token is missing, wrong or not for this bot", Refusal.BadCredential with { Text = "bad-signature" }) : null);
        }
        catch (BotFrameworkException failure)
        {
            ChannelLog.NotDone(parts.Log, "bot", "fetching keys", failure.Message);
            return (null, parts.RequestLimits.Request(context) ?? KeysMissing);
        }
    }

    private async Task WorkAsync(HttpContext context, Inbound inbound, bool isAnswerWanted)
    {
        channel.Remember(inbound);
        if (!isAnswerWanted)
        {
            await parts.TakeAsync(inbound, context.RequestAborted).ConfigureAwait(false);
            await AnswerAsync(context, null).ConfigureAwait(false);
            return;
        }

        await replies.HoldAsync(inbound.Key, async () =>
        {
            var before = await parts.Store.LastSequenceAsync(inbound.Key, parts.Clock.GetUtcNow(), CancellationToken.None).ConfigureAwait(false) ?? 0;
            var accepted = await parts.Runner.AcceptAsync(inbound, CancellationToken.None).ConfigureAwait(false);
            await Task.WhenAny(parts.Wake(inbound.Key, accepted.Arrival), Task.Delay(Longest, parts.Clock, context.RequestAborted)).ConfigureAwait(false);
            var (said, last) = await channel.SaidAsync(inbound.Key, accepted.Sequence ?? before).ConfigureAwait(false);
            await AnswerAsync(context, said).ConfigureAwait(false);
            return last;
        }).ConfigureAwait(false);
    }

    private Refusal Refuse(HttpContext context, string reason, Refusal refusal)
    {
        ChannelLog.Refused(parts.Log, "bot", reason);
        return parts.RequestLimits.Request(context) ?? refusal;
    }

    private static async Task AnswerAsync(HttpContext context, IReadOnlyList<Activity>? said)
    {
        if (said is not null)
        {
            await DirectLineEndpoints.JsonAsync(context, StatusCodes.Status200OK, BotFrameworkWire.Replies(said)).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentLength = 0;
    }
}
