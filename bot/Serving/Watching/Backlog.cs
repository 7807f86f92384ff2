using System.Diagnostics.Metrics;
using System.Globalization;
using ComplaintBot.Desk;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Watching;

namespace ComplaintBot.Serving.Watching;

/// <summary>
/// What waits: customers for a person, lines for their customer. It is read from the store every few seconds, for a collector that asks does not
/// wait. Every node of several tells the same.
/// </summary>
internal sealed class Backlog : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly IConversationStore store;
    private readonly IChatIndex chats;
    private readonly TimeProvider clock;
    private readonly Meter meter = new(Instruments.Name);
    private readonly DueWork rounds;
    private volatile IReadOnlyList<WaitingChat> waiting = [];
    private long unsentSince;

    /// <summary>Begins to read.</summary>
    public Backlog(IConversationStore store, IChatIndex chats, TimeProvider clock)
    {
        (this.store, this.chats, this.clock) = (store, chats, clock);
        meter.CreateObservableGauge("complaintbot.queue.waiting", Waiting, "{chat}", "Chats that wait for a person, by priority.");
        meter.CreateObservableGauge("complaintbot.queue.longest_wait", LongestWait, "s", "How long the chat that has waited longest for a person waits.");
        meter.CreateObservableGauge("complaintbot.outbox.age", OutboxAge, "s", "How long the line that has waited longest for its customer waits.");

        // Health and the log say why a store can't be read; what was read last is told until it can.
        rounds = new DueWork(ReadAsync, _ => { }, Between, clock);
        rounds.Ring();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await rounds.DisposeAsync().ConfigureAwait(false);
        meter.Dispose();
    }

    private IEnumerable<Measurement<int>> Waiting() => Enumerable.Range(0, 4).Select(priority =>
        new Measurement<int>(waiting.Count(chat => chat.Priority == priority), new KeyValuePair<string, object?>("priority", priority.ToString(CultureInfo.InvariantCulture))));

    private double LongestWait() => waiting is { Count: > 0 } some ? Seconds(some.Min(chat => chat.QueuedAt)) : 0;

    private double OutboxAge() => Interlocked.Read(ref unsentSince) is > 0 and var ticks ? Seconds(new(ticks, TimeSpan.Zero)) : 0;

    private double Seconds(DateTimeOffset since) => Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        waiting = await chats.WaitingAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.Exchange(ref unsentSince, (await store.OldestUnsentAsync(cancellationToken).ConfigureAwait(false))?.UtcTicks ?? 0);
    }
}
