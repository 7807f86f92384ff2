using System.Globalization;
using ComplaintBot.Channels.WeChat;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels.WeCom;

/// <summary>What WeCom's callbacks come in: signed over what is encrypted, then encrypted, as WeChat does in safe mode.</summary>
internal sealed class WeComEnvelope(WeComAccount account, TimeProvider clock)
{
    /// <summary>How far the time of a call may be from ours.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    private readonly WeChatCipher cipher = new(account.Key, account.CorpId);

    /// <summary>What has to be said when WeCom checks that an address is ours; null when it is not WeCom that asks.</summary>
    public byte[]? Echo(IQueryCollection query) => Open(query, query["echostr"].ToString());

    /// <summary>What a callback says; null when it is not WeCom's or too old.</summary>
    /// <param name="query">The query it came with.</param>
    /// <param name="body">Its body.</param>
    public WeChatPush? Read(IQueryCollection query, ReadOnlySpan<byte> body) =>
        WeChatWire.Read(body)?.Get("Encrypt") is { Length: > 0 } encrypted && IsFresh(query["timestamp"].ToString()) && Open(query, encrypted) is { } plain ? WeChatWire.Read(plain) : null;

    /// <summary>Answers the check of an address.</summary>
    public static async Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private byte[]? Open(IQueryCollection query, string encrypted) =>
        WeChatSignature.IsRight(query["msg_signature"], account.Token, query["timestamp"].ToString(), query["nonce"].ToString(), encrypted) ? cipher.Decrypt(encrypted) : null;

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
        && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Oldest;
}
