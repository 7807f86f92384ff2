using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns.Redis;

/// <summary>All that a node needs of Redis, opened and closed together.</summary>
internal sealed class RedisStore : ISharedStore, IAsyncDisposable
{
    private readonly RedisLink link;
    private readonly RedisNodes nodes;
    private readonly CaseRelay relay;

    private RedisStore(RedisLink link, RedisNodes nodes, RedisLedger ledger, IIdSource ids, TimeProvider clock, ILogger log)
    {
        (this.link, this.nodes) = (link, nodes);
        relay = new CaseRelay(link, ledger.Register, clock, log);
        var outbox = new RedisOutbox(link, nodes);
        var turns = new RedisTurns(link, nodes, new RedisCaseNumbers(link, ledger.Register, ids)) { Filed = relay.Ring };
        Store = new RedisConversationStore(link, turns, new RedisInbox(link, nodes), outbox);
        Chats = new RedisChatIndex(link, ledger.Reads);
        Ledger = new RelayedCaseLedger(ledger.Ledger, relay, link);
    }

    /// <summary>Where conversations are kept.</summary>
    public RedisConversationStore Store { get; }

    /// <summary>The lists of the desk.</summary>
    public RedisChatIndex Chats { get; }

    /// <summary>The ledger, never behind.</summary>
    public RelayedCaseLedger Ledger { get; }

    /// <summary>Brings case events to the ledger.</summary>
    public CaseRelay Relay => relay;

    /// <summary>The nodes that share the store.</summary>
    public RedisNodes Nodes => nodes;

    /// <inheritdoc/>
    public string? Trouble => link.Trouble ?? relay.Trouble;

    /// <summary>Connects, and warns of whatever may lose what was acknowledged.</summary>
    /// <exception cref="StoreException">Redis can't be reached.</exception>
    public static async Task<RedisStore> OpenAsync(RedisSettings settings, RedisLedger ledger, IIdSource ids, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        var link = await RedisLink.OpenAsync(settings, clock, cancellationToken).ConfigureAwait(false);
        foreach (var weakness in await link.WeaknessesAsync().ConfigureAwait(false)) RedisLog.Weak(log, weakness);
        return new(link, await RedisNodes.JoinAsync(link, clock, cancellationToken).ConfigureAwait(false), ledger, ids, clock, log);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationKey>> TakeOverAsync(CancellationToken cancellationToken) => nodes.TakeOverAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<byte[]>> ExchangeAsync(byte[] own, CancellationToken cancellationToken) => nodes.ExchangeAsync(own, cancellationToken);

    /// <inheritdoc/>
    public Task ListenAsync(Action<ConversationKey, long> changed, CancellationToken cancellationToken) => link.ListenAsync(
        message =>
        {
            var space = message.LastIndexOf(' ');
            changed(ConversationKey.Parse(message[..space]), Millis.Number(message.AsSpan(space + 1)));
        },
        cancellationToken);

    /// <summary>Stops bringing and beating, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync().ConfigureAwait(false);
        await nodes.DisposeAsync().ConfigureAwait(false);
        await link.DisposeAsync().ConfigureAwait(false);
    }
}
