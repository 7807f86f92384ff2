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

    private static async Task<Product.Finished> CheckAsync(string name, (string, string)[] settings, string language = Product.English)
    {
        using var product = Product.Start(language, settings, "channels", "check", name);
        return await product.RestAsync();
    }
}
