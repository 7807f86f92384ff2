namespace ComplaintBot.Channels.WeChat;

/// <summary>What has to happen after an answer of WeChat.</summary>
internal enum WeChatOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>The token is no longer taken: another, once, and again.</summary>
    AnotherToken,

    /// <summary>WeChat is busy: again later.</summary>
    Again,

    /// <summary>Too fast: again after a rest.</summary>
    Slower,

    /// <summary>The day's calls are used up: nothing goes until tomorrow, and a person should know.</summary>
    NotToday,

    /// <summary>The customer has to write first.</summary>
    WaitForCustomer,

    /// <summary>The customer can't be reached on WeChat.</summary>
    CustomerGone,

    /// <summary>This message will never be taken.</summary>
    Refused,

    /// <summary>The account or the settings have to be put right by a person.</summary>
    NeedsPerson,
}
