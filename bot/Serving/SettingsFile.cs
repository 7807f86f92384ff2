using System.Net;
using System.Security.Cryptography;
using ComplaintBot.Channels;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Serving.Watching;
using ComplaintBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Serving;

/// <summary>Takes the settings from <c>appsettings.json</c>, the environment and the command line, the later ones first.</summary>
internal static class SettingsFile
{
    private const int ShortestSecret = 24;
    private const string Server = "Server";
    private const string Limits = "Limits";
    private const string DirectLine = "DirectLine";

    /// <summary>Reads and checks all settings.</summary>
    /// <param name="configuration">Where they stand.</param>
    /// <param name="playbooks">The playbooks of the default site, from the command line; empty for those of the settings.</param>
    /// <param name="known">Whether there is a playbook of a name.</param>
    /// <returns>The settings, and each mistake; with a mistake the settings are not to be used.</returns>
    public static (ServeSettings Settings, IReadOnlyList<SettingMistake> Mistakes) Read(IConfiguration configuration, IReadOnlyList<string> playbooks, Func<string, bool> known)
    {
        var reader = new SettingsReader(configuration);
        var settings = new ServeSettings
        {
            Urls = Urls(reader),
            Data = reader.Text($"{Server}:Data", "data")!,
            Playbooks = reader.Text($"{Server}:Playbooks"),
            Pages = reader.Text($"{Server}:Pages", Path.Combine(AppContext.BaseDirectory, "web"))!,
            FrameAncestors = FrameAncestors(reader),
            Proxies = Proxies(reader),
            StopWithin = TimeSpan.FromSeconds(reader.Number($"{Server}:StopWithinSeconds", 25, 1, 300)),
            SigningKey = Key(reader),
            Limits = ReadLimits(reader),
            DirectLine = ReadDirectLine(reader, playbooks, known),
            Redis = StoreSection.Read(reader),
            Postgres = LedgerSection.Read(reader),
            Desk = DeskSettingsFile.Read(reader, reader.Text($"{DirectLine}:PublicUrl")),
            Telemetry = TelemetrySection.Read(reader),
            ChatsPerAgent = reader.Number($"{DeskSettingsFile.Section}:ChatsPerAgent", 8, 1, 100),
        };
        settings = settings with { Channels = ChannelSettingsReader.Read(reader, settings.DirectLine.Zone, known) };
        return (settings, reader.Mistakes(Server, Limits, DirectLine, DeskSettingsFile.Section, StoreSection.Name, LedgerSection.Name, TelemetrySection.Name, ChannelSettingsReader.Section));
    }

    /// <summary>The addresses a server would listen on, for whoever needs nothing else.</summary>
    public static IReadOnlyList<string> Urls(IConfiguration configuration) => Urls(new SettingsReader(configuration));

    private static LimitSettings ReadLimits(SettingsReader reader)
    {
        var byDefault = new LimitSettings();
        return new()
        {
            RequestsPerMinute = reader.Number($"{Limits}:RequestsPerMinute", byDefault.RequestsPerMinute, 10, 1_000_000),
            TokensPerMinute = reader.Number($"{Limits}:TokensPerMinute", byDefault.TokensPerMinute, 1, 100_000),
            SignInsPerMinute = reader.Number($"{Limits}:SignInsPerMinute", byDefault.SignInsPerMinute, 1, 100_000),
            ConversationsPerHalfHour = reader.Number($"{Limits}:ConversationsPerHalfHour", byDefault.ConversationsPerHalfHour, 1, 100_000),
            MessagesPerMinute = reader.Number($"{Limits}:MessagesPerMinute", byDefault.MessagesPerMinute, 6, 6_000),
            SocketsPerConversation = reader.Number($"{Limits}:SocketsPerConversation", byDefault.SocketsPerConversation, 3, 1_000),
            BodyBytes = reader.Number($"{Limits}:BodyBytes", byDefault.BodyBytes, 16_384, 16_777_216),
            ActivityCharacters = reader.Number($"{Limits}:ActivityCharacters", byDefault.ActivityCharacters, 8_192, 1_000_000),
            TextCharacters = reader.Number($"{Limits}:TextCharacters", byDefault.TextCharacters, 500, 100_000),
            UploadBytes = reader.Number($"{Limits}:UploadBytes", byDefault.UploadBytes, 65_536, 26_214_400),
        };
    }

    private static DirectLineSettings ReadDirectLine(SettingsReader reader, IReadOnlyList<string> playbooks, Func<string, bool> known) => new()
    {
        Sites = Sites(reader, playbooks, known),
        TokenLife = TimeSpan.FromMinutes(reader.Number($"{DirectLine}:TokenMinutes", 30, 20, 1_440)),
        ResumeLife = TimeSpan.FromDays(reader.Number($"{DirectLine}:ResumeDays", 30, 1, 90)),
        PublicUrl = PublicUrl(reader),
        Zone = Zone(reader),
        Pause = TimeSpan.FromMilliseconds(reader.Number($"{DirectLine}:PauseMilliseconds", 4_000, 0, 20_000)),
        FileKinds = Kinds(reader),
    };

