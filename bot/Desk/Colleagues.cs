using ComplaintBot.Desk.Accounts;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk;

/// <summary>The people of the accounts, with what their teams add to them.</summary>
internal sealed class Colleagues(DeskPeople people) : IColleagues
{
    /// <summary>Somebody who is signed in.</summary>
    public async Task<Colleague> OfAsync(DeskIdentity identity, CancellationToken cancellationToken) => Of(identity.Account, await people.TeamsAsync(cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<Colleague?> FindAsync(string id, CancellationToken cancellationToken) =>
        await people.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } account ? Of(account, await people.TeamsAsync(cancellationToken).ConfigureAwait(false)) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellationToken)
    {
        var teams = await people.TeamsAsync(cancellationToken).ConfigureAwait(false);
        return [.. (await people.AllAsync(cancellationToken).ConfigureAwait(false)).Select(account => Of(account, teams))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskName>> TeamsAsync(CancellationToken cancellationToken) =>
        [.. (await people.TeamsAsync(cancellationToken).ConfigureAwait(false)).Select(team => new DeskName(team.Id, team.Name))];

    /// <summary>What everybody and every team is called, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        foreach (var account in await people.AllAsync(cancellationToken).ConfigureAwait(false)) names[account.Id] = account.Name;
        foreach (var team in await people.TeamsAsync(cancellationToken).ConfigureAwait(false)) names[team.Id] = team.Name;
        return names;
    }

    /// <summary>A person can do what they and their teams can: who names no playbook or language takes what the teams name.</summary>
    private static Colleague Of(DeskAccount account, IReadOnlyList<Team> teams)
    {
        Team[] own = [.. teams.Where(team => account.Teams.Contains(team.Id))];
        return new(account.Id, account.Name, account.Role.Id())
        {
            Teams = account.Teams,
            Languages = account.Languages.Count > 0 ? account.Languages : All(own, team => team.Languages),
            Playbooks = account.Playbooks.Count > 0 ? account.Playbooks : All(own, team => team.Playbooks),
            TakesAbuse = own.Any(team => team.ForAbuse),
        };
    }

    /// <summary>What teams name together; one that names none takes all.</summary>
    private static IReadOnlyList<string> All(Team[] teams, Func<Team, IReadOnlyList<string>> named) =>
        teams.Any(team => named(team).Count == 0) ? [] : [.. teams.SelectMany(named).Distinct()];
}
