namespace ComplaintBot.Turns;

/// <summary>Which channel a conversation belongs to, for what the desk does to it.</summary>
internal sealed class ChannelRegistry
{
    private readonly List<(string Prefix, IInboxOwner Owner)> channels = [];

    /// <summary>Adds a channel. All are added before the first request.</summary>
    /// <param name="prefix">What the names of its accounts begin with.</param>
    /// <param name="owner">The channel.</param>
    /// <exception cref="ArgumentException">Another channel has names that begin so.</exception>
    public void Add(string prefix, IInboxOwner owner)
    {
        if (channels.Find(one => one.Prefix.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(one.Prefix, StringComparison.Ordinal)) is { Prefix: { } taken })
            throw new ArgumentException($"The channels '{taken}' and '{prefix}' cannot be told apart.", nameof(prefix));
        channels.Add((prefix, owner));
    }

    /// <summary>The channel of a conversation; null for one that this process does not serve.</summary>
    public IInboxOwner? Of(ConversationKey key)
    {
        foreach (var (prefix, owner) in channels)
            if (key.Channel.StartsWith(prefix, StringComparison.Ordinal)) return owner;
        return null;
    }
}
