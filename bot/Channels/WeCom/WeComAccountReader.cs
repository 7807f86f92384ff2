using ComplaintBot.Settings;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Takes the settings every application of WeCom has.</summary>
internal static class WeComAccountReader
{
    private const int KeyLength = 43;

    /// <summary>Reads and checks them; mistakes are noted with the reader.</summary>
    public static WeComAccount Read(SettingsReader reader, string section) => new(
        ChannelSettingsReader.Needed(reader, $"{section}:CorpId", IsWord, Remedy.WeComCompany),
        ChannelSettingsReader.Needed(reader, $"{section}:Secret", IsWord, Remedy.WeComSecret),
        ChannelSettingsReader.Needed(reader, $"{section}:Token", text => text.Length is >= 3 and <= 32 && IsWord(text), Remedy.WeComToken),
        Key(ChannelSettingsReader.Needed(reader, $"{section}:EncodingAESKey", IsKey, Remedy.WeComKey)),
        ChannelSettingsReader.Api(reader, $"{section}:Api", "https://qyapi.weixin.qq.com"),
        section);

    /// <summary>A wrong one has been noted; what stands in for it is never used.</summary>
    private static string Key(string text) => IsKey(text) ? text : new string('A', KeyLength);

    private static bool IsKey(string text) => text.Length == KeyLength && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsWord(string text) => text.Length is > 0 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
