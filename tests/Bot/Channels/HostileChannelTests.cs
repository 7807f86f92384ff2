using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>Bodies nobody in their right mind would send, signed as by the platforms. None may break the server.</summary>
public sealed class HostileChannelTests
{
    private const int Requests = 12_000;
    private const int Pages = 300;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1e999", "\"update_id\":", "1", "99999999999999999999", "\"message\":{", "\"message_id\":1,", "\"chat\":{\"id\":5,\"type\":\"private\"}", "\"from\":{\"id\":5,\"is_bot\":false}",
        "\"text\":\"\\ud800\"", "\"text\":\"x\"", "\"photo\":[null]", "\"photo\":[{\"file_id\":\"../x\"}]", "\"entities\":[{\"type\":\"mention\",\"offset\":-1,\"length\":2147483647}]", "\"callback_query\":{\"id\":\"1\",", "\"data\":\"#1.99999999999\"",
        "<xml>", "</xml>", "<Encrypt>", "</Encrypt>", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;", "<FromUserName>o</FromUserName>", "<MsgType>text</MsgType>", "<Content>x</Content>", "<a><a><a>", "\u0000", "\uFEFF", "😀", "\r\n", "AAAA",
        "<MsgType>event</MsgType>", "<Event>kf_msg_or_event</Event>", "<Event>enter_agent</Event>", "<OpenKfId>../x</OpenKfId>", "<OpenKfId>wk1</OpenKfId>", "<AgentID>-1</AgentID>", "<CreateTime>99999999999999999999</CreateTime>",
        "\"attachments\":[null,{\"contentUrl\":\"data:,\"},{\"contentUrl\":1}]", "\"membersAdded\":[null,{}]", "\"recipient\":{\"id\":\"b\"}", "\"from\":null", "\"conversation\":{\"id\":\"\\u0000\"}", "\"deliveryMode\":\"expectReplies\"", "\"value\":{\"a\":[[[]]]}", "\"type\":\"invoke\"", "\"timestamp\":\"0000-00-00\"",
    ];

    private static readonly string[] Hooks = [TelegramWebhook.Path, WeChatWebhook.Path, KefuChannel.Path, WeComChannel.Path, BotFrameworkWebhook.Path];

    [Fact]
    public async Task Thousands_of_hostile_bodies_break_nothing()
    {
        await using var telegram = await LoopbackTelegram.StartAsync();
        await using var weChat = await LoopbackWeChat.StartAsync();
        await using var weCom = await LoopbackWeCom.StartAsync();
        await using var azure = await LoopbackAzure.StartAsync();
        await using var server = await LiveServer.StartAsync(
            [
                .. TelegramCalls.Settings(telegram.Url), .. WeChatCalls.Settings(weChat.Url), .. AzureCalls.Settings(azure.Url), .. WeComCalls.Settings("Channels:Kefu", weCom.Url), .. WeComCalls.Settings("Channels:WeCom", weCom.Url),
                ("Channels:WeCom:AgentId", "1000002"), ("Channels:WeChat:EncodingAESKey", new('A', 43)), ("Channels:WeChat:Mode", "compatible"),
            ]);
        (weChat.Clock, weCom.Clock) = (server.Clock, server.Clock);
        var (statuses, token) = (Hooks.ToDictionary(hook => hook, _ => new int[600]), azure.OfChannel(azure.Url, server.Clock.GetUtcNow()));
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var hook = Hooks[i % Hooks.Length];
            var body = Body(new Random(i), hook, azure.Url);
            using var content = new ByteArrayContent(body);
            var now = server.Clock.GetUtcNow();
            var status = hook switch
            {
                TelegramWebhook.Path => (await server.SendAsync(HttpMethod.Post, hook, null, content, (TelegramSignature.Header, TelegramCalls.Secret))).Status,
                BotFrameworkWebhook.Path => (await server.SendAsync(HttpMethod.Post, hook, token, content)).Status,
                WeChatWebhook.Path => (await server.SendAsync(HttpMethod.Post, WeChatCalls.Push("", now).Path + $"&msg_signature={WeChatSignature.Of(WeChatCalls.Token, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "n1", "AAAA")}", null, content)).Status,
                _ => (await WeComCalls.Push(hook, body, now).SendAsync(server.Http, server.Url)).Status,
            };
            Interlocked.Increment(ref statuses[hook][status]);
            Assert.True(status < 500 || (hook == BotFrameworkWebhook.Path && status == 501), $"Body {i}: {status}");
        });

        // What WeCom's callbacks hold is read only once it is proven and then owes nobody an answer, so all of it is acknowledged.
        foreach (var (hook, seen) in statuses)
            Assert.True(seen[200] + seen[202] > 10 && (seen[400] > 100 || seen[401] > 10), $"The bodies were too tame to prove anything at {hook}: {string.Join(", ", seen.Index().Where(one => one.Item > 0).Select(one => $"{one.Index}: {one.Item}"))}.");
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/healthz/live", null)).Status);
    }

    /// <summary>A service account is read by one reader: if that died of a page, nobody would be heard any more.</summary>
    [Fact]
    public async Task Hostile_pages_of_a_service_account_break_nothing()
    {
        await using var weCom = await LoopbackWeCom.StartAsync();
        await using var server = await LiveServer.StartAsync([.. WeComCalls.Settings("Channels:Kefu", weCom.Url), ("Channels:Kefu:Playbooks", "retail")]);
        weCom.Clock = server.Clock;
        for (var i = 0; i < Pages; i++)
        {
            var (page, read) = (Page(new Random(i), i), weCom.Calls.Count(IsReading));
            weCom.Instead = call => IsReading(call) ? (200, page) : null;
            Assert.Equal(200, (await server.CallAsync(KefuChannel.Path, WeComCalls.Ring)).Status);
            await UntilAsync(() => Task.FromResult(weCom.Calls.Count(IsReading) > read));
        }

        weCom.Instead = _ => null;
        weCom.Say("wm1", "text", new() { ["content"] = "My parcel never came." });
        await server.Parts.Notes.KeepAsync($"kefu-cursor {LoopbackWeCom.Service}", "c0", default);
        Assert.Equal(200, (await server.CallAsync(KefuChannel.Path, WeComCalls.Ring)).Status);
        await UntilAsync(() => Task.FromResult(weCom.Calls.Any(LoopbackWeCom.IsSent)));

        async Task UntilAsync(Func<Task<bool>> isSo)
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            for (var looks = 1; !await isSo(); looks++)
            {
                if (late.IsCancellationRequested) Assert.Fail($"The account is not read any more, after {looks} looks; {(await server.SendAsync(HttpMethod.Get, "/healthz/ready", null)).Body}");

                // At the pace of the server: a clock that runs ahead of it lets every call be late.
                Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, "/healthz/live", null)).Status);
                if (looks % 5 == 0) server.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static bool IsReading(LoopbackPlatform.Call call) => call.Path == "/cgi-bin/kf/sync_msg";

    private static byte[] Body(Random chance, string hook, string service)
    {
        if (chance.Next(10) == 0)
        {
            var noise = new byte[chance.Next(200)];
            chance.NextBytes(noise);
            return noise;
        }

        var start = chance.Next(4) > 1 ? "" : hook switch
        {
            TelegramWebhook.Path => $"{{\"update_id\":{chance.Next(1_000_000)},\"message\":{{\"message_id\":1,\"chat\":{{\"id\":5,\"type\":\"private\"}},\"from\":{{\"id\":5,\"is_bot\":false}}{(chance.Next(2) == 0 ? "," : "")}",
            BotFrameworkWebhook.Path => $"{{\"type\":\"message\",\"id\":\"{chance.Next(1_000_000)}\",\"channelId\":\"webchat\",\"serviceUrl\":\"{service}\",\"from\":{{\"id\":\"u\"}},\"recipient\":{{\"id\":\"b\"}},\"conversation\":{{\"id\":\"c\"}}{(chance.Next(2) == 0 ? "," : "")}",
            _ => "<xml>",
        };
        var text = new StringBuilder(start);
        for (var i = chance.Next(start.Length > 0 ? 4 : 12); i > 0; i--) text.Append(Pieces[chance.Next(Pieces.Length)]);
        return Encoding.UTF8.GetBytes(text.Append(chance.Next(3) > 0 ? start switch { "" => "", "<xml>" => "</xml>", _ when hook == TelegramWebhook.Path => "}}", _ => "}" } : "").ToString());
    }

    /// <summary>A page with messages that have the right names and the wrong things in them.</summary>
    private static string Page(Random chance, int number)
    {
        JsonNode? Odd() => chance.Next(11) switch
        {
            0 => null,
            1 => -1,
            2 => 1e300,
            3 => "x",
            4 => new JsonArray(),
            5 => new JsonObject { ["content"] = "x", ["media_id"] = "../x", ["event_type"] = "enter_session" },
            6 => new string('x', 5_000),
            7 => "../../x",
            8 => 3,
            9 => 253_402_300_799,
            _ => "text",
        };
        JsonObject Message()
        {
            var message = new JsonObject { ["msgid"] = $"h{number}", ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = "x" }, ["external_userid"] = "wm9", ["origin"] = 3, ["send_time"] = 1 };
            foreach (var name in (string[])["msgid", "msgtype", "text", "event", "external_userid", "open_kfid", "origin", "send_time"])
                if (chance.Next(3) == 0) message[name] = Odd();
            return message;
        }

        return chance.Next(5) == 0 ? Encoding.UTF8.GetString(Body(chance, "", "")) : new JsonObject { ["errcode"] = 0, ["next_cursor"] = chance.Next(4) == 0 ? Odd() : $"x{number}", ["has_more"] = chance.Next(4) == 0 ? Odd() : 0, ["msg_list"] = new JsonArray(Message(), Odd(), Message()) }.ToJsonString();
    }
}
