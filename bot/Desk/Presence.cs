using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>
/// Who is at the desk, and what they look at. Somebody is there as long as a connection of theirs is open, to whichever node; after a start
/// everybody counts as gone since that start. Connections are those of this node.
/// </summary>
internal sealed class Presence(TimeProvider clock)
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, Connection> connections = [];
    private readonly Dictionary<string, Person> people = [];
    private readonly ConcurrentDictionary<(string Person, ConversationKey Key), DateTimeOffset> doings = new();
    private readonly DateTimeOffset start = clock.GetUtcNow();
    private IReadOnlyList<PresentPerson> elsewhere = [];

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
        lock (guard) return IsHere(person) || elsewhere.Any(one => one.Id == person && one.IsOnline);
    }

    /// <summary>Since when a person is gone; null for one who is there.</summary>
    public DateTimeOffset? GoneSince(string person)
    {
        lock (guard) return IsOnline(person) ? null : LastSeen(person);
    }

    /// <summary>When a person who is there last did anything about a chat, or one who is not was last there. Looking at it is doing.</summary>
    public DateTimeOffset? SeenAt(string person, ConversationKey key)
    {
        lock (guard)
        {
            if (!IsOnline(person)) return LastSeen(person);
            if (Looking(key).Any(one => one.Id == person)) return clock.GetUtcNow();
            DateTimeOffset? here = doings.TryGetValue((person, key), out var at) ? at : null;
            return elsewhere.Where(one => one.Id == person).Select(one => one.Doings.TryGetValue(key.ToString(), out var there) ? there : (DateTimeOffset?)null).Append(here).Max();
        }
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
        lock (guard)
        {
            var there = elsewhere.Where(one => one.Looks.Contains(key.ToString())).Select(one => new DeskName(one.Id, one.Name));
            return [.. connections.Values.Where(one => one.Looks == key).Select(one => new DeskName(one.Person.Id, one.Person.Name)).Concat(there).Distinct()];
        }
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

    /// <summary>The ids of everybody who is there and may do something to chats.</summary>
    public IReadOnlyList<string> Acting()
    {
        lock (guard) return [.. connections.Values.Where(one => one.Person.MayAct).Select(one => one.Person.Id).Concat(elsewhere.Where(one => one is { IsOnline: true, MayAct: true }).Select(one => one.Id)).Distinct()];
    }

    /// <summary>What a person is there for, as they said last.</summary>
    public PresenceState StateOf(string person)
    {
        lock (guard)
        {
            var (state, saidAt) = people.TryGetValue(person, out var known) ? (known.State, known.SaidAt ?? DateTimeOffset.MinValue) : (PresenceState.Free, DateTimeOffset.MinValue);
            foreach (var one in elsewhere.Where(one => one.Id == person))
                if (one.SaidAt is { } there && there > saidAt) (state, saidAt) = (one.State, there);
            return state;
        }
    }

    /// <summary>A person says what they are there for.</summary>
    public void Set(string person, PresenceState state)
    {
        lock (guard) (Of(person).State, Of(person).SaidAt) = (state, clock.GetUtcNow());
        Changed();
    }

    /// <summary>Forgets what was done about chats long ago.</summary>
    public void Sweep(DateTimeOffset before)
    {
        foreach (var (what, at) in doings)
            if (at < before) doings.TryRemove(what, out _);
    }

    /// <summary>What the other nodes are to know of this one.</summary>
    public IReadOnlyList<PresentPerson> Own()
    {
        lock (guard)
        {
            var open = connections.Values.ToLookup(one => one.Person.Id);
            return
            [
                .. people.Select(one => new PresentPerson(
                    one.Key, open[one.Key].FirstOrDefault()?.Person.Name ?? "", open[one.Key].Any(own => own.Person.MayAct), one.Value.Connections > 0, one.Value.SeenAt, one.Value.State, one.Value.SaidAt,
                    [.. open[one.Key].Select(own => own.Looks?.ToString()).OfType<string>().Distinct()],
                    doings.Where(done => done.Key.Person == one.Key).ToDictionary(done => done.Key.Key.ToString(), done => done.Value))),
            ];
        }
    }

    /// <summary>Hears who is at the other nodes: all of them, for those that were there and are not told of have gone, or their node has.</summary>
    /// <returns>Whether people came, went or changed what they are there for; and the chats that others look at than before.</returns>
    public (bool People, IReadOnlyList<ConversationKey> Looking) Hear(IReadOnlyList<PresentPerson> others)
    {
        lock (guard)
        {
            var before = elsewhere;
            foreach (var gone in before.Where(one => one.IsOnline && !others.Any(other => other.Id == one.Id && other.IsOnline))) Of(gone.Id).SeenAt = clock.GetUtcNow();
            elsewhere = others;
            var people = !before.Select(Shown).ToHashSet().SetEquals(others.Select(Shown));
            var (looked, look) = (before.SelectMany(Looks).ToHashSet(), others.SelectMany(Looks).ToHashSet());
            looked.SymmetricExceptWith(look);
            return (people, [.. looked.Select(one => one.Key).Distinct().Select(ConversationKey.Parse)]);
        }

        static (string, bool, PresenceState) Shown(PresentPerson one) => (one.Id, one.IsOnline, one.State);
        static IEnumerable<(string Id, string Key)> Looks(PresentPerson one) => one.Looks.Select(key => (one.Id, key));
    }

    private bool IsHere(string person) => people.TryGetValue(person, out var known) && known.Connections > 0;

    /// <summary>When somebody who is not there was last there.</summary>
    private DateTimeOffset LastSeen(string person) =>
        elsewhere.Where(one => one.Id == person).Select(one => one.SeenAt).Append(people.GetValueOrDefault(person)?.SeenAt).Max() ?? start;

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

        public DateTimeOffset? SaidAt { get; set; }
    }
}
