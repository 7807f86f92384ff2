using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;

namespace ComplaintBot.Channels;

/// <summary>What a person who sets messengers up asks: which are on, where they call, and whether the platform takes what is in the settings. Nothing is sent to customers.</summary>
internal static class ChannelChecks
{
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
        if (settings.Kefu is { } service) on.Add(new("kefu", KefuChannel.Path, cancel => WeComAsync(service.Account, clock, cancel)));
        if (settings.WeCom is { } application) on.Add(new("wecom", WeComChannel.Path, cancel => WeComAsync(application.Account, clock, cancel)));
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
            return refused.Words;
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
            return refused.Words;
        }
    }

    private static async Task<Sentence?> WeComAsync(WeComAccount account, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var api = new WeComApi(account, clock);
        try
        {
            await api.CheckAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (WeComException refused)
        {
            return refused.Words;
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
            return refused.Words;
        }
    }
}
