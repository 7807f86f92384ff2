using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;

namespace ComplaintBot.Channels;

/// <summary>The messengers that are switched on: each by its section below <c>Channels</c>.</summary>
internal sealed record ChannelSettings
{
    /// <summary>The customers' time zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Telegram; null when it is off.</summary>
    public TelegramSettings? Telegram { get; init; }

    /// <summary>The WeChat Official Account; null when it is off.</summary>
    public WeChatSettings? WeChat { get; init; }

    /// <summary>The application at WeCom; null when it is off.</summary>
    public WeComSettings? WeCom { get; init; }

    /// <summary>Service accounts at WeChat; null when it is off.</summary>
    public KefuSettings? Kefu { get; init; }

    /// <summary>Azure Bot Service; null when it is off.</summary>
    public BotFrameworkSettings? BotFramework { get; init; }
}
