using ComplaintBot.Desk.Handoff;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

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

    /// <summary>How passwords are hashed.</summary>
    public IOptions<PasswordHasherOptions> Hashing { get; init; } = AccountHashing.Options;

    /// <summary>Where the keys lie that seal cookies and secrets; all nodes share them.</summary>
    public required IXmlRepository Keys { get; init; }
}
