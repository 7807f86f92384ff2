using ComplaintBot.Cases;
using ComplaintBot.Channels;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>What the desk is put together from.</summary>
internal sealed record LiveDeskParts
{
    public required IChatIndex Chats { get; init; }

    public required IConversationStore Store { get; init; }

    public required ICaseLedger Ledger { get; init; }

    /// <summary>The store as other nodes share it; null when there are none.</summary>
    public ISharedStore? Shared { get; init; }

    public required TurnRunner Runner { get; init; }

    public required Brain Brain { get; init; }

    /// <summary>All channels there are: what the desk says goes out by the one a chat came by. They are added before the first request.</summary>
    public ChannelRegistry Channels { get; } = new();

    /// <summary>Reads files that are sent.</summary>
    public required UploadReader Uploads { get; init; }

    public required IIdSource Ids { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Whether there is anybody to call to what can't wait.</summary>
    public bool Calls { get; init; }

    /// <summary>How many chats one person can have.</summary>
    public int ChatsPerAgent { get; init; } = 8;
}
