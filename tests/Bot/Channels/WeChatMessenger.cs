using System.Text.Json.Nodes;
using ComplaintBot.Channels;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A follower of a WeChat Official Account.</summary>
internal sealed class WeChatMessenger : Messenger
{
    private const string Customer = "o1";

    private readonly LoopbackWeChat weChat;
    private int number = 100;

    private WeChatMessenger(LoopbackWeChat weChat)
    {
        this.weChat = weChat;
        weChat.Sent = (_, text) => Show(text);
    }

    public override ConversationKey Key => new($"wechat-{WeChatCalls.AppId}", Customer);

    public override bool Counts => true;

    public override (int Most, TextUnit Unit)? Limit => (2_048, TextUnit.Utf8Bytes);

    public override int MostButtons => 0;

    public override (string, string)[] Settings => WeChatCalls.Settings(weChat.Url);

    public override LoopbackPlatform Platform => weChat;

    public static async Task<Messenger> OpenAsync() => new WeChatMessenger(await LoopbackWeChat.StartAsync());

    public override void Meet(string url, TimeProvider clock)
    {
        base.Meet(url, clock);
        weChat.Clock = clock;
    }

    public override Func<Proof, Task<int>> Deliver(Sent what, string text = "")
    {
        weChat.Files["m1"] = Photo;
        return what switch
        {
            Sent.Choice => Message("text", "<Content>1</Content>"),
            Sent.Photo => Message("image", "<PicUrl>http://169.254.169.254/x</PicUrl><MediaId>m1</MediaId>"),
            Sent.Strange => Message("text", $"<Content><![CDATA[{text}]]></Content><Aura><Hue>x</Hue></Aura><Mood>1</Mood>"),
            Sent.Arrival => Event("subscribe"),
            _ => Message("text", $"<Content><![CDATA[{text}]]></Content>"),
        };
    }

    public override IReadOnlyList<(string Name, Func<Task<int>> Make)> Nobodys() =>
    [
        ("a message of an unknown kind", Proven(Message("poke", "<Poke>1</Poke>"))),
        ("an event of an unknown kind", Proven(Event("aura"))),
        ("a colleague who begins at the desk of WeChat", Proven(Event("kf_create_session"))),
        ("a colleague who ends there", Proven(Event("kf_close_session"))),
    ];

    public override Func<Proof, Task<int>> DeliverPhotoFrom(string address) => Message("image", $"<PicUrl><![CDATA[{address}]]></PicUrl><MediaId><![CDATA[{address}]]></MediaId>");

    public override bool IsFetch(LoopbackPlatform.Call call) => call.Path == "/cgi-bin/media/get";

    public override bool IsSent(LoopbackPlatform.Call call) => LoopbackWeChat.IsSent(call);

    public override IReadOnlyList<string> ButtonsOf(LoopbackPlatform.Call call) => [.. (call.Json["msgmenu"]?["list"]?.AsArray() ?? []).Select(line => line!["content"]!.GetValue<string>())];

    public override string TextOf(LoopbackPlatform.Call call) => call.Json["text"]?["content"]?.GetValue<string>() ?? "";

    public override (int Status, string Body) Refusal(Failure failure) => (200, new JsonObject
    {
        ["errcode"] = failure switch { Failure.Busy => -1, Failure.Slower => 45011, Failure.Gone => 43004, Failure.UsedUp => 45047, _ => 45015 },
        ["errmsg"] = "no",
    }.ToJsonString());

    public override (int Status, string Body)? EndToken()
    {
        weChat.EndToken();
        return null;
    }

    private Func<Proof, Task<int>> Message(string kind, string inner) => Push($"<MsgType>{kind}</MsgType>{inner}<MsgId>{++number}</MsgId>", () => weChat.Wrote(Customer));

    private Func<Proof, Task<int>> Event(string kind) => Push($"<MsgType>event</MsgType><Event>{kind}</Event><EventKey></EventKey>", () => weChat.Wrote(Customer, 3, 60));

    /// <summary>WeChat shows what is answered to one of its tries; it has given up the others.</summary>
    private Func<Proof, Task<int>> Push(string inner, Action comes)
    {
        var (xml, tries, answers) = (WeChatCalls.Body(Customer, Clock.GetUtcNow(), inner), 0, 0);
        return async proof =>
        {
            if (proof == Proof.Right && Interlocked.Increment(ref tries) == 1) comes();
            var (status, body) = await SendAsync(WeChatCalls.Push(xml, Clock.GetUtcNow(), proof));
            if (status == 200 && WeChatWire.Read(body)?.Get("Content") is { Length: > 0 } said && Interlocked.Increment(ref answers) == 1) Show(said);
            return status;
        };
    }
}
