namespace ComplaintBot.Tests.Channels;

/// <summary>Why a messenger does not take what is said.</summary>
internal enum Failure
{
    /// <summary>There was too much; it does not say for how long.</summary>
    Busy,

    /// <summary>There was too much, and it wants to be left alone for a minute.</summary>
    Slower,

    /// <summary>The customer can't be reached any more.</summary>
    Gone,

    /// <summary>All messages until the customer's next one are used up.</summary>
    UsedUp,

    /// <summary>The customer's last message is too long ago.</summary>
    TooLate,
}
