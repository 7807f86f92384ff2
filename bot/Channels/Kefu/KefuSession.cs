namespace ComplaintBot.Channels.Kefu;

/// <summary>In whose hands a customer is at WeCom.</summary>
internal enum KefuSession
{
    /// <summary>Nobody's yet.</summary>
    New = 0,

    /// <summary>Ours.</summary>
    Bot = 1,

    /// <summary>They wait for somebody in WeCom.</summary>
    Waiting = 2,

    /// <summary>Somebody's in WeCom.</summary>
    Person = 3,

    /// <summary>It is over.</summary>
    Ended = 4,
}
