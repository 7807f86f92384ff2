using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Who works at the desk, for everything else that has to know: routing, commands, paging.</summary>
internal sealed class DeskPeople(DeskParts parts)
{
    /// <summary>What a person's presence is, by id; set by whoever keeps presence.</summary>
    public Func<string, string?> PresenceOf { get; set; } = _ => null;

    /// <summary>Told the id of a person whose sessions were ended, and the session that stays, if any: open sockets are closed by it.</summary>
    public Action<string, string?> SignedOut { get; set; } = (_, _) => { };

    /// <summary>Told the id of a session that was ended by itself: its open sockets are closed, those of the person's others stay.</summary>
    public Action<string> SessionEnded { get; set; } = _ => { };

    /// <summary>A person who may sign in, or null.</summary>
    public async Task<DeskAccount?> FindAsync(string id, CancellationToken cancellationToken) =>
        await parts.Accounts.FindAsync(id, cancellationToken).ConfigureAwait(false) is { IsActive: true } account ? account : null;

    /// <summary>A person who may sign in, by name, or null.</summary>
    public async Task<DeskAccount?> NamedAsync(string name, CancellationToken cancellationToken) =>
        await parts.Accounts.FindByKeyAsync(KeyOf(name), cancellationToken).ConfigureAwait(false) is { IsActive: true } account ? account : null;

    /// <summary>Whether a session still lets somebody in.</summary>
    public async Task<bool> IsOpenAsync(string session, CancellationToken cancellationToken) =>
        await parts.Sessions.FindAsync(session, cancellationToken).ConfigureAwait(false) is { } known
        && known.LetsIn(await parts.Accounts.FindAsync(known.Account, cancellationToken).ConfigureAwait(false), parts.Clock.GetUtcNow(), parts.Settings.IdleFor);

    /// <summary>Everybody who may sign in, by name.</summary>
    public async Task<IReadOnlyList<DeskAccount>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await parts.Accounts.AllAsync(cancellationToken).ConfigureAwait(false)).Where(account => account is { IsActive: true, PasswordHash: not null })];

    /// <summary>All teams, by name.</summary>
    public Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancellationToken) => parts.Accounts.TeamsAsync(cancellationToken);

    /// <summary>The authority a person's role has over remedies; null for roles that have nothing to grant.</summary>
    public static Role? AuthorityOf(DeskRole role) => role switch
    {
        DeskRole.Agent or DeskRole.Pr => Role.Agent,
        DeskRole.Supervisor => Role.Supervisor,
        DeskRole.Manager => Role.Manager,
        _ => null,
    };

    /// <summary>What a person may grant in one case, by currency: the least that holds in all of the person's playbooks.</summary>
    public IReadOnlyDictionary<string, decimal> LimitsOf(DeskAccount account)
    {
        var least = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        if (AuthorityOf(account.Role) is not { } role) return least;
        foreach (var playbook in parts.Shelf.Current.All.Where(playbook => account.Playbooks.Count == 0 || account.Playbooks.Contains(playbook.Id)))
            foreach (var (currency, limit) in RemedyAuthority.LimitsOf(playbook, role))
                least[currency] = least.TryGetValue(currency, out var other) ? Math.Min(other, limit) : limit;
        return least;
    }

    /// <summary>A name as names are compared.</summary>
    public static string KeyOf(string name) => name.Trim().ToUpperInvariant();
}
