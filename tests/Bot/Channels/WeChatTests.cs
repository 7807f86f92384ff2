using System.Globalization;
using System.Text;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;
using static ComplaintBot.Tests.Doubles.Patience;

namespace ComplaintBot.Tests.Channels;

/// <summary>Followers of a WeChat account, between the whole server and a platform that keeps to its contract.</summary>
public sealed class WeChatTests : IAsyncLifetime
{
    private const string Token = "AAAAA";
    private const string AppId = "wx0123456789abcdef";
    private const string Key43 = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private LoopbackWeChat weChat = null!;
    private LiveServer server = null!;
    private long number = 100;

    public async Task InitializeAsync()
    {
        weChat = await LoopbackWeChat.StartAsync();
        server = await LiveServer.StartAsync([.. Settings()]);
        weChat.Clock = server.Clock;
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await weChat.DisposeAsync();
    }

    [Fact]
    public async Task The_platform_can_verify_the_address()
    {
        Assert.Equal((200, "4375120948345356249"), await GetAsync("4375120948345356249", Token));
        Assert.Equal(401, (await GetAsync("4375120948345356249", "AAAAB")).Status);
    }

    [Fact]
    public async Task A_whole_complaint_in_chinese_goes_in_the_answers_to_the_calls_and_costs_no_message()
    {
        Assert.NotEmpty((await SayAsync("o1", Event("o1", "subscribe")))!);
        foreach (var text in (string[])["三号楼的电梯坏了一周了", "行", "4", "没有了"]) Assert.NotEmpty((await SayAsync("o1", Text("o1", text)))!);

        Assert.DoesNotContain(weChat.Calls, LoopbackWeChat.IsSent);
        var stored = await server.Parts.Store.LoadAsync(Key("o1"), server.Clock.GetUtcNow(), default);
        Assert.True(server.Parts.Brain.Conversation.Read(stored!.State).Over);
    }

    [Fact]
    public async Task In_safe_mode_both_ways_are_encrypted_and_a_plain_call_is_refused()
    {
        await server.DisposeAsync();
        server = await LiveServer.StartAsync([.. Settings(), ("Channels:WeChat:EncodingAESKey", Key43)]);
        weChat.Clock = server.Clock;
        var cipher = new WeChatCipher(Key43, AppId);
        var encrypted = cipher.Encrypt(Encoding.UTF8.GetBytes(Text("o1", "三号楼的电梯坏了一周了")), "0123456789abcdef"u8);
        var stamp = Stamp();

        var answer = await PostAsync($"<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", $"&encrypt_type=aes&msg_signature={WeChatSignature.Of(Token, stamp, "n1", encrypted)}");
        var outer = WeChatWire.Read(Encoding.UTF8.GetBytes(answer.Body))!;

        Assert.True(WeChatSignature.IsRight(outer.Get("MsgSignature"), Token, outer.Get("TimeStamp"), outer.Get("Nonce"), outer.Get("Encrypt")));
        Assert.NotEmpty(WeChatWire.Read(cipher.Decrypt(outer.Get("Encrypt"))!)!.Get("Content"));
        Assert.Equal(401, (await PostAsync(Text("o1", "x"))).Status);
        Assert.Equal(401, (await PostAsync($"<xml><Encrypt>{encrypted}</Encrypt></xml>", "&msg_signature=00")).Status);
    }

    /// <summary>The vector oa-dedupe-text, and the same message a minute and a day later.</summary>
    [Fact]
    public async Task All_tries_of_a_message_get_one_answer_and_later_ones_none()
    {
        var message = Text("o1", "三号楼的电梯坏了一周了");
        var tries = await Task.WhenAll(PostAsync(message), PostAsync(message), PostAsync(message));
        Assert.Single(tries.Select(answer => Said(answer.Body)).Distinct());
        foreach (var later in (TimeSpan[])[TimeSpan.FromSeconds(60), TimeSpan.FromHours(24)])
        {
            server.Clock.Advance(later);
            Assert.Equal((200, "success"), await PostAsync(message));
        }

        Assert.Single(await server.Parts.Store.TranscriptAsync(Key("o1"), 0, default), line => !line.Outgoing);
        Assert.DoesNotContain(weChat.Calls, LoopbackWeChat.IsSent);
    }

