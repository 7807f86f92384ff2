using System.Globalization;
using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;

namespace ComplaintBot.Channels;

/// <summary>What a person who sets messengers up asks: which are on, where they call, and whether the platform takes what is in the settings. Nothing is sent to customers.</summary>
internal static class ChannelChecks
{
    /// <summary>What WeChat and WeCom answer when they are busy.</summary>
    private const long Busy = -1;

    /// <summary>The names of all messengers, and the sections that switch them on.</summary>
    public static IReadOnlyList<(string Name, string Section)> All { get; } =
    [
        ("telegram", TelegramSettings.Section), ("wechat", WeChatSettings.Section), ("kefu", KefuSettings.Section), ("wecom", WeComSettings.Section), ("bot", BotFrameworkSettings.Section),
    ];

    /// <summary>Those that are on.</summary>
    public static IReadOnlyList<SwitchedChannel> Of(ChannelSettings settings, TimeProvider clock)
    {
        var on = new List<SwitchedChannel>();
        if (settings.Telegram is { } bot) on.Add(new("telegram", bot.PublicUrl is null ? null : TelegramWebhook.Path, cancel => TelegramAsync(bot, cancel)));
        if (settings.WeChat is { } account) on.Add(new("wechat", WeChatWebhook.Path, cancel => WeChatAsync(account, clock, cancel)));
        if (settings.Kefu is { } service) on.Add(new("kefu", KefuChannel.Path, cancel => WeComAsync(service.Account, clock, api => api.CheckAsync("/cgi-bin/kf/account/list", KefuWire.Accounts(), cancel))));
        if (settings.WeCom is { } application) on.Add(new("wecom", WeComChannel.Path, cancel => WeComAsync(application.Account, clock, api => api.CheckAsync($"/cgi-bin/agent/get?agentid={application.Agent.ToString(CultureInfo.InvariantCulture)}", null, cancel))));
        if (settings.BotFramework is { } app) on.Add(new("bot", BotFrameworkWebhook.Path, cancel => BotAsync(app, clock, cancel)));
        return on;
    }

    private static async Task<Sentence?> TelegramAsync(TelegramSettings settings, CancellationToken cancellationToken)
    {
        using var client = new TelegramClient(settings);
        try
        {
            await client.CallAsync("getMe", "{}"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            var about = await client.CallAsync("getWebhookInfo", "{}"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            var (calls, wanted) = (about.Text("url") ?? "", settings.PublicUrl is { } home ? new Uri(home, TelegramWebhook.Path).AbsoluteUri : "");
            if (calls != wanted) return calls.Length == 0 ? new("telegram-not-called") : new("telegram-called-elsewhere", ("address", calls));
            return about.Text("last_error_message") is { Length: > 0 } failed ? new("telegram-last-call", ("words", TextSplitter.Shorten(Turns.LogText.Of(failed), 160, TextUnit.Utf16Units))) : null;
        }
        catch (TelegramException refused)
        {
            return refused.Why?.Words(settings.Api, $"{TelegramSettings.Section}:Api") ?? refused.Words;
        }
    }

    private static async Task<Sentence?> WeChatAsync(WeChatSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var client = new WeChatClient(settings, clock);
        try
        {
            await client.CheckAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (WeChatException refused)
        {
            return refused.Why?.Words(settings.Api, $"{WeChatSettings.Section}:Api") ?? (refused.Trouble is null ? Refused("WeChat", refused.Code) : refused.Words);
        }
    }

    private static async Task<Sentence?> WeComAsync(WeComAccount account, TimeProvider clock, Func<WeComApi, Task> check)
    {
        using var api = new WeComApi(account, clock);
        try
        {
            await check(api).ConfigureAwait(false);
            return null;
        }
        catch (WeComException refused)
        {
            return refused.Why?.Words(account.Api, $"{account.Section}:Api") ?? (refused.Trouble is null ? Refused("WeCom", refused.Code) : refused.Words);
        }
    }

    private static async Task<Sentence?> BotAsync(BotFrameworkSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var client = new BotFrameworkClient(settings, clock);
        try
        {
            await client.CheckAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (BotFrameworkException refused)
        {
            return refused.Why?.Words(settings.Cloud.Login, $"{BotFrameworkSettings.Section}:Login") ?? refused.Words;
        }
    }

    /// <summary>A refusal that no sentence of messages is about.</summary>
    private static Sentence Refused(string platform, long code) =>
        new(code == Busy ? "check-busy" : "check-refused", ("platform", platform), ("code", code.ToString(CultureInfo.InvariantCulture)));
}
