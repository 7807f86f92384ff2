using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Channels.WeCom;
using ComplaintBot.Settings;

namespace ComplaintBot.Channels;

/// <summary>Reads the settings below <c>Channels</c>; a channel without a section is off.</summary>
internal static class ChannelSettingsReader
{
    /// <summary>The section of all channels.</summary>
    public const string Section = "Channels";

    /// <summary>Reads them all; mistakes are noted with the reader.</summary>
    /// <param name="reader">Where they stand.</param>
    /// <param name="zone">The customers' time zone.</param>
    /// <param name="known">Whether there is a playbook of a name.</param>
    public static ChannelSettings Read(SettingsReader reader, TimeZoneInfo zone, Func<string, bool> known) => new()
    {
        Zone = zone,
        Telegram = reader.Names(TelegramSettings.Section).Count > 0 ? TelegramSettingsReader.Read(reader, known) : null,
        WeChat = reader.Names(WeChatSettings.Section).Count > 0 ? WeChatSettingsReader.Read(reader, known) : null,
        WeCom = reader.Names(WeComSettings.Section).Count > 0 ? WeComSettingsReader.Read(reader, known) : null,
        Kefu = reader.Names(KefuSettings.Section).Count > 0 ? KefuSettingsReader.Read(reader, known) : null,
        BotFramework = reader.Names(BotFrameworkSettings.Section).Count > 0 ? BotFrameworkSettingsReader.Read(reader, known) : null,
    };

    /// <summary>The playbooks a channel names.</summary>
    public static IReadOnlyList<string> Playbooks(SettingsReader reader, string name, Func<string, bool> known)
    {
        var named = reader.List(name);
        foreach (var one in named)
            if (!known(one)) reader.Wrong(name, Remedy.KnownPlaybooks, one);
        return named;
    }

    /// <summary>The address of a platform's API: https, or this machine.</summary>
    public static Uri Api(SettingsReader reader, string name, string byDefault)
    {
        var text = reader.Text(name, byDefault)!;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo.Length: 0, Fragment.Length: 0, PathAndQuery: "/" } && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true })) return uri;
        reader.Wrong(name, Remedy.PlatformAddress, text, ("example", byDefault));
        return new(byDefault);
    }

    /// <summary>A text that must be there and keep to a form.</summary>
    public static string Needed(SettingsReader reader, string name, Func<string, bool> isRight, Remedy remedy, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = reader.Text(name);
        if (text is null) reader.Missing(name, remedy, values);
        else if (!isRight(text)) reader.Wrong(name, remedy, null, values);
        return text ?? "";
    }
}
