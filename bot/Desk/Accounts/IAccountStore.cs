namespace ComplaintBot.Desk.Accounts;

/// <summary>Where people, teams and invitations are kept.</summary>
internal interface IAccountStore
{
    /// <summary>The person of an id, or null.</summary>
    Task<DeskAccount?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The person of a name, as <see cref="DeskAccount.Key"/> has it, or null.</summary>
    Task<DeskAccount?> FindByKeyAsync(string key, CancellationToken cancellationToken);

    /// <summary>Everybody, by name.</summary>
    Task<IReadOnlyList<DeskAccount>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Adds a person.</summary>
    Task<AccountOutcome> TryAddAsync(DeskAccount account, CancellationToken cancellationToken);

    /// <summary>Saves a person, unless somebody else has since it was read; its version then counts one up.</summary>
    Task<AccountOutcome> TryUpdateAsync(DeskAccount account, CancellationToken cancellationToken);

    /// <summary>All teams, by name.</summary>
    Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancellationToken);

    /// <summary>Adds or replaces a team; false when another one has the name.</summary>
    Task<bool> TryKeepTeamAsync(Team team, CancellationToken cancellationToken);

    /// <summary>Removes a team, also from its people; false when there is none of the id.</summary>
    Task<bool> RemoveTeamAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps the only invitation of a person; an earlier one is void.</summary>
    /// <param name="account">Who is invited; the invitation ends when the person's stamp changes.</param>
    /// <param name="hash">The hash of the token.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task InviteAsync(DeskAccount account, string hash, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Whom a token invites, or null when it is unknown, used or has run out.</summary>
    Task<DeskAccount?> InvitedAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken);
}
