using System.Globalization;
using System.Text;
using ComplaintBot.Channels.WeChat;

namespace ComplaintBot.Platforms;

/// <summary>Calls as an Official Account makes them in plain mode: signed over the time.</summary>
internal static class WeChatCalls
{
    public const string AppId = "wx0123456789abcdef";
    public const string Token = "AAAAA";

    /// <summary>What switches it on.</summary>
    public static (string Name, string Value)[] Settings(string url) =>
    [
        ("Channels:WeChat:AppId", AppId), ("Channels:WeChat:Secret", "secret"), ("Channels:WeChat:Token", Token), ("Channels:WeChat:Api", url), ("Channels:WeChat:PauseMilliseconds", "0"), ("Channels:WeChat:Playbooks", "retail"),
    ];

    /// <summary>A push.</summary>
    public static Webhook Push(string xml, DateTimeOffset now, Proof proof = Proof.Right)
    {
        var stamp = proof.At(now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new($"{WeChatWebhook.Path}?signature={proof.Of(WeChatSignature.Of(Token, stamp, "n1"))}&timestamp={stamp}&nonce=n1", Encoding.UTF8.GetBytes(xml), "text/xml");
    }

    /// <summary>The body of a push; what it says has to be given.</summary>
    public static string Body(string customer, DateTimeOffset at, string inner) =>
        $"<xml><ToUserName>gh</ToUserName><FromUserName>{customer}</FromUserName><CreateTime>{at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}</CreateTime>{inner}</xml>";
}
