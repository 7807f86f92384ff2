namespace ComplaintBot.Channels.BotFramework;

/// <summary>Who called, as its token proves.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="AppId">The app id of another bot; ours for the Emulator; null for channels.</param>
internal sealed record BotFrameworkCaller(BotFrameworkCallerKind Kind, string? AppId);
