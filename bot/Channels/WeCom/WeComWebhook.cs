using ComplaintBot.Channels.DirectLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Where WeCom calls: bytes, size, signature, age, decryption, then whatever the caller does with it, and an empty 200.</summary>
/// <param name="path">The path it is called at.</param>
/// <param name="channel">The channel's name in the log.</param>
/// <param name="envelope">Opens what comes.</param>
/// <param name="take">Takes a callback; when it returns it is durable, or concerns nobody.</param>
/// <param name="parts">What every channel is given.</param>
internal sealed class WeComWebhook(string path, string channel, WeComEnvelope envelope, Func<WeChat.WeChatPush, CancellationToken, Task> take, ChannelParts parts)
{
    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(path, [HttpMethods.Get], context => DirectLineEndpoints.AnswerAsync(context, CheckAsync));
        routes.MapMethods(path, [HttpMethods.Post], context => DirectLineEndpoints.AnswerAsync(context, TakeAsync));
    }

    private async Task<Refusal?> CheckAsync(HttpContext context)
    {
        if (envelope.Echo(context.Request.Query) is not { } echo) return Refuse(context);
        await WeComEnvelope.WriteAsync(context, echo).ConfigureAwait(false);
        return null;
    }

    private async Task<Refusal?> TakeAsync(HttpContext context)
    {
        if (await Bodies.ReadAsync(context.Request, parts.Limits.BodyBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.BodyBytes, "bytes");
        if (envelope.Read(context.Request.Query, body) is not { } push) return Refuse(context);
        await take(push, context.RequestAborted).ConfigureAwait(false);
        await WeComEnvelope.WriteAsync(context, []).ConfigureAwait(false);
        return null;
    }

    private Refusal Refuse(HttpContext context)
    {
        ChannelLog.Refused(parts.Log, channel, "the signature is missing or wrong, the call too old, or the message of another company");
        return parts.RequestLimits.Request(context) ?? Refusal.BadSignature;
    }
}
