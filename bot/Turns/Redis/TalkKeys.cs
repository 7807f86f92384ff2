using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>The keys of one conversation.</summary>
/// <param name="Member">Its name in the lists of its partition.</param>
/// <param name="Partition">Its partition.</param>
internal readonly record struct TalkKeys(string Member, PartitionKeys Partition)
{
    /// <summary>State, version, last line, expiry, and its row at the desk.</summary>
    public RedisKey State => Own("state");

    /// <summary>The transcript.</summary>
    public RedisKey Lines => Own("lines");

    /// <summary>Lines that are to be sent.</summary>
    public RedisKey Outbox => Own("outbox");

    /// <summary>How often such lines were tried in vain, when they are tried again, and why they could not be sent.</summary>
    public RedisKey Tries => Own("tries");

    /// <summary>Lines that were given up.</summary>
    public RedisKey Dead => Own("dead");

    /// <summary>Files.</summary>
    public RedisKey Files => Own("files");

    /// <summary>Deliveries that were seen.</summary>
    public RedisKey Seen => Own("seen");

    /// <summary>Deliveries that wait for their turn.</summary>
    public RedisKey Inbox => Own("inbox");

    /// <summary>All keys a script about the whole conversation may touch, in the order it knows them by.</summary>
    public RedisKey[] All => [State, Lines, Outbox, Tries, Dead, Files, Seen, Inbox, .. Partition.All];

    private RedisKey Own(string what) => $"{Partition.Prefix}{what}:{Member}";
}
