using System.Globalization;
using System.Text;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A follower of a WeChat Official Account.</summary>
internal sealed class WeChatMessenger : Messenger
{
    private const string AppId = "wx0123456789abcdef";
    private const string Token = "AAAAA";

    private readonly LoopbackWeChat weChat;
    private readonly List<string> shown = [];
    private int number = 100;

    private WeChatMessenger(LoopbackWeChat weChat)
    {
        this.weChat = weChat;
        weChat.Sent = text => Note(text);
    }

    public override ConversationKey Key => new($"wechat-{AppId}", "o1");

    public override bool Counts => true;

    public override IReadOnlyList<string> Shown
    {
        get
        {
            lock (shown) return [.. shown];
        }
    }

    public override (string, string)[] Settings =>
    [
        ("Channels:WeChat:AppId", AppId), ("Channels:WeChat:Secret", "secret"), ("Channels:WeChat:Token", Token), ("Channels:WeChat:Api", weChat.Url), ("Channels:WeChat:PauseMilliseconds", "0"), ("Channels:WeChat:Playbooks", "retail"),
    ];

    public override LoopbackPlatform Platform => weChat;

    public static async Task<Messenger> OpenAsync() => new WeChatMessenger(await LoopbackWeChat.StartAsync());

    public override void Meet(LiveServer server)
    {
        base.Meet(server);
        weChat.Clock = server.Clock;
    }

    public override ValueTask DisposeAsync() => weChat.DisposeAsync();

    protected override Task PostAsync(string text) => PushAsync($"<MsgType>text</MsgType><Content><![CDATA[{text}]]></Content>");

    protected override Task PostPhotoAsync()
    {
        weChat.Files["m1"] = Photo;
        return PushAsync("<MsgType>image</MsgType><PicUrl>http://169.254.169.254/x</PicUrl><MediaId>m1</MediaId>");
    }

    private async Task PushAsync(string inner)
    {
        weChat.Wrote("o1");
        var stamp = Server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var content = new StringContent($"<xml><ToUserName>gh</ToUserName><FromUserName>o1</FromUserName><CreateTime>{stamp}</CreateTime>{inner}<MsgId>{++number}</MsgId></xml>", Encoding.UTF8, "text/xml");
        var answer = await Server.SendAsync(HttpMethod.Post, $"{WeChatWebhook.Path}?signature={WeChatSignature.Of(Token, stamp, "n1")}&timestamp={stamp}&nonce=n1", null, content);
        Assert.Equal(200, answer.Status);
        if (WeChatWire.Read(Encoding.UTF8.GetBytes(answer.Body))?.Get("Content") is { Length: > 0 } said) Note(said);
    }

    private void Note(string text)
    {
        lock (shown) shown.Add(text);
    }
}
