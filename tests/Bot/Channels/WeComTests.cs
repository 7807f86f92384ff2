using System.Text;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>Members of a company, between the whole server and a WeCom that keeps to its contract.</summary>
public sealed class WeComTests : IAsyncLifetime
{
    private LoopbackWeCom weCom = null!;
    private LiveServer server = null!;
    private int number;

    public async Task InitializeAsync()
    {
        weCom = await LoopbackWeCom.StartAsync();
        server = await LiveServer.StartAsync([.. WeComCalls.Settings("Channels:WeCom", weCom.Url), ("Channels:WeCom:AgentId", "1000002"), ("Channels:WeCom:Playbooks", "property")]);
        weCom.Clock = server.Clock;
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await weCom.DisposeAsync();
    }

    [Fact]
    public async Task A_member_is_answered_once_however_often_wecom_calls()
    {
        var said = Text("zhangsan", "三号楼的电梯坏了一周了");
        for (var i = 0; i < 3; i++) Assert.Equal((200, ""), await PostAsync(said));
        await AnsweredAsync("zhangsan");

        var transcript = await server.Parts.Store.TranscriptAsync(Key("zhangsan"), 0, default);
        Assert.Single(transcript, line => !line.Outgoing);
        Assert.Equal(transcript.Count(line => line.Outgoing), weCom.Calls.Count(LoopbackWeCom.IsSent));
        Assert.All(weCom.Calls.Where(LoopbackWeCom.IsSent), call => Assert.Equal(("zhangsan", 1000002), (call.Json.Text("touser"), call.Json["agentid"]!.GetValue<int>())));
        Assert.Contains("电梯", string.Concat(weCom.Calls.Where(LoopbackWeCom.IsSent).Select(call => call.Raw)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_for_another_application_and_kinds_nobody_knows_do_nothing()
    {
        Assert.Equal(200, (await PostAsync(Text("zhangsan", "电梯坏了").Replace("1000002", "1000003", StringComparison.Ordinal))).Status);
        Assert.Equal(200, (await PostAsync("<xml><FromUserName>zhangsan</FromUserName><MsgType>poke</MsgType></xml>")).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Post, WeComChannel.Path, null, new StringContent("<xml/>"))).Status);
        Assert.Null(await server.Parts.Store.LastSequenceAsync(Key("zhangsan"), server.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task Who_opens_the_application_is_greeted()
    {
        await PostAsync("<xml><FromUserName>zhangsan</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>enter_agent</Event><EventKey></EventKey><AgentID>1000002</AgentID></xml>");
        await weCom.NextAsync(LoopbackWeCom.IsSent);
    }

    [Fact]
    public async Task A_receiver_that_wecom_left_out_is_told_in_words()
    {
        await PostAsync(Text("nobody", "三号楼的电梯坏了一周了"));
        await weCom.NextAsync(LoopbackWeCom.IsSent);
        await AnsweredAsync("nobody");

        Assert.Contains("another way", new WeComException(81013).ForDelivery().Message, StringComparison.Ordinal);
    }

    /// <summary>The vector send-errors.</summary>
    [Theory]
    [InlineData(81013, true, false)]
    [InlineData(45009, false, false)]
    [InlineData(42001, false, true)]
    [InlineData(60020, false, true)]
    [InlineData(95001, false, false)]
    [InlineData(-1, false, false)]
    [InlineData(99999, true, false)]
    public void Every_code_has_its_consequence(long code, bool isPermanent, bool needsPerson)
    {
        var failure = new WeComException(code);

        Assert.Equal((isPermanent, needsPerson), (failure.ForDelivery().IsPermanent, failure.Trouble is not null));
    }

    [Theory]
    [InlineData("receive-text")]
    [InlineData("reply-encrypt")]
    [InlineData("decrypt-short")]
    public void Published_messages_are_decrypted(string id)
    {
        var (input, expected) = (ChannelVectors.Get("wecom", id)["input"]!, ChannelVectors.Get("wecom", id)["expected"]!);
        var receiver = input["receiveId"]?.GetValue<string>() ?? expected.Text("receiveId");
        var cipher = new WeChatCipher(input.Text("encodingAESKey"), receiver);
        var encrypted = input["encrypt"]?.GetValue<string>() ?? cipher.Encrypt(Encoding.UTF8.GetBytes(input.Text("message")), Encoding.UTF8.GetBytes(input.Text("random")));

        Assert.Equal(expected["message"]?.GetValue<string>() ?? input.Text("message"), Encoding.UTF8.GetString(cipher.Decrypt(encrypted)!));
        if (expected["encrypt"] is { } known) Assert.Equal(known.GetValue<string>(), encrypted);
        if (input["query"] is { } query) Assert.True(WeChatSignature.IsRight(query.Text("msg_signature"), input.Text("token"), query.Text("timestamp"), query.Text("nonce"), encrypted));
    }

    [Fact]
    public void The_check_of_an_address_is_answered_as_published()
    {
        var input = ChannelVectors.Get("wecom", "verify-url")["input"]!;
        var query = input["query"]!;
        var account = new WeComAccount(input.Text("receiveId"), "s", input.Text("token"), input.Text("encodingAESKey"), new("https://x.example"), "Channels:WeCom");
        var came = new Microsoft.AspNetCore.Http.QueryCollection(query.AsObject().ToDictionary(one => one.Key, one => new Microsoft.Extensions.Primitives.StringValues(one.Value!.GetValue<string>())));

        Assert.Equal(ChannelVectors.Get("wecom", "verify-url")["expected"]!.Text("body"), Encoding.UTF8.GetString(new WeComEnvelope(account, server.Clock).Echo(came)!));
    }

    [Fact]
    public void Chinese_goes_as_it_is() =>
        Assert.Contains(ChannelVectors.Get("wecom", "no-unicode-escapes")["expected"]!.Text("rawBodyContains"), Encoding.UTF8.GetString(WeComWire.Text("u", 1, ChannelVectors.Get("wecom", "no-unicode-escapes")["input"]!.Text("text"))), StringComparison.Ordinal);

    private static ConversationKey Key(string member) => new($"wecom-{LoopbackWeCom.CorpId}", member);

    private string Text(string member, string text) =>
        $"<xml><ToUserName>ww</ToUserName><FromUserName><![CDATA[{member}]]></FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content><![CDATA[{text}]]></Content><MsgId>{++number}</MsgId><AgentID>1000002</AgentID></xml>";

    private async Task<(int Status, string Body)> PostAsync(string xml)
    {
        var answer = await server.CallAsync(WeComChannel.Path, xml);
        return (answer.Status, answer.Body);
    }

    private async Task AnsweredAsync(string member)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await server.Parts.Store.InboxAsync(Key(member), 1, default)).Count > 0 || (await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(1), 100, default)).Count > 0)
        {
            Assert.False(late.IsCancellationRequested, "It was not answered.");
            await Task.Yield();
        }
    }
}
