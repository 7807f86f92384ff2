using ComplaintBot.Settings;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Takes the settings every application of WeCom has.</summary>
internal static class WeComAccountReader
{
    private const int KeyLength = 43;

    /// <summary>Reads and checks them; mistakes are noted with the reader.</summary>
    public static WeComAccount Read(SettingsReader reader, string section) => new(
        ChannelSettingsReader.Needed(reader, $"{section}:CorpId", IsWord, "write the company's id (企业ID), like ww0123456789abcdef"),
        ChannelSettingsReader.Needed(reader, $"{section}:Secret", IsWord, "write the application's Secret"),
        ChannelSettingsReader.Needed(reader, $"{section}:Token", text => text.Length is >= 3 and <= 32 && IsWord(text), "write the Token of the callback, 3 to 32 letters and digits"),
        Key(ChannelSettingsReader.Needed(reader, $"{section}:EncodingAESKey", IsKey, "write the 43 letters and digits of the callback's EncodingAESKey")),
        ChannelSettingsReader.Api(reader, $"{section}:Api", "https://qyapi.weixin.qq.com"),
        section);

    /// <summary>A wrong one has been noted; what stands in for it is never used.</summary>
    private static string Key(string text) => IsKey(text) ? text : new string('A', KeyLength);

    private static bool IsKey(string text) => text.Length == KeyLength && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsWord(string text) => text.Length is > 0 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
