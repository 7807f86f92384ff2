using ComplaintBot.Desk.Handoff;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What accounts, pages and handoffs are put together from.</summary>
internal sealed record DeskParts
{
    public required IAccountStore Accounts { get; init; }

    public required ISessionStore Sessions { get; init; }

    public required IPageStore Pages { get; init; }

    public required IHandoffStore Handoffs { get; init; }

    public required PlaybookShelf Shelf { get; init; }

    public required IIdSource Ids { get; init; }

    public required TimeProvider Clock { get; init; }

    public required DeskSettings Settings { get; init; }

    /// <summary>The folder of the keys that seal cookies and secrets.</summary>
    public required string Keys { get; init; }
}
