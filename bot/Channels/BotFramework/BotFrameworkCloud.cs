namespace ComplaintBot.Channels.BotFramework;

/// <summary>Who vouches for whom in one Azure cloud.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Login">Where tokens are issued.</param>
/// <param name="Channels">Where the keys of channels are published.</param>
/// <param name="Issuer">Who channels say they are.</param>
/// <param name="Directory">The directory whose keys prove the Emulator and other bots.</param>
internal sealed record BotFrameworkCloud(string Name, Uri Login, Uri Channels, string Issuer, string Directory)
{
    /// <summary>All clouds.</summary>
    public static IReadOnlyList<BotFrameworkCloud> All { get; } =
    [
        new("public", new("https://login.microsoftonline.com"), new("https://login.botframework.com"), "https://api.botframework.com", "common"),
        new("government", new("https://login.microsoftonline.us"), new("https://login.botframework.azure.us"), "https://api.botframework.us", "cab8a31a-1906-4287-a0d8-4eef66b95f6e"),
        new("china", new("https://login.partner.microsoftonline.cn"), new("https://login.botframework.azure.cn"), "https://api.botframework.azure.cn", "common"),
    ];

    /// <summary>Directories of Microsoft whose tokens the Emulator and other bots may bear.</summary>
    private static readonly string[] Known = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"];

    /// <summary>What a token for sending to channels is for.</summary>
    public string Scope => $"{Issuer}/.default";

    /// <summary>Where the keys of channels are described.</summary>
    public Uri ChannelMetadata => new(Channels, "/v1/.well-known/openidconfiguration");

    /// <summary>Where the keys of the directory are described.</summary>
    public Uri DirectoryMetadata => new(Login, $"/{Directory}/v2.0/.well-known/openid-configuration");

    /// <summary>Who may issue tokens of the Emulator and of other bots. It is a fixed list: what a token says of its directory proves nothing.</summary>
    public IReadOnlyList<string> Issuers(string ownTenant) =>
        [.. Known.Append(ownTenant).Where(tenant => Guid.TryParse(tenant, out _)).SelectMany(tenant => (string[])[$"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0", $"{Login.AbsoluteUri}{tenant}/v2.0"]).Distinct()];
}
