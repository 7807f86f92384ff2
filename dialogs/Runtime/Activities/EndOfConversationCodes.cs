namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>The values of <see cref="Activity.Code"/> on an endOfConversation.</summary>
public static class EndOfConversationCodes
{
    /// <summary>No reason given.</summary>
    public const string Unknown = "unknown";

    /// <summary>The matter is done.</summary>
    public const string CompletedSuccessfully = "completedSuccessfully";

    /// <summary>The customer broke off.</summary>
    public const string UserCancelled = "userCancelled";

    /// <summary>The bot took too long.</summary>
    public const string BotTimedOut = "botTimedOut";

    /// <summary>The bot sent something the channel could not read.</summary>
    public const string BotIssuedInvalidMessage = "botIssuedInvalidMessage";

    /// <summary>The channel broke down.</summary>
    public const string ChannelFailed = "channelFailed";
}