    [Fact]
    public async Task The_same_number_from_two_customers_is_two_messages()
    {
        number = 500;
        Assert.NotEmpty((await SayAsync("o1", Text("o1", "电梯坏了")))!);
        number = 500;
        Assert.NotEmpty((await SayAsync("o2", Text("o2", "电梯坏了")))!);
    }

    [Fact]
    public async Task Old_and_unsigned_calls_are_refused()
    {
        var stamp = Stamp();
        server.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(401, (await PostAsync(Text("o1", "x"), stamp: stamp)).Status);
        Assert.Equal(401, (await PostAsync(Text("o1", "x"), token: "other")).Status);
        Assert.Equal(400, (await PostAsync("<xml>")).Status);
        Assert.Equal((200, "success"), await PostAsync("<xml><FromUserName>o1</FromUserName><MsgType>poke</MsgType></xml>"));
        Assert.Null(await server.Parts.Store.LastSequenceAsync(Key("o1"), server.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task What_is_not_ready_in_time_is_sent_as_one_message_of_five_and_the_sixth_waits_for_the_customer()
    {
        await SayAsync("o1", Text("o1", "三号楼的电梯坏了一周了"));
        weChat.Wrote("o1");
        await CommitAsync("o1", "a", "b");
        Assert.Equal("a\n\nb", (await weChat.NextAsync(LoopbackWeChat.IsSent)).Json["text"]!.Text("content"));
        for (var i = 0; i < 4; i++)
        {
            await CommitAsync("o1", $"more {i}");
            await weChat.NextAsync(LoopbackWeChat.IsSent);
        }

        await CommitAsync("o1", "late");
        await UntilAsync(async () => (await WaitingAsync()).Count == 1);
        Assert.Equal(5, weChat.Calls.Count(LoopbackWeChat.IsSent));

        weChat.Wrote("o1");
        var answer = await SayAsync("o1", Text("o1", "还在吗"));
        Assert.StartsWith("late", answer, StringComparison.Ordinal);
        Assert.Empty(await WaitingAsync());
    }

    /// <summary>The vector oa-quota, as the platform counts: our own count never runs ahead of it.</summary>
    [Theory]
    [InlineData("message", 5, 10, "ok")]
    [InlineData("message", 1, 172_801, "45015")]
    [InlineData("subscribe", 3, 10, "ok")]
    [InlineData("subscribe", 1, 61, "45015")]
    public async Task Windows_are_counted(string kind, int messages, int seconds, string expected)
    {
        await SayAsync("o1", kind == "message" ? Text("o1", "电梯坏了") : Event("o1", "subscribe"));
        weChat.Wrote("o1", kind == "message" ? 5 : 3, kind == "message" ? 172_800 : 60);
        server.Clock.Advance(TimeSpan.FromSeconds(seconds));
        for (var i = 0; i < messages; i++)
        {
            await CommitAsync("o1", $"{i}");
            if (expected == "ok") await weChat.NextAsync(LoopbackWeChat.IsSent);
        }

        if (expected == "ok") await CommitAsync("o1", "too many");
        await UntilAsync(async () => (await WaitingAsync()).Count == 1);

        Assert.Equal(expected == "ok" ? messages : 0, weChat.Calls.Count(LoopbackWeChat.IsSent));
    }

    [Fact]
    public async Task A_token_that_is_rejected_is_replaced_once_and_the_message_sent()
    {
        await SayAsync("o1", Text("o1", "电梯坏了"));
        weChat.Wrote("o1");
        await CommitAsync("o1", "a");
        await weChat.NextAsync(LoopbackWeChat.IsSent);
        weChat.EndToken();
        await CommitAsync("o1", "b");
        await UntilAsync(async () => (await WaitingAsync()).Count == 0);

        Assert.Equal(2, weChat.Calls.Count(call => call.Path == "/cgi-bin/stable_token"));
        Assert.Equal(["a", "b", "b"], weChat.Calls.Where(LoopbackWeChat.IsSent).Select(call => call.Json["text"]!.Text("content")));
        Assert.DoesNotContain("\\u", weChat.Calls.First(LoopbackWeChat.IsSent).Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_fetched_and_kept()
    {
        weChat.Files["m1"] = [0xFF, 0xD8, 0xFF, 9];
        await SayAsync("o1", $"<xml><ToUserName>gh</ToUserName><FromUserName>o1</FromUserName><CreateTime>{Stamp()}</CreateTime><MsgType>image</MsgType><PicUrl>http://169.254.169.254/x</PicUrl><MediaId>m1</MediaId><MsgId>{++number}</MsgId></xml>");

        var line = (await server.Parts.Store.TranscriptAsync(Key("o1"), 0, default)).First(line => !line.Outgoing);
        Assert.Equal(weChat.Files["m1"], await server.Http.GetByteArrayAsync(new Uri(server.Url + line.Activity.Attachments![0].ContentUrl)));
    }

    private (string, string)[] Settings() =>
    [
        ("Channels:WeChat:AppId", AppId), ("Channels:WeChat:Secret", "secret-of-the-account"), ("Channels:WeChat:Token", Token), ("Channels:WeChat:Api", weChat.Url), ("Channels:WeChat:Playbooks", "property"),
        ("Channels:WeChat:PauseMilliseconds", "0"),
    ];

    private static ConversationKey Key(string customer) => new($"wechat-{AppId}", customer);

    private string Stamp() => server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private string Text(string customer, string text) =>
        $"<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[{customer}]]></FromUserName><CreateTime>{Stamp()}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content><MsgId>{++number}</MsgId></xml>";

    private string Event(string customer, string kind) =>
        $"<xml><ToUserName>gh</ToUserName><FromUserName>{customer}</FromUserName><CreateTime>{Stamp()}</CreateTime><MsgType>event</MsgType><Event>{kind}</Event><EventKey></EventKey></xml>";

    private async Task<(int Status, string Body)> GetAsync(string echo, string token)
    {
        var stamp = Stamp();
        var answer = await server.SendAsync(HttpMethod.Get, $"{WeChatWebhook.Path}?signature={WeChatSignature.Of(token, stamp, "n1")}&timestamp={stamp}&nonce=n1&echostr={echo}", null);
        return (answer.Status, answer.Body);
    }

    private async Task<(int Status, string Body)> PostAsync(string body, string more = "", string? stamp = null, string token = Token)
    {
        stamp ??= Stamp();
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        var answer = await server.SendAsync(HttpMethod.Post, $"{WeChatWebhook.Path}?signature={WeChatSignature.Of(token, stamp, "n1")}&timestamp={stamp}&nonce=n1{more}", null, content);
        return (answer.Status, answer.Body);
    }

    /// <summary>What the answer to a call says to the customer.</summary>
    private async Task<string?> SayAsync(string customer, string body)
    {
        var answer = await PostAsync(body);
        Assert.Equal(200, answer.Status);
        await UntilAsync(async () => (await server.Parts.Store.InboxAsync(Key(customer), 1, default)).Count == 0 && (await WaitingAsync()).Count == 0);
        return Said(answer.Body);
    }

    private static string? Said(string body) => WeChatWire.Read(Encoding.UTF8.GetBytes(body))?.Get("Content");

    /// <summary>All that has not been sent, also what waits.</summary>
    private Task<IReadOnlyList<OutboxLine>> WaitingAsync() => server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(9), 100, default);

    /// <summary>Something that was said without a call waiting for it, as a person at the desk does.</summary>
    private async Task CommitAsync(string customer, params string[] texts)
    {
        var now = server.Clock.GetUtcNow();
        var stored = (await server.Parts.Store.LoadAsync(Key(customer), now, default))!;
        var inbound = new Inbound(Key(customer), $"given {++number}", ComplaintBot.Dialogs.Runtime.Activities.Activity.Event("given"), now);
        var result = await server.Parts.Store.TryCommitAsync(
            new() { Inbound = inbound, ExpectedVersion = stored.Version, State = stored.State, Outgoing = [.. texts.Select(ComplaintBot.Dialogs.Runtime.Activities.Activity.Message)], Events = [], At = now, Expires = now.AddDays(90) }, default);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        await server.NoticedAsync(async () => (await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow(), 100, default)).Any(line => line.Attempts == 0));
    }
}
