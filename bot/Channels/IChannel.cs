using ComplaintBot.Turns;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels;

/// <summary>One way customers reach the bot. It knows activities and nothing of complaints.</summary>
internal interface IChannel : IActivitySender, IInboxOwner
{
    /// <summary>How the channel part of its conversations' keys begins, with a hyphen at the end: <c>telegram-</c>.</summary>
    string Prefix { get; }

    /// <summary>Whether customers' clients read the transcript by themselves, so that nothing has to be sent to them.</summary>
    bool IsFetched => false;

    /// <summary>The path a platform calls it at; null where none does.</summary>
    string? Hook => null;

    /// <summary>What a person has to put right for it to work, or null.</summary>
    string? Trouble => null;

    /// <summary>Adds the addresses it is called at.</summary>
    void Map(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Takes up its work: it returns at once and never fails; what goes wrong later is its <see cref="Trouble"/>.</summary>
    void Start()
    {
    }

    /// <summary>How many messages it may still send in a conversation and until when; null where the channel sets no such limit or nothing is known.</summary>
    ValueTask<ReplyWindow?> WindowOfAsync(ConversationKey key, CancellationToken cancellationToken) => ValueTask.FromResult<ReplyWindow?>(null);

    /// <inheritdoc/>
    string IInboxOwner.AddressOf(ConversationKey key, string file) => InboundFiles.PathOf(key, file);

    /// <summary>Ends its work.</summary>
    Task StopAsync() => Task.CompletedTask;
}
