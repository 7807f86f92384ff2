using System.Collections.Concurrent;

namespace ComplaintBot.Channels;

/// <summary>Spaces out what is sent: some at once, then one an interval, for each receiver by itself.</summary>
/// <param name="interval">The time between two messages in the long run.</param>
/// <param name="burst">How many may go at once; at least 1.</param>
/// <param name="clock">Our clock.</param>
internal sealed class SendPace(TimeSpan interval, int burst, TimeProvider clock)
{
    private const int SweepAt = 10_000;

    /// <summary>When each receiver's allowance is whole again.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> whole = new();

    /// <summary>Takes a place.</summary>
    /// <returns>How long to wait before sending.</returns>
    public TimeSpan Take(string receiver)
    {
        var now = clock.GetUtcNow();
        Sweep(now);
        var due = whole.AddOrUpdate(receiver, _ => now + interval, (_, before) => (before > now ? before : now) + interval);
        var wait = due - now - (interval * burst);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Notes that the other side wants to be left alone.</summary>
    public void Hold(string receiver, TimeSpan wait)
    {
        var until = clock.GetUtcNow() + wait + (interval * (burst - 1));
        whole.AddOrUpdate(receiver, until, (_, before) => before > until ? before : until);
    }

    private void Sweep(DateTimeOffset now)
    {
        if (whole.Count < SweepAt) return;
        foreach (var (receiver, due) in whole)
            if (due <= now) whole.TryRemove(new(receiver, due));
    }
}
