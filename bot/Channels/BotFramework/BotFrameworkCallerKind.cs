namespace ComplaintBot.Channels.BotFramework;

/// <summary>What calls a bot.</summary>
internal enum BotFrameworkCallerKind
{
    /// <summary>A channel of Azure Bot Service.</summary>
    Channel,

    /// <summary>The Emulator, with our own app id and secret.</summary>
    Emulator,

    /// <summary>Another bot, whose skill we are.</summary>
    Skill,
}
