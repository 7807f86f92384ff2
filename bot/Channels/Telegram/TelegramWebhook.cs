using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Where Telegram calls: bytes, size, secret, JSON, masking, dedupe and inbox in one transaction, 200.</summary>
internal sealed class TelegramWebhook(TelegramSettings settings, TelegramIntake intake, ChannelParts parts)
{
    /// <summary>The path it is called at.</summary>
    public const string Path = "/channels/telegram";

    /// <summary>Adds the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Path, [HttpMethods.Post], async context =>
    {
        if (await TakeAsync(context).ConfigureAwait(false) is { } refusal) await RefusalWriter.WriteAsync(context, refusal).ConfigureAwait(false);
    });

    private async Task<Refusal?> TakeAsync(HttpContext context)
    {
        if (await Bodies.ReadAsync(context.Request, parts.Limits.BodyBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.BodyBytes, "bytes");
        if (!TelegramSignature.IsRight(settings.Secret, context.Request.Headers[TelegramSignature.Header]))
        {
            ChannelLog.Refused(parts.Log, "telegram", "the secret is missing or wrong");
            return parts.RequestLimits.Request(context) ?? Refusal.BadSignature;
        }

        if (WireJson.Object(body) is not { } json || TelegramWire.Read(json) is not { } update) return Refusal.Bad("the body is no update");
        await intake.TakeAsync(update, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentLength = 0;
        return null;
    }
}
