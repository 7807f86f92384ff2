using ComplaintBot.Settings;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>Takes the settings below <c>Channels:BotFramework</c>.</summary>
internal static class BotFrameworkSettingsReader
{
    private const string Section = BotFrameworkSettings.Section;
    private const string NoTenant = "botframework.com";
    private const string AnId = "00000000-0000-0000-0000-000000000000";

    /// <summary>Reads and checks them; mistakes are noted with the reader.</summary>
    public static BotFrameworkSettings Read(SettingsReader reader, Func<string, bool> known)
    {
        var tenant = reader.Text($"{Section}:Tenant", NoTenant)!;
        if (tenant != NoTenant && !IsId(tenant)) reader.Wrong($"{Section}:Tenant", Remedy.BotDirectory, tenant, ("example", AnId));
        var callers = reader.List($"{Section}:Callers");
        foreach (var one in callers)
            if (!IsId(one)) reader.Wrong($"{Section}:Callers", Remedy.BotCallers, one, ("example", AnId));
        var hosts = reader.List($"{Section}:Hosts");
        foreach (var one in hosts)
            if (Uri.CheckHostName(one) == UriHostNameType.Unknown) reader.Wrong($"{Section}:Hosts", Remedy.BotHosts, one);
        return new()
        {
            AppId = ChannelSettingsReader.Needed(reader, $"{Section}:AppId", IsId, Remedy.BotAppId, ("example", AnId)),
            Secret = ChannelSettingsReader.Needed(reader, $"{Section}:Secret", text => text.Length <= 512 && !text.Any(char.IsControl), Remedy.BotSecret),
            Tenant = tenant,
            Cloud = Cloud(reader),
            Callers = callers,
            Endorsements = reader.List($"{Section}:Endorsements"),
            Hosts = hosts,
            PublicUrl = PublicUrl(reader),
            UsesPlatformDesk = reader.OneOf($"{Section}:People", "desk", "platform") == "platform",
            Playbooks = ChannelSettingsReader.Playbooks(reader, $"{Section}:Playbooks", known),
            MediaBytes = reader.Number($"{Section}:MediaBytes", 10_000_000, 65_536, 20_000_000),
        };
    }

    private static BotFrameworkCloud Cloud(SettingsReader reader)
    {
        var name = reader.Text($"{Section}:Cloud", "public")!;
        var cloud = BotFrameworkCloud.All.FirstOrDefault(one => one.Name == name);
        if (cloud is null) reader.Wrong($"{Section}:Cloud", Remedy.BotCloud, name);
        cloud ??= BotFrameworkCloud.All[0];
        return cloud with
        {
            Login = ChannelSettingsReader.Api(reader, $"{Section}:Login", cloud.Login.GetLeftPart(UriPartial.Authority)),
            Channels = ChannelSettingsReader.Api(reader, $"{Section}:Keys", cloud.Channels.GetLeftPart(UriPartial.Authority)),
        };
    }

    private static Uri? PublicUrl(SettingsReader reader)
    {
        const string Name = $"{Section}:PublicUrl";
        if (reader.Text(Name) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", PathAndQuery: "/", UserInfo.Length: 0 }) return uri;
        reader.Wrong(Name, Remedy.BotPublicAddress, text);
        return null;
    }

    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);
}
