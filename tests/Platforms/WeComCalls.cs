using System.Globalization;
using System.Text;
using ComplaintBot.Channels.WeChat;

namespace ComplaintBot.Platforms;

/// <summary>Calls as WeCom makes them: encrypted, and signed over what is encrypted.</summary>
internal static class WeComCalls
{
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    /// <summary>What WeCom says when there is something to be read at the service account.</summary>
    public const string Ring = $"<xml><ToUserName>ww</ToUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>T1</Token><OpenKfId>{LoopbackWeCom.Service}</OpenKfId></xml>";

    /// <summary>What switches an application on.</summary>
    public static (string Name, string Value)[] Settings(string section, string url) =>
    [
        ($"{section}:CorpId", LoopbackWeCom.CorpId), ($"{section}:Secret", "secret-of-the-application"), ($"{section}:Token", LoopbackWeCom.Token), ($"{section}:EncodingAESKey", Key), ($"{section}:Api", url),
    ];

    /// <summary>A callback. What is changed in a wrong one is the encrypted message.</summary>
    public static Webhook Push(string path, string xml, DateTimeOffset now, Proof proof = Proof.Right, string company = LoopbackWeCom.CorpId) => Push(path, Encoding.UTF8.GetBytes(xml), now, proof, company);

    /// <summary>The same, with any bytes.</summary>
    public static Webhook Push(string path, byte[] bytes, DateTimeOffset now, Proof proof = Proof.Right, string company = LoopbackWeCom.CorpId)
    {
        var encrypted = new WeChatCipher(Key, company).Encrypt(bytes, "0123456789abcdef"u8);
        var body = $"<xml><ToUserName><![CDATA[{company}]]></ToUserName><Encrypt><![CDATA[{(proof == Proof.Changed ? proof.Of(encrypted) : encrypted)}]]></Encrypt></xml>";
        return new(path + Query(encrypted, proof.At(now), proof == Proof.Changed ? Proof.Right : proof), Encoding.UTF8.GetBytes(body), "text/xml");
    }

    /// <summary>The query that signs what is encrypted.</summary>
    public static string Query(string encrypted, DateTimeOffset at, Proof proof = Proof.Right)
    {
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"?msg_signature={proof.Of(WeChatSignature.Of(LoopbackWeCom.Token, stamp, "n1", encrypted))}&timestamp={stamp}&nonce=n1";
    }
}
