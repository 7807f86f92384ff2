namespace ComplaintBot.Channels.BotFramework;

/// <summary>A bot of Azure Bot Service, or a skill of another bot.</summary>
internal sealed record BotFrameworkSettings
{
    /// <summary>Where its settings stand.</summary>
    public const string Section = "Channels:BotFramework";

    /// <summary>The bot's app id.</summary>
    public required string AppId { get; init; }

    /// <summary>The app's client secret. Never written anywhere.</summary>
    public required string Secret { get; init; }

    /// <summary>The directory the app is in; <c>botframework.com</c> for one that belongs to none.</summary>
    public required string Tenant { get; init; }

    /// <summary>The Azure cloud the bot is in.</summary>
    public required BotFrameworkCloud Cloud { get; init; }

    /// <summary>App ids of bots that may use this one as their skill.</summary>
    public IReadOnlyList<string> Callers { get; init; } = [];

    /// <summary>What the keys of channels must be endorsed for besides the channel.</summary>
    public IReadOnlyList<string> Endorsements { get; init; } = [];

    /// <summary>Hosts that may be spoken to although they are not public: other bots in our own network.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The address browsers and channels reach this server by, for files; null sends files within messages.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether who is handed over is passed on to the people of a channel or contact centre behind it, by the handoff events of the protocol.</summary>
    public bool UsesPlatformDesk { get; init; }

    /// <summary>The playbooks its complaints may go by; empty for all there are.</summary>
    public IReadOnlyList<string> Playbooks { get; init; } = [];

    /// <summary>The most bytes of a customer's file.</summary>
    public int MediaBytes { get; init; }

    /// <summary>Without secret.</summary>
    public override string ToString() => $"Bot Framework app {AppId}";
}
