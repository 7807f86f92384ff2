using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>What everybody at the desk has to do right now.</summary>
/// <param name="chats">Who has which chat.</param>
/// <param name="colleagues">Who there is.</param>
/// <param name="presence">Who is there.</param>
/// <param name="chatsPerAgent">How many chats one person can have.</param>
internal sealed class DeskLoads(IChatIndex chats, IColleagues colleagues, Presence presence, int chatsPerAgent)
{
    /// <summary>The load of everybody who may do something to chats.</summary>
    public async Task<IReadOnlyList<PersonLoad>> AllAsync(CancellationToken cancellationToken)
    {
        var held = (await chats.HeldAsync(cancellationToken).ConfigureAwait(false)).ToLookup(chat => chat.Agent);
        return [.. (await colleagues.AllAsync(cancellationToken).ConfigureAwait(false)).Where(person => person.MayAct).Select(person => Of(person, [.. held[person.Id]]))];
    }

    /// <summary>To whom a chat can be given: everybody who may have one, and the teams with how many of them are there.</summary>
    public async Task<Company> CompanyAsync(CancellationToken cancellationToken)
    {
        var there = (await colleagues.AllAsync(cancellationToken).ConfigureAwait(false)).Where(person => person.MayAct && presence.IsOnline(person.Id)).SelectMany(person => person.Teams).ToLookup(team => team);
        var teams = await colleagues.TeamsAsync(cancellationToken).ConfigureAwait(false);
        return new(await AllAsync(cancellationToken).ConfigureAwait(false), [.. teams.Select(team => new TeamThere(team.Id, team.Name, there[team.Id].Count()))]);
    }

    /// <summary>What a person is there for: as they said, unless they have as many chats as one can have.</summary>
    public async Task<PresenceState> StateOfAsync(string person, CancellationToken cancellationToken)
    {
        var held = await chats.HeldAsync(cancellationToken).ConfigureAwait(false);
        return State(person, held.Count(chat => chat.Agent == person));
    }

    private PersonLoad Of(Colleague person, IReadOnlyList<HeldChat> held) =>
        new(person.Id, person.Name, person.Role, State(person.Id, held.Count), presence.IsOnline(person.Id), held.Count, held.Min(chat => chat.UnansweredSince));

    private PresenceState State(string person, int chats) => presence.StateOf(person) is PresenceState.Free && chats >= chatsPerAgent ? PresenceState.Full : presence.StateOf(person);
}
