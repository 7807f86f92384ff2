using ComplaintBot.Channels.WeCom;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A member of a company who writes to an application.</summary>
internal sealed class WeComMessenger : Messenger
{
    private readonly LoopbackWeCom weCom;
    private readonly List<string> shown = [];
    private int number = 100;

    private WeComMessenger(LoopbackWeCom weCom)
    {
        this.weCom = weCom;
        weCom.Sent = text =>
        {
            lock (shown) shown.Add(text);
        };
    }

    public override ConversationKey Key => new($"wecom-{LoopbackWeCom.CorpId}", "zhangsan");

    public override IReadOnlyList<string> Shown
    {
        get
        {
            lock (shown) return [.. shown];
        }
    }

    public override (string, string)[] Settings => [.. WeComCalls.Settings("Channels:WeCom", weCom.Url), ("Channels:WeCom:AgentId", "1000002"), ("Channels:WeCom:Playbooks", "retail")];

    public override LoopbackPlatform Platform => weCom;

    public static async Task<Messenger> OpenAsync() => new WeComMessenger(await LoopbackWeCom.StartAsync());

    public override void Meet(LiveServer server)
    {
        base.Meet(server);
        weCom.Clock = server.Clock;
    }

    public override ValueTask DisposeAsync() => weCom.DisposeAsync();

    protected override Task PostAsync(string text) => PushAsync($"<MsgType>text</MsgType><Content><![CDATA[{text}]]></Content>");

    protected override Task PostPhotoAsync()
    {
        weCom.Files["p1"] = Photo;
        return PushAsync("<MsgType>image</MsgType><PicUrl>http://169.254.169.254/x</PicUrl><MediaId>p1</MediaId>");
    }

    private async Task PushAsync(string inner) => Assert.Equal(200, (await Server.CallAsync(WeComChannel.Path, $"<xml><ToUserName>ww</ToUserName><FromUserName>{Key.Conversation}</FromUserName><CreateTime>1</CreateTime>{inner}<MsgId>{++number}</MsgId><AgentID>1000002</AgentID></xml>")).Status);
}
