using ComplaintBot.Turns;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Who calls.</summary>
/// <param name="Site">The site.</param>
/// <param name="Grant">What the token allows; null for the secret of the site, which allows every conversation of it.</param>
internal sealed record Caller(string Site, Grant? Grant)
{
    /// <summary>The key of a conversation of the caller's site.</summary>
    public ConversationKey Key(string conversation) => DirectLineChannel.Key(Site, conversation);

    /// <summary>What a token for a conversation is to allow: what the caller's does, or all of one with a secret.</summary>
    public Grant For(string conversation) => Grant is null ? new(GrantUse.Chat, Site, conversation) : Grant with { Use = GrantUse.Chat };
}
