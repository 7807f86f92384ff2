using ComplaintBot.Turns;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels;

/// <summary>All channels that are switched on: each conversation's lines go out, and its deliveries are worked off, by the channel its key begins with.</summary>
internal sealed class ChannelRegistry(IReadOnlyList<IChannel> channels) : IActivitySender, IInboxOwner
{
    /// <summary>What a person has to put right, a sentence a channel.</summary>
    public IEnumerable<string> Troubles => channels.Select(channel => channel.Trouble).OfType<string>();

    /// <summary>Adds the addresses of all.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var channel in channels) channel.Map(routes);
    }

    /// <summary>Lets all begin.</summary>
    public void Start()
    {
        foreach (var channel in channels) channel.Start();
    }

    /// <summary>Ends all.</summary>
    public Task StopAsync() => Task.WhenAll(channels.Select(channel => channel.StopAsync()));

    /// <summary>How many messages may still be sent in a conversation and until when; null where there is no such limit.</summary>
    public ReplyWindow? WindowOf(ConversationKey key) => Find(key)?.WindowOf(key);

    /// <inheritdoc/>
    public Task SendAsync(OutboxLine line, CancellationToken cancellationToken) =>
        Find(line.Key)?.SendAsync(line, cancellationToken) ?? throw new DeliveryException($"The channel {line.Key.Channel} is not served by this process: switch it on in the settings.", permanent: false);

    /// <inheritdoc/>
    public int Together(IReadOnlyList<OutboxLine> lines) => Find(lines[0].Key)?.Together(lines) ?? 1;

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound) => Of(inbound.Key).SiteOf(inbound);

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => Find(inbound.Key)?.ApologyFor(inbound) ?? ChannelTexts.For(inbound.Activity.Locale)["turn-failed"];

    /// <inheritdoc/>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines) => Find(key)?.Answered(key, lines);

    /// <inheritdoc/>
    public TimeSpan? PauseOf(ConversationKey key) => Find(key)?.PauseOf(key);

    /// <inheritdoc/>
    public Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken) => Find(inbound.Key)?.PrepareAsync(inbound, cancellationToken) ?? Task.CompletedTask;

    private IChannel? Find(ConversationKey key) => channels.FirstOrDefault(channel => key.Channel.StartsWith(channel.Prefix, StringComparison.Ordinal));

    private IChannel Of(ConversationKey key) => Find(key) ?? throw new StoreException($"Messages of the channel {key.Channel} wait in the inbox and it is switched off. Switch it on, or let it work off what it has before it is taken out.");
}