    private static Dictionary<string, DirectLineSite> Sites(SettingsReader reader, IReadOnlyList<string> playbooks, Func<string, bool> known)
    {
        const string Section = $"{DirectLine}:Sites";
        var sites = new Dictionary<string, DirectLineSite>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in reader.Names(Section).Append(DirectLineSettings.DefaultSite).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-')) reader.Wrong($"{Section}:{name}", Remedy.SiteName);
            var own = reader.List($"{Section}:{name}:Playbooks");
            if (name == DirectLineSettings.DefaultSite && playbooks.Count > 0) own = playbooks;
            foreach (var one in own)
                if (!known(one)) reader.Wrong($"{Section}:{name}:Playbooks", Remedy.KnownPlaybooks, one);
            sites[name] = new() { Secret = Secret(reader, $"{Section}:{name}:Secret"), Origins = Origins(reader, $"{Section}:{name}:Origins"), Playbooks = own };
        }

        return sites;
    }

    private static string? Secret(SettingsReader reader, string name)
    {
        var secret = reader.Text(name);
        if (secret?.Length < ShortestSecret) reader.Wrong(name, Remedy.RandomSecret, null, ("least", $"{ShortestSecret}"));
        return secret;
    }

    private static IReadOnlyList<string> Origins(SettingsReader reader, string name)
    {
        var origins = reader.List(name);
        foreach (var origin in origins)
            if (!IsOrigin(origin)) reader.Wrong(name, Remedy.PageOrigins, origin);
        return origins;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { PathAndQuery: "/", UserInfo.Length: 0 } && !text.EndsWith('/');

    private static IReadOnlyList<string> Urls(SettingsReader reader)
    {
        var urls = reader.List($"{Server}:Urls", "http://localhost:5080");
        foreach (var url in urls)
            if (!Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                reader.Wrong($"{Server}:Urls", Remedy.ListenAddresses, url);
        return urls;
    }

    private static string? PublicUrl(SettingsReader reader)
    {
        const string Name = $"{DirectLine}:PublicUrl";
        var url = reader.Text(Name);
        if (url is not null && !IsOrigin(url)) reader.Wrong(Name, Remedy.PublicAddress, url);
        return url;
    }

    private static TimeZoneInfo Zone(SettingsReader reader)
    {
        const string Name = $"{DirectLine}:TimeZone";
        var text = reader.Text(Name, "Asia/Shanghai")!;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)) return zone;
        reader.Wrong(Name, Remedy.TimeZone, text);
        return TimeZoneInfo.Utc;
    }

    private static IReadOnlyList<string> Kinds(SettingsReader reader)
    {
        const string Name = $"{DirectLine}:FileKinds";
        var kinds = reader.List(Name, [.. FileKinds.Known]);
        foreach (var kind in kinds)
            if (kind != FileKinds.Unknown && !FileKinds.Known.Contains(kind)) reader.Wrong(Name, Remedy.FileKinds, kind, ("known", string.Join(", ", FileKinds.Known)), ("other", FileKinds.Unknown));
        return kinds;
    }

    private static IReadOnlyList<string> FrameAncestors(SettingsReader reader)
    {
        const string Name = $"{Server}:FrameAncestors";
        var ancestors = reader.List(Name, "'self'");
        foreach (var one in ancestors)
            if (one is not ("'self'" or "'none'" or "*") && !IsOrigin(one.Replace("//*.", "//", StringComparison.Ordinal))) reader.Wrong(Name, Remedy.FrameAncestors, one);
        return ancestors;
    }

    private static List<IPNetwork> Proxies(SettingsReader reader)
    {
        const string Name = $"{Server}:Proxies";
        var proxies = new List<IPNetwork>();
        foreach (var text in reader.List(Name))
        {
            if (IPNetwork.TryParse(text, out var network)) proxies.Add(network);
            else if (IPAddress.TryParse(text, out var address)) proxies.Add(new(address, 8 * address.GetAddressBytes().Length));
            else reader.Wrong(Name, Remedy.Proxies, text);
        }

        return proxies;
    }

    private static byte[]? Key(SettingsReader reader)
    {
        const string Name = $"{DirectLine}:SigningKey";
        if (reader.Text(Name) is not { } text) return null;
        var key = new byte[text.Length];
        if (Convert.TryFromBase64String(text, key, out var length) && length >= HMACSHA256.HashSizeInBytes) return key[..length];
        reader.Wrong(Name, Remedy.SigningKey);
        return null;
    }
}
