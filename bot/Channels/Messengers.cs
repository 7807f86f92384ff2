using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;

namespace ComplaintBot.Channels;

/// <summary>The one list of messengers.</summary>
internal static class Messengers
{
    /// <summary>Those that are switched on.</summary>
    public static IEnumerable<IChannel> Of(ChannelSettings settings, ChannelParts parts)
    {
        if (settings.Telegram is { } bot) yield return new TelegramChannel(bot, parts);
        if (settings.WeChat is { } account) yield return new WeChatChannel(account, parts);
        if (settings.WeCom is { } application) yield return new WeComChannel(application, parts);
        if (settings.Kefu is { } service) yield return new KefuChannel(service, parts);
        if (settings.BotFramework is { } app) yield return new BotFrameworkChannel(app, parts);
    }
}
