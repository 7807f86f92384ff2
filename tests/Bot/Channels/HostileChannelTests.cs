using System.Globalization;
using System.Text;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>Ten thousand bodies nobody in their right mind would send, signed as by the platforms. None may break the server.</summary>
public sealed class HostileChannelTests
{
    private const int Requests = 10_000;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1e999", "\"update_id\":", "1", "99999999999999999999", "\"message\":{", "\"message_id\":1,", "\"chat\":{\"id\":5,\"type\":\"private\"}", "\"from\":{\"id\":5,\"is_bot\":false}",
        "\"text\":\"\\ud800\"", "\"text\":\"x\"", "\"photo\":[null]", "\"photo\":[{\"file_id\":\"../x\"}]", "\"entities\":[{\"type\":\"mention\",\"offset\":-1,\"length\":2147483647}]", "\"callback_query\":{\"id\":\"1\",", "\"data\":\"#1.99999999999\"",
        "<xml>", "</xml>", "<Encrypt>", "</Encrypt>", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;", "<FromUserName>o</FromUserName>", "<MsgType>text</MsgType>", "<Content>x</Content>", "<a><a><a>", "\u0000", "\uFEFF", "😀", "\r\n", "AAAA",
    ];

    [Fact]
    public async Task Ten_thousand_hostile_bodies_break_nothing()
    {
        await using var telegram = await LoopbackTelegram.StartAsync();
        await using var weChat = await LoopbackWeChat.StartAsync();
        await using var server = await LiveServer.StartAsync(
            ("Channels:Telegram:Token", LoopbackTelegram.Token), ("Channels:Telegram:Secret", "s"), ("Channels:Telegram:Api", telegram.Url), ("Channels:Telegram:PublicUrl", "https://care.example"),
            ("Channels:WeChat:AppId", "wx0123456789abcdef"), ("Channels:WeChat:Secret", "x"), ("Channels:WeChat:Token", "AAAAA"), ("Channels:WeChat:Api", weChat.Url), ("Channels:WeChat:PauseMilliseconds", "0"),
            ("Channels:WeChat:EncodingAESKey", new string('A', 43)), ("Channels:WeChat:Mode", "compatible"));
        weChat.Clock = server.Clock;
        var statuses = new int[600];
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var chance = new Random(i);
            var body = Body(chance);
            using var content = new ByteArrayContent(body);
            var stamp = server.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var answer = i % 2 == 0
                ? await server.SendAsync(HttpMethod.Post, TelegramWebhook.Path, null, content, (TelegramSignature.Header, "s"))
                : await server.SendAsync(HttpMethod.Post, $"{WeChatWebhook.Path}?signature={WeChatSignature.Of("AAAAA", stamp, "n")}&timestamp={stamp}&nonce=n&msg_signature={WeChatSignature.Of("AAAAA", stamp, "n", "AAAA")}", null, content);
            Interlocked.Increment(ref statuses[answer.Status]);
            Assert.True(answer.Status < 500, $"Body {i}: {answer.Status} {answer.Body}");
        });

        Assert.True(statuses[200] > 10 && statuses[400] > 100, $"The bodies were too tame to prove anything: {statuses[200]}, {statuses[400]}.");
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/healthz/live", null)).Status);
    }

    private static byte[] Body(Random chance)
    {
        if (chance.Next(10) == 0)
        {
            var noise = new byte[chance.Next(200)];
            chance.NextBytes(noise);
            return noise;
        }

        var start = chance.Next(4) switch { 0 => $"{{\"update_id\":{chance.Next(1_000_000)},\"message\":{{\"message_id\":1,\"chat\":{{\"id\":5,\"type\":\"private\"}},\"from\":{{\"id\":5,\"is_bot\":false}}{(chance.Next(2) == 0 ? "," : "")}", 1 => "<xml>", _ => "" };
        var text = new StringBuilder(start);
        for (var i = chance.Next(12); i > 0; i--) text.Append(Pieces[chance.Next(Pieces.Length)]);
        return Encoding.UTF8.GetBytes(text.Append(chance.Next(3) == 0 ? start.StartsWith('<') ? "</xml>" : "}}" : "").ToString());
    }
}
