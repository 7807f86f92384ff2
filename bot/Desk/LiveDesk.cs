using ComplaintBot.Channels;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk;

/// <summary>The desk of a running server: who is there, what waits, and who is told of it.</summary>
internal sealed class LiveDesk : IDesk, IAsyncDisposable
{
    private static readonly TimeSpan BetweenSessions = TimeSpan.FromMinutes(1);

    private readonly IChatIndex chats;
    private readonly Waits waits;
    private readonly Absences absences;
    private readonly DueWork sessions;
    private readonly PresenceExchange? exchange;

    /// <summary>Opens the desk, and lets turns know of it.</summary>
    public LiveDesk(LiveDeskParts parts, DeskPeople people, IHubContext<DeskHub> hub, ILogger log)
    {
        (chats, Parts, Colleagues) = (parts.Chats, parts, new Colleagues(people));
        Presence = new Presence(parts.Clock);
        Files = new DeskFiles(parts.Store, parts.Channels.Find, parts.Uploads, parts.Ids);
        Commands = new DeskCommands(parts.Runner, parts.Channels.Find, Colleagues, Files, parts.Clock);
        Queue = new DeskQueue(chats, Commands, Presence);
        Reader = new DeskReader(chats, Queue, parts.Clock);
        Views = new DeskViews(parts, Colleagues);
        Loads = new DeskLoads(chats, Colleagues, Presence, parts.ChatsPerAgent);
        Push = new DeskPush(hub, chats, Presence, Loads, log);
        if (parts.Shared is { } shared) exchange = new PresenceExchange(shared, Presence, (Push.PeopleChanged, Push.LookingAsync), parts.Clock, log);
        Presence.Changed = () =>
        {
            Push.PeopleChanged();
            exchange?.Ring();
        };
        people.PresenceOf = id => Presence.StateOf(id).Id();
        people.SignedOut = (person, staying) => _ = Push.SignOutAsync(Presence.Ended(person, staying));
        people.SessionEnded = session => _ = Push.SignOutAsync(Presence.OfSession(session));
        sessions = new DueWork(_ => CloseEndedAsync(people), failure => DeskLog.SessionsNotLookedAfter(log, failure), BetweenSessions, parts.Clock);
        waits = new Waits(chats, Presence, parts.Clock);
        absences = new Absences(chats, Commands, Presence, parts.Clock, log);
        parts.Runner.Desk = this;
    }

    /// <summary>What it was put together from.</summary>
    public LiveDeskParts Parts { get; }

    /// <summary>Who is there.</summary>
    public Presence Presence { get; }

    /// <summary>Takes files in that people send.</summary>
    public DeskFiles Files { get; }

    /// <summary>Carries commands to their conversations.</summary>
    public DeskCommands Commands { get; }

    /// <summary>What waits.</summary>
    public DeskQueue Queue { get; }

    /// <summary>What people may see.</summary>
    public DeskReader Reader { get; }

    /// <summary>Chats with all there is to know.</summary>
    public DeskViews Views { get; }

    /// <summary>What everybody has to do.</summary>
    public DeskLoads Loads { get; }

    /// <summary>Tells the pages.</summary>
    public DeskPush Push { get; }

    /// <summary>Who works here.</summary>
    public Colleagues Colleagues { get; }

    /// <summary>The channels chats come by.</summary>
    public ChannelRegistry Channels => Parts.Channels;

    /// <inheritdoc/>
    public async Task<DeskStatus> StatusAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken) =>
        await waits.StatusAsync(key, state, cancellationToken).ConfigureAwait(false) with { Calls = Parts.Calls };

    /// <inheritdoc/>
    public async Task<(bool IsOnline, DateTimeOffset? SeenAt)> AgentAsync(ConversationKey key, CancellationToken cancellationToken) =>
        (await chats.FindAsync(key, cancellationToken).ConfigureAwait(false))?.Summary.Agent?.Id is { } agent && !DeskPerson.IsOutside(agent) ? (Presence.IsOnline(agent), Presence.SeenAt(agent, key)) : (false, null);

    /// <inheritdoc/>
    public void Changed(ConversationKey key)
    {
        Push.Changed(key);
        Push.PeopleChanged();
        Rung();
    }

    /// <summary>Told that something changed that may concern people outside of the desk. It must not throw, and not wait.</summary>
    public Action Rung { get; set; } = () => { };

    /// <summary>The customer of a chat writes: told to whoever looks at it.</summary>
    public void CustomerTypes(ConversationKey key) => _ = Push.TypingAsync(key, "customer", new("", ""));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Parts.Runner.Desk = NoDesk.Instance;
        await sessions.DisposeAsync().ConfigureAwait(false);
        if (exchange is not null) await exchange.DisposeAsync().ConfigureAwait(false);
        await absences.DisposeAsync().ConfigureAwait(false);
        await Push.DisposeAsync().ConfigureAwait(false);
        Queue.Dispose();
    }

    /// <summary>A socket is asked for its session when it is opened; one that stays open must not outlive it.</summary>
    private async Task CloseEndedAsync(DeskPeople people)
    {
        foreach (var session in Presence.Sessions())
            if (!await people.IsOpenAsync(session, CancellationToken.None).ConfigureAwait(false)) await Push.SignOutAsync(Presence.OfSession(session)).ConfigureAwait(false);
    }
}
