using System.Globalization;
using System.Text;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.WeChat;

/// <summary>Where WeChat calls: bytes, size, signature, age, decryption, masking, dedupe and inbox in one transaction, then the answer if it is ready within 4 s.</summary>
internal sealed class WeChatWebhook(WeChatSettings settings, WeChatIntake intake, (PassiveReplies Replies, PassingOn Passing) with, ChannelParts parts)
{
    /// <summary>The path it is called at.</summary>
    public const string Path = "/channels/wechat";

    /// <summary>How far the time of a call may be from ours: WeChat repeats within 15 s.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    private static readonly byte[] Acknowledged = "success"u8.ToArray();

    private readonly PassiveReplies replies = with.Replies;
    private readonly WeChatCipher? cipher = settings.Key is { } key ? new(key, settings.AppId) : null;

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, [HttpMethods.Get], context => AnswerAsync(context, CheckAsync));
        routes.MapMethods(Path, [HttpMethods.Post], context => AnswerAsync(context, TakeAsync));
    }

    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, Task<Refusal?>> handler)
    {
        if (await handler(context).ConfigureAwait(false) is { } refusal) await RefusalWriter.WriteAsync(context, refusal).ConfigureAwait(false);
    }

    /// <summary>The platform checks that the address is ours.</summary>
    private async Task<Refusal?> CheckAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!WeChatSignature.IsRight(query["signature"], settings.Token, Said(context, "timestamp"), Said(context, "nonce"))) return Refuse(context, "the signature is missing or wrong");
        await WriteAsync(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Said(context, "echostr"))).ConfigureAwait(false);
        return null;
    }

    private async Task<Refusal?> TakeAsync(HttpContext context)
    {
        if (await Bodies.ReadAsync(context.Request, parts.Limits.BodyBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.BodyBytes, "bytes");
        if (!WeChatSignature.IsRight(context.Request.Query["signature"], settings.Token, Said(context, "timestamp"), Said(context, "nonce"))) return Refuse(context, "the signature is missing or wrong");
        if (!IsFresh(Said(context, "timestamp"))) return Refuse(context, "the call is too old or from the future: check the clock of this machine");
        if (WeChatWire.Read(body) is not { } outer) return Refusal.Bad("the body is neither XML nor JSON of WeChat");
        if (Opened(context, outer, out var push) is { } wrong) return Refuse(context, wrong);
        if (await intake.HeardAsync(push, context.RequestAborted).ConfigureAwait(false) || await intake.ReadAsync(push, context.RequestAborted).ConfigureAwait(false) is not { } inbound)
        {
            await WriteAsync(context, "text/plain", Acknowledged).ConfigureAwait(false);
            return null;
        }

        var reply = await replies.OfAsync(inbound.Key, inbound.DedupeId, () => intake.TakeAsync(push, inbound)).ConfigureAwait(false);
        await SayAsync(context, (inbound.Key, push), reply, isSealed: outer != push).ConfigureAwait(false);
        return null;
    }

    private async Task SayAsync(HttpContext context, (ConversationKey Key, WeChatPush Push) call, PassiveReply reply, bool isSealed)
    {
        var ((key, push), isWritten) = (call, false);
        try
        {
            var (text, now) = (await reply.Said.ConfigureAwait(false), parts.Clock.GetUtcNow());
            var passes = settings.UsesPlatformDesk && await parts.Runner.HandsAsync(key, context.RequestAborted).ConfigureAwait(false) is Hands.Wanted or Hands.Asked or Hands.Platform;
            if (passes) await with.Passing.PassOnAsync(key, long.MaxValue, () => Task.FromResult<Func<ConversationKey, string, DateTimeOffset, Inbound>?>(PlatformEvent.Asked), CancellationToken.None).ConfigureAwait(false);
            if (passes || text is not null)
            {
                var answer = passes ? WeChatWire.Transfer(push, now) : WeChatWire.Answer(push, text!, now);
                await WriteAsync(context, push.IsJson ? "application/json; charset=utf-8" : "text/xml; charset=utf-8", isSealed ? Sealed(push, answer) : answer).ConfigureAwait(false);
            }
            else
            {
                await WriteAsync(context, "text/plain", Acknowledged).ConfigureAwait(false);
            }

            // What was to be said is sent from the account's side when the answer was used to pass the customer on.
            isWritten = !passes;
        }
        finally
        {
            reply.Note(isWritten);
        }
    }

    /// <summary>The push inside an encrypted one; a plain one as it is, unless the account is in safe mode.</summary>
    private string? Opened(HttpContext context, WeChatPush outer, out WeChatPush push)
    {
        push = outer;
        var encrypted = outer.Get("Encrypt");
        if (encrypted.Length == 0) return settings.IsSafe ? "the message is not encrypted and the mode is safe: set the platform's mode to 安全模式, or Channels:WeChat:Mode" : null;
        if (cipher is null) return "the message is encrypted: set Channels:WeChat:EncodingAESKey";
        if (!WeChatSignature.IsRight(context.Request.Query["msg_signature"], settings.Token, Said(context, "timestamp"), Said(context, "nonce"), encrypted)) return "the signature of the encrypted message is missing or wrong";
        if (cipher.Decrypt(encrypted) is not { } plain || WeChatWire.Read(plain) is not { } inner) return "the message can't be decrypted: check Channels:WeChat:EncodingAESKey and Channels:WeChat:AppId";
        push = inner with { IsJson = outer.IsJson };
        return null;
    }

    private byte[] Sealed(WeChatPush push, byte[] answer)
    {
        var (time, nonce) = (parts.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), parts.Ids.Delivery());
        var encrypted = cipher!.Encrypt(answer, SixteenBytes());
        return WeChatWire.Sealed(push.IsJson, encrypted, WeChatSignature.Of(settings.Token, time, nonce, encrypted), (time, nonce));
    }

    private byte[] SixteenBytes()
    {
        var random = new byte[16];
        var salt = parts.Ids.Salt();
        salt.AsSpan(0, Math.Min(salt.Length, random.Length)).CopyTo(random);
        return random;
    }

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
        && (parts.Clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Oldest;

    private Refusal Refuse(HttpContext context, string reason)
    {
        ChannelLog.Refused(parts.Log, "wechat", reason);
        return parts.RequestLimits.Request(context) ?? Refusal.BadSignature;
    }

    private static string Said(HttpContext context, string name) => context.Request.Query[name].ToString();

    private static async Task WriteAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        await context.Response.CompleteAsync().ConfigureAwait(false);
    }
}
