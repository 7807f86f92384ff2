using System.Globalization;
using System.Text;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>What an Official Account has besides its messages: the menu, and a desk of its own.</summary>
public sealed class WeChatAccountTests
{
    private int number;

    [Fact]
    public async Task The_menu_is_written_at_the_start_and_a_tap_says_its_words()
    {
        await using var weChat = await LoopbackWeChat.StartAsync();
        await using var server = await StartAsync(weChat, ("Channels:WeChat:PushMenu", "true"), ("Channels:WeChat:Menu:投诉", "三号楼的电梯坏了一周了"));
        var menu = (await weChat.NextAsync(call => call.Path == "/cgi-bin/menu/create")).Json["button"]![0]!;
        Assert.Equal(("click", "投诉", "投诉"), (menu.Text("type"), menu.Text("name"), menu.Text("key")));

        var answer = await PushAsync(server, "<MsgType>event</MsgType><Event>CLICK</Event><EventKey>投诉</EventKey>");

        Assert.NotNull(WeChatWire.Read(Encoding.UTF8.GetBytes(answer)));
        Assert.Equal("三号楼的电梯坏了一周了", (await server.Parts.Store.TranscriptAsync(new("wechat-wx1", "o1"), 0, default))[0].Activity.Text);
    }

    [Fact]
    public async Task Who_is_handed_over_is_passed_on_to_the_desk_of_the_platform_where_it_is_used()
    {
        await using var weChat = await LoopbackWeChat.StartAsync();
        await using var server = await StartAsync(weChat, ("Channels:WeChat:People", "platform"));
        weChat.Wrote("o1", 50);
        var kinds = new List<string>();
        foreach (var text in (string[])["三号楼的电梯坏了一周了", "我要找真人客服。", "转人工，马上。", "有人吗"])
            kinds.Add(WeChatWire.Read(Encoding.UTF8.GetBytes(await PushAsync(server, $"<MsgType>text</MsgType><Content>{text}</Content><MsgId>{++number}</MsgId>")))?.Get("MsgType") ?? "");

        Assert.Equal("text", kinds[0]);
        Assert.Equal("transfer_customer_service", kinds[^1]);
        await weChat.NextAsync(LoopbackWeChat.IsSent);
    }

    [Fact]
    public async Task People_at_the_desk_of_the_platform_take_a_customer_and_give_them_back()
    {
        await using var weChat = await LoopbackWeChat.StartAsync();
        await using var server = await StartAsync(weChat, ("Channels:WeChat:People", "platform"));
        weChat.Wrote("o1", 50);
        foreach (var text in (string[])["三号楼的电梯坏了一周了", "我要找真人客服。", "转人工，马上。", "有人吗"]) await PushAsync(server, $"<MsgType>text</MsgType><Content>{text}</Content><MsgId>{++number}</MsgId>");

        foreach (var _ in (int[])[1, 2]) Assert.Equal("success", await PushAsync(server, "<MsgType>event</MsgType><Event>kf_create_session</Event><KfAccount>a@b</KfAccount>"));
        await server.WorkedOffAsync();
        Assert.Equal((Owner.Person, DeskPerson.PlatformId), await HolderAsync(server));

        await server.RestartAsync();
        Assert.Equal("transfer_customer_service", WeChatWire.Read(Encoding.UTF8.GetBytes(await PushAsync(server, $"<MsgType>text</MsgType><Content>还在吗</Content><MsgId>{++number}</MsgId>")))?.Get("MsgType"));
        Assert.Equal("success", await PushAsync(server, "<MsgType>event</MsgType><Event>kf_close_session</Event><KfAccount>a@b</KfAccount>"));
        await server.WorkedOffAsync();
        Assert.Equal((Owner.Bot, null), await HolderAsync(server));
    }

    private static async Task<(Owner?, string?)> HolderAsync(LiveServer server) => await server.Chats.FindAsync(new ConversationKey("wechat-wx1", "o1"), default) is { Summary: var chat } ? (chat.Owner, chat.Agent?.Id) : (null, null);

    private static async Task<LiveServer> StartAsync(LoopbackWeChat weChat, params (string, string)[] more)
    {
        (string, string)[] settings = [("Channels:WeChat:AppId", "wx1"), ("Channels:WeChat:Secret", "s"), ("Channels:WeChat:Token", "AAAAA"), ("Channels:WeChat:Api", weChat.Url), ("Channels:WeChat:Playbooks", "property"), ("Channels:WeChat:PauseMilliseconds", "0")];
        var server = await LiveServer.StartAsync([.. settings, .. more]);
        weChat.Clock = server.Clock;
        return server;
    }

    private static async Task<string> PushAsync(LiveServer server, string inner)
    {
        var stamp = server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var content = new StringContent($"<xml><ToUserName>gh</ToUserName><FromUserName>o1</FromUserName><CreateTime>{stamp}</CreateTime>{inner}</xml>", Encoding.UTF8, "text/xml");
        var answer = await server.SendAsync(HttpMethod.Post, $"{WeChatWebhook.Path}?signature={WeChatSignature.Of("AAAAA", stamp, "n1")}&timestamp={stamp}&nonce=n1", null, content);
        Assert.Equal(200, answer.Status);
        return answer.Body;
    }
}
