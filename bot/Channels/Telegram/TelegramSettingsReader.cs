using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Settings;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Takes the settings below <c>Channels:Telegram</c>.</summary>
internal static class TelegramSettingsReader
{
    private const string Section = TelegramSettings.Section;
    private const int MostBytes = 20_000_000;

    /// <summary>Reads and checks them; mistakes are noted with the reader.</summary>
    public static TelegramSettings Read(SettingsReader reader, Func<string, bool> known)
    {
        var token = ChannelSettingsReader.Needed(reader, $"{Section}:Token", IsToken, Remedy.TelegramToken);
        var secret = reader.Text($"{Section}:Secret");
        if (secret is not null && !TelegramSignature.MayBeSecret(secret)) reader.Wrong($"{Section}:Secret", Remedy.TelegramSecret);
        return new()
        {
            Token = token,
            Secret = secret ?? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "webhook of the complaint bot"u8)),
            PublicUrl = PublicUrl(reader),
            Api = ChannelSettingsReader.Api(reader, $"{Section}:Api", "https://api.telegram.org"),
            Playbooks = ChannelSettingsReader.Playbooks(reader, $"{Section}:Playbooks", known),
            MediaBytes = reader.Number($"{Section}:MediaBytes", 10_000_000, 65_536, MostBytes),
        };
    }

    private static bool IsToken(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 3 and <= 20 and var colon && text.AsSpan(0, colon).ContainsAnyExceptInRange('0', '9') is false
        && text.Length - colon is > 20 and < 100 && text.AsSpan(colon + 1).ContainsAnyExcept(TelegramSignature.Characters) is false;

    private static Uri? PublicUrl(SettingsReader reader)
    {
        const string Name = $"{Section}:PublicUrl";
        if (reader.Text(Name) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", PathAndQuery: "/", UserInfo.Length: 0, Port: 443 or 80 or 88 or 8443 }) return uri;
        reader.Wrong(Name, Remedy.TelegramPublicAddress, text);
        return null;
    }
}
