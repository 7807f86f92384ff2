using System.Collections.Concurrent;
using System.Threading.Channels;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>
/// The pages that are open now. A notice says only that there may be something new: whoever gets it reads on from where it was, so a lost
/// notice loses nothing. Typing alone is passed on by value, since it is kept nowhere.
/// </summary>
internal sealed class LivePages(TimeProvider clock)
{
    private const int Backlog = 64;

    /// <summary>How long a page that polls counts as open after its last request.</summary>
    private static readonly TimeSpan PollsWithin = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan ForgetAfter = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<ConversationKey, Page> pages = new();
    private long nextSweep;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How many sockets are open.</summary>
    public int Sockets => pages.Sum(page => page.Value.Sockets);

    /// <summary>Listens to a conversation; null when it has too many listeners. Dispose it to stop.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="most">How many listeners it may have.</param>
    public Listener? Listen(ConversationKey key, int most)
    {
        var listener = new Listener(this, key);
        return Of(key).Add(listener, most) ? listener : null;
    }

    /// <summary>Says that there may be something new.</summary>
    public void Notify(ConversationKey key) => Send(key, null);

    /// <summary>Passes on something that is not kept.</summary>
    public void Pass(ConversationKey key, Activity activity) => Send(key, activity);

    /// <summary>Notes that the page was heard of.</summary>
    public void Seen(ConversationKey key)
    {
        Of(key).Seen = clock.GetUtcNow();
        Sweep();
    }

    /// <summary>Whether the page was heard of a short time ago: its conversation is there.</summary>
    public bool IsKnown(ConversationKey key) => pages.TryGetValue(key, out var page) && clock.GetUtcNow() - page.Seen < ForgetAfter;

    /// <summary>Whether the page is still open.</summary>
    public bool IsOpen(ConversationKey key) => pages.TryGetValue(key, out var page) && (page.Sockets > 0 || clock.GetUtcNow() - page.Seen < PollsWithin);

    /// <summary>True the first time it is asked for a conversation; again after the page was forgotten.</summary>
    public bool IsFirst(ConversationKey key) => Of(key).TakeFirst();

    private Page Of(ConversationKey key) => pages.GetOrAdd(key, _ => new Page { Seen = clock.GetUtcNow() });

    private void Send(ConversationKey key, Activity? activity)
    {
        if (pages.TryGetValue(key, out var page)) page.Send(activity);
    }

    private void Sweep()
    {
        var (now, due) = (clock.GetUtcNow(), Interlocked.Read(ref nextSweep));
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref nextSweep, (now + ForgetAfter).UtcTicks, due) != due) return;
        foreach (var (key, page) in pages)
            if (page.Sockets == 0 && now - page.Seen > ForgetAfter) pages.TryRemove(key, out _);
    }

    /// <summary>One socket's view of a conversation: what arrives here is either something to pass on, or null for "look again".</summary>
    internal sealed class Listener(LivePages owner, ConversationKey key) : IDisposable
    {
        // Dropping the oldest loses no notice: as long as anything is left in the backlog, the reader will look again.
        private readonly Channel<Activity?> notices = Channel.CreateBounded<Activity?>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });

        public ChannelReader<Activity?> Notices => notices.Reader;

        public void Dispose()
        {
            if (owner.pages.TryGetValue(key, out var page)) page.Remove(this, owner.Now);
        }

        internal void Take(Activity? activity) => notices.Writer.TryWrite(activity);
    }

    private sealed class Page
    {
        private readonly Lock guard = new();
        private readonly List<Listener> listeners = [];
        private int asked;

        public DateTimeOffset Seen { get; set; }

        public int Sockets
        {
            get
            {
                lock (guard) return listeners.Count;
            }
        }

        public bool TakeFirst() => Interlocked.Exchange(ref asked, 1) == 0;

        public bool Add(Listener listener, int most)
        {
            lock (guard)
            {
                if (listeners.Count >= most) return false;
                listeners.Add(listener);
                return true;
            }
        }

        public void Remove(Listener listener, DateTimeOffset now)
        {
            lock (guard) listeners.Remove(listener);
            Seen = now;
        }

        public void Send(Activity? activity)
        {
            lock (guard)
                foreach (var listener in listeners) listener.Take(activity);
        }
    }
}
