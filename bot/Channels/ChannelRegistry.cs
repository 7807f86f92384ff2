using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels;

/// <summary>
/// All channels that are switched on: each conversation's lines go out, its deliveries are worked off, and what the desk does to it is told,
/// by the channel its key begins with.
/// </summary>
internal sealed class ChannelRegistry : IActivitySender, IInboxOwner, IDisposable
{
    private readonly List<IChannel> channels = [];

    /// <summary>What a person has to put right, a sentence a channel.</summary>
    public IEnumerable<string> Troubles => channels.Select(channel => channel.Trouble).OfType<string>();

    /// <summary>Adds a channel. All are added before the first request.</summary>
    /// <exception cref="ArgumentException">Another channel has keys that begin so.</exception>
    public void Add(IChannel channel)
    {
        var (prefix, taken) = (channel.Prefix, channels.Find(one => one.Prefix.StartsWith(channel.Prefix, StringComparison.Ordinal) || channel.Prefix.StartsWith(one.Prefix, StringComparison.Ordinal)));
        if (taken is not null) throw new ArgumentException($"The channels '{taken.Prefix}' and '{prefix}' cannot be told apart.", nameof(channel));
        channels.Add(channel);
    }

    /// <summary>The channel of a conversation; null for one that this process does not serve.</summary>
    public IChannel? Find(ConversationKey key) => channels.Find(channel => key.Channel.StartsWith(channel.Prefix, StringComparison.Ordinal));

    /// <summary>Whether platforms call at an address.</summary>
    public bool IsHook(PathString path) => channels.Exists(channel => channel.Hook is { } hook && path.StartsWithSegments(hook, StringComparison.Ordinal));

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

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.OfType<IDisposable>()) channel.Dispose();
    }

    /// <summary>How many messages may still be sent in a conversation and until when; null where there is no such limit.</summary>
    public ValueTask<ReplyWindow?> WindowOfAsync(ConversationKey key, CancellationToken cancellationToken) => Find(key)?.WindowOfAsync(key, cancellationToken) ?? ValueTask.FromResult<ReplyWindow?>(null);

    /// <inheritdoc/>
    public Task SendAsync(OutboxLine line, CancellationToken cancellationToken) =>
        Find(line.Key)?.SendAsync(line, cancellationToken) ?? throw new DeliveryException($"{new Sentence("not-served", ("channel", line.Key.Channel))}", permanent: false) { Kind = DeliveryTrouble.NeedsOperator };

    /// <inheritdoc/>
    public int Together(IReadOnlyList<OutboxLine> lines) => Find(lines[0].Key)?.Together(lines) ?? 1;

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound) => Of(inbound.Key).SiteOf(inbound);

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => Find(inbound.Key)?.ApologyFor(inbound) ?? ChannelTexts.For(inbound.Activity.Locale)["turn-failed"];

    /// <inheritdoc/>
    public string AddressOf(ConversationKey key, string file) => Of(key).AddressOf(key, file);

    /// <inheritdoc/>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines) => Find(key)?.Answered(key, lines);

    /// <inheritdoc/>
    public TimeSpan? PauseOf(ConversationKey key) => Find(key)?.PauseOf(key);

    /// <inheritdoc/>
    public Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken) => Find(inbound.Key)?.PrepareAsync(inbound, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public void Pass(ConversationKey key, Activity passing) => Find(key)?.Pass(key, passing);

    private IChannel Of(ConversationKey key) => Find(key) ?? throw new StoreException($"Messages of the channel {key.Channel} wait in the inbox and it is switched off. Switch it on, or let it work off what it has before it is taken out.");
}
