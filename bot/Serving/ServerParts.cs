using ComplaintBot.Desk;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Turns;

namespace ComplaintBot.Serving;

/// <summary>What the server is put together from.</summary>
internal sealed record ServerParts
{
    public required IConversationStore Store { get; init; }

    /// <summary>The store as other nodes share it; null when there are none.</summary>
    public ISharedStore? Shared { get; init; }

    public required IChannelNotes Notes { get; init; }

    public required TurnRunner Runner { get; init; }

    public required IIdSource Ids { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Who works at the desk.</summary>
    public required DeskParts Desk { get; init; }

    /// <summary>What the desk works with.</summary>
    public required LiveDeskParts Live { get; init; }

    /// <summary>The ids of all playbooks there are right now.</summary>
    public required Func<IReadOnlyList<string>> Playbooks { get; init; }

    /// <summary>What is wrong with the playbooks since they were last changed, or null.</summary>
    public required Func<string?> PlaybookTrouble { get; init; }

    /// <summary>Why cases and people can't be read right now, or null.</summary>
    public Func<CancellationToken, Task<string?>> LedgerTrouble { get; init; } = _ => Task.FromResult<string?>(null);

    /// <summary>The key tokens are signed with, when it is neither in the settings nor in a file.</summary>
    public byte[]? SigningKey { get; init; }

    /// <summary>Why messages are read without the service that is set up for it, or null.</summary>
    public Func<string?> LanguageTrouble { get; init; } = () => null;

    /// <summary>What a person has to put right for a channel to work.</summary>
    public Func<IEnumerable<string>> ChannelTroubles { get; init; } = () => [];
}
