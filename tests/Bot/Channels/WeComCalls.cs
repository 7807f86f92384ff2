using System.Globalization;
using System.Text;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>Calls as WeCom makes them: encrypted, and signed over what is encrypted.</summary>
internal static class WeComCalls
{
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    public static (string, string)[] Settings(string section, string url) =>
    [
        ($"{section}:CorpId", LoopbackWeCom.CorpId), ($"{section}:Secret", "secret-of-the-application"), ($"{section}:Token", LoopbackWeCom.Token), ($"{section}:EncodingAESKey", Key), ($"{section}:Api", url),
    ];

    public static async Task<Answer> CallAsync(this LiveServer server, string path, string xml, string company = LoopbackWeCom.CorpId, TimeSpan age = default)
    {
        var encrypted = new WeChatCipher(Key, company).Encrypt(Encoding.UTF8.GetBytes(xml), "0123456789abcdef"u8);
        using var content = new StringContent($"<xml><ToUserName><![CDATA[{company}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", Encoding.UTF8, "text/xml");
        return await server.SendAsync(HttpMethod.Post, path + Query(server, encrypted, age), null, content);
    }

    public static string Query(LiveServer server, string encrypted, TimeSpan age = default)
    {
        var stamp = (server.Clock.GetUtcNow() - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"?msg_signature={WeChatSignature.Of(LoopbackWeCom.Token, stamp, "n1", encrypted)}&timestamp={stamp}&nonce=n1";
    }
}
