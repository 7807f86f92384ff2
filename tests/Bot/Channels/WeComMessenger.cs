using System.Text.Json.Nodes;
using ComplaintBot.Channels;
using ComplaintBot.Channels.WeCom;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A member of a company who writes to an application.</summary>
internal sealed class WeComMessenger : Messenger
{
    private const string Agent = "1000002";

    private readonly LoopbackWeCom weCom;
    private int number = 100;

    private WeComMessenger(LoopbackWeCom weCom)
    {
        this.weCom = weCom;
        weCom.Sent = (_, text) => Show(text);
    }

    public override ConversationKey Key => new($"wecom-{LoopbackWeCom.CorpId}", "zhangsan");

    public override (int Most, TextUnit Unit)? Limit => (2_048, TextUnit.Utf8Bytes);

    public override int MostButtons => 0;

    public override (string, string)[] Settings => [.. WeComCalls.Settings("Channels:WeCom", weCom.Url), ("Channels:WeCom:AgentId", Agent), ("Channels:WeCom:Playbooks", "retail")];

    public override LoopbackPlatform Platform => weCom;

    public static async Task<Messenger> OpenAsync() => new WeComMessenger(await LoopbackWeCom.StartAsync());

    public override void Meet(string url, TimeProvider clock)
    {
        base.Meet(url, clock);
        weCom.Clock = clock;
    }

    public override Func<Proof, Task<int>> Deliver(Sent what, string text = "")
    {
        weCom.Files["p1"] = Photo;
        return what switch
        {
            Sent.Choice => Message("text", "<Content>1</Content>"),
            Sent.Photo => Message("image", "<PicUrl>http://169.254.169.254/x</PicUrl><MediaId>p1</MediaId>"),
            Sent.Strange => Message("text", $"<Content><![CDATA[{text}]]></Content><Aura><Hue>x</Hue></Aura><Mood>1</Mood>"),
            Sent.Arrival => Event("enter_agent"),
            _ => Message("text", $"<Content><![CDATA[{text}]]></Content>"),
        };
    }

    public override IReadOnlyList<(string Name, Func<Task<int>> Make)> Nobodys() =>
    [
        ("a message of an unknown kind", Proven(Message("poke", "<Poke>1</Poke>"))),
        ("an event of an unknown kind", Proven(Event("aura"))),
        ("a member who leaves", Proven(Event("unsubscribe"))),
        ("a message to another application", Proven(Message("text", "<Content>Hello?</Content>", "1000003"))),
    ];

    public override Func<Proof, Task<int>> DeliverPhotoFrom(string address) => Message("image", $"<PicUrl><![CDATA[{address}]]></PicUrl><MediaId><![CDATA[{address}]]></MediaId>");

    public override bool IsFetch(LoopbackPlatform.Call call) => call.Path == "/cgi-bin/media/get";

    public override bool IsSent(LoopbackPlatform.Call call) => LoopbackWeCom.IsSent(call);

    public override IReadOnlyList<string> ButtonsOf(LoopbackPlatform.Call call) => [];

    public override string TextOf(LoopbackPlatform.Call call) => call.Json["text"]?["content"]?.GetValue<string>() ?? "";

    public override (int Status, string Body) Refusal(Failure failure) => (200, new JsonObject
    {
        ["errcode"] = failure switch { Failure.Busy => -1, Failure.Slower => 45009, Failure.Gone => 81013, _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "An application's messages are not counted.") },
        ["errmsg"] = "no",
    }.ToJsonString());

    public override (int Status, string Body)? EndToken()
    {
        weCom.EndToken();
        return null;
    }

    private Func<Proof, Task<int>> Message(string kind, string inner, string agent = Agent) => Push($"<MsgType>{kind}</MsgType>{inner}<MsgId>{++number}</MsgId><AgentID>{agent}</AgentID>");

    private Func<Proof, Task<int>> Event(string kind) => Push($"<MsgType>event</MsgType><Event>{kind}</Event><EventKey></EventKey><AgentID>{Agent}</AgentID>");

    private Func<Proof, Task<int>> Push(string inner)
    {
        var xml = WeChatCalls.Body(Key.Conversation, Clock.GetUtcNow(), inner);
        return proof => CallAsync(WeComCalls.Push(WeComChannel.Path, xml, Clock.GetUtcNow(), proof));
    }
}
