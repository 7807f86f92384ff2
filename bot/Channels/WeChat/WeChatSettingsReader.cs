using System.Text;
using ComplaintBot.Settings;

namespace ComplaintBot.Channels.WeChat;

/// <summary>Takes the settings below <c>Channels:WeChat</c>.</summary>
internal static class WeChatSettingsReader
{
    private const string Section = WeChatSettings.Section;
    private const int KeyLength = 43;
    private const int MostItems = 3;
    private const int LongestItem = 16;
    private const string Safe = "safe";

    /// <summary>Reads and checks them; mistakes are noted with the reader.</summary>
    public static WeChatSettings Read(SettingsReader reader, Func<string, bool> known)
    {
        var key = reader.Text($"{Section}:EncodingAESKey");
        if (key is not null && !IsKey(key)) reader.Wrong($"{Section}:EncodingAESKey", Remedy.WeChatKey);
        var mode = reader.Text($"{Section}:Mode", key is null ? "plain" : Safe)!;
        if (mode is not ("plain" or "compatible" or Safe)) reader.Wrong($"{Section}:Mode", Remedy.WeChatMode, mode);
        else if (mode != "plain" && key is null) reader.Missing($"{Section}:EncodingAESKey", Remedy.WeChatKeyOfMode, (nameof(mode), mode));
        var pushes = reader.Truth($"{Section}:PushMenu", byDefault: false);
        var menu = reader.Names($"{Section}:Menu");
        if (pushes && (menu.Count is 0 or > MostItems || menu.Any(item => Encoding.UTF8.GetByteCount(item) > LongestItem))) reader.Wrong($"{Section}:Menu", Remedy.WeChatMenu);
        return new()
        {
            AppId = ChannelSettingsReader.Needed(reader, $"{Section}:AppId", IsWord, Remedy.WeChatAppId),
            Secret = ChannelSettingsReader.Needed(reader, $"{Section}:Secret", IsWord, Remedy.WeChatSecret),
            Token = ChannelSettingsReader.Needed(reader, $"{Section}:Token", text => text.Length is >= 3 and <= 32 && IsWord(text), Remedy.WeChatToken),
            Key = key is not null && IsKey(key) ? key : null,
            IsSafe = mode == Safe,
            Api = ChannelSettingsReader.Api(reader, $"{Section}:Api", "https://api.weixin.qq.com"),
            Playbooks = ChannelSettingsReader.Playbooks(reader, $"{Section}:Playbooks", known),
            MediaBytes = reader.Number($"{Section}:MediaBytes", 10_000_000, 65_536, 20_000_000),
            Pause = TimeSpan.FromMilliseconds(reader.Number($"{Section}:PauseMilliseconds", 2_500, 0, 20_000)),
            HasTapLines = reader.OneOf($"{Section}:Choices", "numbers", "lines") == "lines",
            PushesMenu = pushes,
            UsesPlatformDesk = reader.OneOf($"{Section}:People", "desk", "platform") == "platform",
            Menu = menu.ToDictionary(name => name, name => reader.Text($"{Section}:Menu:{name}") ?? name),
        };
    }

    private static bool IsWord(string text) => text.Length is > 0 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static bool IsKey(string text) => text.Length == KeyLength && text.All(char.IsAsciiLetterOrDigit);
}
