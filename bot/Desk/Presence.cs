using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>
/// Who is at the desk, and what they look at. Somebody is there as long as a connection of theirs is open; after a start everybody counts
/// as gone since that start.
/// </summary>
internal sealed class Presence(TimeProvider clock)
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, Connection> connections = [];
    private readonly Dictionary<string, Person> people = [];
    private readonly ConcurrentDictionary<(string Person, ConversationKey Key), DateTimeOffset> doings = new();
    private readonly DateTimeOffset start = clock.GetUtcNow();

    /// <summary>Told that somebody came, went or changed what they are there for. Set once, before the first connection.</summary>
    public Action Changed { get; set; } = () => { };

    /// <summary>Somebody opened a connection.</summary>
    /// <param name="connection">Its id.</param>
    /// <param name="person">Who.</param>
    /// <param name="session">The session it belongs to.</param>
    /// <param name="close">Closes it.</param>
    public void Join(string connection, Colleague person, string session = "", Action? close = null)
    {
        lock (guard)
        {
            connections[connection] = new(person, session, close ?? (() => { }));
            Of(person.Id).Connections++;
        }

        Changed();
    }

    /// <summary>A connection was closed.</summary>
    /// <returns>What was looked at from it; null when nothing was.</returns>
    public ConversationKey? Leave(string connection)
    {
        ConversationKey? looked;
        lock (guard)
        {
            if (!connections.Remove(connection, out var gone)) return null;
            looked = gone.Looks;
            if (looked is { } key) doings[(gone.Person.Id, key)] = clock.GetUtcNow();
            var person = Of(gone.Person.Id);
            person.Connections--;
            person.SeenAt = clock.GetUtcNow();
        }

        Changed();
        return looked;
    }

    /// <summary>Whether a person is there.</summary>
    public bool IsOnline(string person)
    {
        lock (guard) return people.TryGetValue(person, out var known) && known.Connections > 0;
    }

    /// <summary>Since when a person is gone; null for one who is there.</summary>
    public DateTimeOffset? GoneSince(string person)
    {
        lock (guard) return people.TryGetValue(person, out var known) ? known.Connections > 0 ? null : known.SeenAt ?? start : start;
    }

    /// <summary>When a person who is there last did anything about a chat, or one who is not was last there. Looking at it is doing.</summary>
    public DateTimeOffset? SeenAt(string person, ConversationKey key)
    {
        lock (guard)
        {
            if (!people.TryGetValue(person, out var known) || known.Connections == 0) return known?.SeenAt ?? start;
            if (connections.Values.Any(one => one.Person.Id == person && one.Looks == key)) return clock.GetUtcNow();
        }

        return doings.TryGetValue((person, key), out var at) ? at : null;
    }

    /// <summary>Notes what a connection looks at now; null for nothing.</summary>
    /// <returns>What it looked at before.</returns>
    public ConversationKey? Look(string connection, ConversationKey? key)
    {
        lock (guard)
        {
            if (!connections.TryGetValue(connection, out var one)) return null;
            var before = one.Looks;
            if (before is { } left) doings[(one.Person.Id, left)] = clock.GetUtcNow();
            one.Looks = key;
            return before;
        }
    }

    /// <summary>Notes that a person does something about a chat.</summary>
    public void Does(string person, ConversationKey key) => doings[(person, key)] = clock.GetUtcNow();

    /// <summary>Who looks at a chat.</summary>
    public IReadOnlyList<DeskName> Looking(ConversationKey key)
    {
        lock (guard) return [.. connections.Values.Where(one => one.Looks == key).Select(one => new DeskName(one.Person.Id, one.Person.Name)).Distinct()];
    }

    /// <summary>The connections that look at a chat.</summary>
    public IReadOnlyList<string> Watching(ConversationKey key)
    {
        lock (guard) return [.. connections.Where(one => one.Value.Looks == key).Select(one => one.Key)];
    }

    /// <summary>Every open connection, with whose it is.</summary>
    public IReadOnlyList<(string Connection, Colleague Person)> Connections()
    {
        lock (guard) return [.. connections.Select(one => (one.Key, one.Value.Person))];
    }

    /// <summary>The connections of a person whose sessions have ended.</summary>
    /// <param name="person">The person.</param>
    /// <param name="staying">The session that has not; null when none is left.</param>
    public IReadOnlyList<(string Connection, Action Close)> Ended(string person, string? staying)
    {
        lock (guard) return [.. connections.Where(one => one.Value.Person.Id == person && one.Value.Session != staying).Select(one => (one.Key, one.Value.Close))];
    }

    /// <summary>The connections of one session.</summary>
    public IReadOnlyList<(string Connection, Action Close)> OfSession(string session)
    {
        lock (guard) return [.. connections.Where(one => one.Value.Session == session).Select(one => (one.Key, one.Value.Close))];
    }

    /// <summary>The sessions that have a connection open.</summary>
    public IReadOnlyList<string> Sessions()
    {
        lock (guard) return [.. connections.Values.Select(one => one.Session).Distinct()];
    }

    /// <summary>What a person is there for, as they said.</summary>
    public PresenceState StateOf(string person)
    {
        lock (guard) return people.TryGetValue(person, out var known) ? known.State : PresenceState.Free;
    }

    /// <summary>A person says what they are there for.</summary>
    public void Set(string person, PresenceState state)
    {
        lock (guard) Of(person).State = state;
        Changed();
    }

    /// <summary>Forgets what was done about chats long ago.</summary>
    public void Sweep(DateTimeOffset before)
    {
        foreach (var (what, at) in doings)
            if (at < before) doings.TryRemove(what, out _);
    }

    private Person Of(string id)
    {
        if (!people.TryGetValue(id, out var person)) people[id] = person = new();
        return person;
    }

    private sealed class Connection(Colleague person, string session, Action close)
    {
        public Colleague Person => person;

        public string Session => session;

        public Action Close => close;

        public ConversationKey? Looks { get; set; }
    }

    private sealed class Person
    {
        public int Connections { get; set; }

        public DateTimeOffset? SeenAt { get; set; }

        public PresenceState State { get; set; }
    }
}
