namespace ComplaintBot.Tests.Commands;

/// <summary>What somebody who sets messengers up asks.</summary>
public sealed class ChannelsTests
{
    private static readonly (string, string)[] Telegram = [("Channels__Telegram__Token", LoopbackTelegram.Token), ("Channels__Telegram__PublicUrl", "https://care.example")];

    [Theory]
    [InlineData(Product.Chinese, "已开", "未开")]
    [InlineData(Product.English, "on, called at", "off.")]
    public async Task All_are_listed_with_where_they_call_and_what_to_enter(string language, string on, string off)
    {
        using var product = Product.Start(language, [.. Telegram, .. WeChat(), ("DirectLine__PublicUrl", "https://care.example")], "channels");
        var lines = (await product.RestAsync()).Well().Lines;

        Assert.Contains(lines, line => line.StartsWith("telegram", StringComparison.Ordinal) && line.Contains(on, StringComparison.Ordinal) && line.Contains("https://care.example/channels/telegram", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("wechat", StringComparison.Ordinal) && line.Contains("https://care.example/channels/wechat", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("EncodingAESKey", StringComparison.Ordinal));
        Assert.Equal(3, lines.Count(line => line.Contains(off, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Credentials_are_tried_and_what_is_wrong_is_said()
    {
        await using var telegram = await LoopbackTelegram.StartAsync();
        telegram.Instead = call => call.Path.EndsWith("/getWebhookInfo", StringComparison.Ordinal) ? (200, """{"ok":true,"result":{"url":"https://care.example/channels/telegram"}}""") : null;
        var well = await CheckAsync("telegram", [.. Telegram, ("Channels__Telegram__Api", telegram.Url)]);
        telegram.Instead = _ => (401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""");
        var wrong = await CheckAsync("telegram", [.. Telegram, ("Channels__Telegram__Api", telegram.Url)]);
        await using var weChat = await LoopbackWeChat.StartAsync();
        weChat.Instead = _ => (200, """{"errcode":40125,"errmsg":"invalid appsecret"}""");
        var secret = await CheckAsync("wechat", [.. WeChat(), ("Channels__WeChat__Api", weChat.Url)]);

        var chinese = await CheckAsync("wechat", [.. WeChat(), ("Channels__WeChat__Api", weChat.Url)], Product.Chinese);

        Assert.Equal((0, 1, 1, 1), (well.Code, wrong.Code, secret.Code, chinese.Code));
        Assert.Contains("请核对 Channels:WeChat:Secret", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("@BotFather", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("40125", secret.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of", secret.Output + secret.Errors, StringComparison.Ordinal);
    }

    /// <summary>Whoever reads it must know what to look at: the address, the setting, the firewall, or the credentials.</summary>
    [Theory]
    [InlineData("telegram", "Channels:Telegram:Api")]
    [InlineData("wechat", "Channels:WeChat:Api")]
    [InlineData("kefu", "Channels:Kefu:Api")]
    [InlineData("wecom", "Channels:WeCom:Api")]
    [InlineData("bot", "Channels:BotFramework:Login")]
    public async Task A_platform_that_fails_is_told_apart_from_credentials_that_are_wrong(string name, string setting)
    {
        await using var platform = await LoopbackTelegram.StartAsync();
        (string, string)[] settings = [.. Everything(), (setting.Replace(":", "__", StringComparison.Ordinal), platform.Url)];
        platform.Instead = _ => (502, "Bad gateway");
        var failing = await CheckAsync(name, settings);
        platform.Instead = _ => (200, "<html>Please sign in</html>");
        var another = await CheckAsync(name, settings);
        platform.Instead = _ => (404, "<html>Not here</html>");
        var nowhere = await CheckAsync(name, settings);
        var nothing = await CheckAsync(name, [.. Everything(), (setting.Replace(":", "__", StringComparison.Ordinal), "http://127.0.0.1:1")]);
        var chinese = await CheckAsync(name, [.. Everything(), (setting.Replace(":", "__", StringComparison.Ordinal), "http://127.0.0.1:1")], Product.Chinese);

        Assert.All([failing, another, nowhere, nothing, chinese], run => Assert.Equal(1, run.Code));
        Assert.All([failing, another, nowhere, nothing, chinese], run => Assert.Contains(setting, run.Output, StringComparison.Ordinal));
        Assert.All([failing, another, nowhere, nothing, chinese], run => Assert.DoesNotContain("tried again", run.Output, StringComparison.Ordinal));
        Assert.Contains("HTTP 502", failing.Output, StringComparison.Ordinal);
        Assert.Contains("is not the platform", another.Output, StringComparison.Ordinal);
        Assert.Contains("HTTP 404", nowhere.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing answers at http://127.0.0.1:1", nothing.Output, StringComparison.Ordinal);
        Assert.Contains("没有服务应答", chinese.Output, StringComparison.Ordinal);
    }

    /// <summary>WeCom gives a token to whoever knows the secret, and looks at the address and the application only afterwards.</summary>
    [Theory]
    [InlineData("wecom", 301002, "Channels:WeCom:AgentId")]
    [InlineData("wecom", 60020, "企业可信IP")]
    [InlineData("kefu", 60020, "企业可信IP")]
    [InlineData("kefu", 48002, "可调用接口的应用")]
    [InlineData("kefu", 40013, "Channels:Kefu:CorpId")]
    [InlineData("kefu", 999999, "global error codes")]
    [InlineData("wecom", -1, "check again in a minute")]
    public async Task What_wecom_refuses_is_said_before_a_customer_finds_out(string name, int code, string remedy)
    {
        await using var platform = await LoopbackTelegram.StartAsync();
        platform.Instead = call => (200, call.Path == "/cgi-bin/gettoken" ? """{"errcode":0,"access_token":"t","expires_in":7200}""" : $$"""{"errcode":{{code}},"errmsg":"no"}""");
        var run = await CheckAsync(name, [.. Everything(), ("Channels__WeCom__Api", platform.Url), ("Channels__Kefu__Api", platform.Url)]);

        Assert.Equal(1, run.Code);
        Assert.Contains(remedy, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pigeon", "telegram, wechat, kefu, wecom, bot")]
    [InlineData("kefu", "Channels:Kefu")]
    public async Task What_is_not_there_is_said_with_what_to_do(string name, string remedy)
    {
        var run = await Product.RunAsync(["channels", "check", name]);

        Assert.Equal(1, run.Code);
        Assert.Contains(remedy, run.Errors, StringComparison.Ordinal);
    }

    private static (string, string)[] WeChat() => [("Channels__WeChat__AppId", "wx1"), ("Channels__WeChat__Secret", "secret-of-the-account"), ("Channels__WeChat__Token", "AAAAA")];

    private static (string, string)[] Everything() =>
    [
        .. Telegram, .. WeChat(), .. Company("Kefu"), .. Company("WeCom"), ("Channels__WeCom__AgentId", "1000002"),
        ("Channels__BotFramework__AppId", LoopbackAzure.AppId), ("Channels__BotFramework__Secret", "secret-of-the-bot"),
    ];

    private static (string, string)[] Company(string section) =>
        [.. WeComCalls.Settings($"Channels:{section}", "http://127.0.0.1:1").Select(one => (one.Name.Replace(":", "__", StringComparison.Ordinal), one.Value))];

    private static async Task<Product.Finished> CheckAsync(string name, (string, string)[] settings, string language = Product.English)
    {
        using var product = Product.Start(language, settings, "channels", "check", name);
        return await product.RestAsync();
    }
}
