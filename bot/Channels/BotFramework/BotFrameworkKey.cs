using Microsoft.IdentityModel.Tokens;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>A key that tokens are signed with.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">What it may vouch for; null when it says nothing about that.</param>
internal sealed record BotFrameworkKey(RsaSecurityKey Key, IReadOnlyList<string>? Endorsements);
