using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Turns;

public sealed class OutboxRelayTests : IDisposable
{
    private static readonly ConversationKey Other = new("web", "talk-2");

    private readonly TempFolder folder = new();
    private readonly ManualClock clock = new(Given.Now);
    private readonly Channel channel = new();
    private readonly SqliteDatabase database;
    private readonly SqliteConversationStore store;
    private readonly OutboxRelay relay;

    public OutboxRelayTests()
    {
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        store = new SqliteConversationStore(database);
        relay = new OutboxRelay(store, channel, clock);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_delivered_once_and_in_order()
    {
        await Commit(Given.Key, "1", 0, "a", "b");
        await Commit(Given.Key, "2", 1, "c");
        await Commit(Other, "1", 0, "x");

        Assert.Equal(4, await relay.DeliverDueAsync(default));
        Assert.Equal(0, await relay.DeliverDueAsync(default));

        Assert.Equal(["a", "b", "c"], channel.To(Given.Key));
        Assert.Equal(["x"], channel.To(Other));
    }

    [Fact]
    public async Task More_than_a_portion_goes_out_in_one_pass()
    {
        await Commit(Given.Key, "1", 0, [.. Enumerable.Range(0, 450).Select(i => $"{i}")]);

        Assert.Equal(450, await relay.DeliverDueAsync(default));
        Assert.Equal(Enumerable.Range(0, 450).Select(i => $"{i}"), channel.To(Given.Key));
    }

    [Fact]
    public async Task A_line_that_fails_holds_back_its_conversation_and_no_other()
    {
        await Commit(Given.Key, "1", 0, "a", "b", "c");
        await Commit(Other, "1", 0, "x");
        channel.Refuse = line => line.Activity.Text == "b" ? new DeliveryException("busy", permanent: false) : null;

        Assert.Equal(2, await relay.DeliverDueAsync(default));
        Assert.Equal(["a"], channel.To(Given.Key));
        Assert.Equal(["x"], channel.To(Other));

        channel.Refuse = _ => null;
        Assert.Equal(0, await relay.DeliverDueAsync(default));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await relay.DeliverDueAsync(default));
        Assert.Equal(["a", "b", "c"], channel.To(Given.Key));
    }

    [Fact]
    public async Task The_pause_doubles_from_a_second_to_five_minutes()
    {
        await Commit(Given.Key, "1", 0, "a");
        channel.Refuse = _ => new DeliveryException("busy", permanent: false);
        await relay.DeliverDueAsync(default);

        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
        {
            var tried = channel.Tried;
            clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            await relay.DeliverDueAsync(default);
            Assert.Equal(tried, channel.Tried);
            clock.Advance(TimeSpan.FromTicks(1));
            await relay.DeliverDueAsync(default);
            Assert.Equal(tried + 1, channel.Tried);
        }
    }

    [Fact]
    public async Task After_a_hundred_failures_the_pause_is_still_five_minutes()
    {
        await Commit(Given.Key, "1", 0, "a");
        for (var i = 0; i < 100; i++) await store.MarkFailedAsync(Given.Key, 2, clock.GetUtcNow(), "busy", default);
        channel.Refuse = _ => new DeliveryException("busy", permanent: false);

        await relay.DeliverDueAsync(default);
        clock.Advance(TimeSpan.FromMinutes(5));
        channel.Refuse = _ => null;

        Assert.Equal(1, await relay.DeliverDueAsync(default));
    }

    [Fact]
    public async Task What_can_never_be_delivered_is_given_up_and_blocks_nothing()
    {
        await Commit(Given.Key, "1", 0, "a", "b", "c");
        channel.Refuse = line => line.Activity.Text == "a" ? new DeliveryException("blocked by the customer", permanent: true) : null;

        Assert.Equal(2, await relay.DeliverDueAsync(default));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await relay.DeliverDueAsync(default));

        Assert.Equal(["b", "c"], channel.To(Given.Key));
        Assert.Equal(3, channel.Tried);
    }

    [Fact]
    public async Task A_sender_that_breaks_is_tried_again_and_its_words_are_not_kept()
    {
        await Commit(Given.Key, "1", 0, "a");
        channel.Refuse = _ => new InvalidOperationException("https://channel.example/?token=top-secret");
        await relay.DeliverDueAsync(default);
        channel.Refuse = _ => null;
        clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.Equal(-1, bytes.AsSpan().IndexOf("top-secret"u8));
        }

        Assert.Equal(1, await relay.DeliverDueAsync(default));
    }

    [Fact]
    public async Task Two_passes_at_once_send_no_line_twice()
    {
        await Commit(Given.Key, "1", 0, "a", "b");
        channel.Open = new TaskCompletionSource();
        var passes = new[] { relay.DeliverDueAsync(default), relay.DeliverDueAsync(default) };

        channel.Open.SetResult();

        Assert.Equal(2, (await Task.WhenAll(passes)).Sum());
        Assert.Equal(["a", "b"], channel.To(Given.Key));
    }

    [Fact]
    public async Task A_pass_that_is_stopped_leaves_the_rest_for_the_next_without_counting_a_failure()
    {
        await Commit(Given.Key, "1", 0, "a", "b");
        using var stop = new CancellationTokenSource();
        channel.Open = new TaskCompletionSource();
        var pass = relay.DeliverDueAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);

        channel.Open.SetResult();
        var due = await store.OutboxAsync(clock.GetUtcNow(), 10, default);

        Assert.Equal([0, 0], due.Select(line => line.Attempts));
        Assert.Equal(2, await relay.DeliverDueAsync(default));
    }

    private async Task Commit(ConversationKey key, string id, long version, params string[] says) =>
        Assert.Equal(CommitOutcome.Committed, (await store.TryCommitAsync(Given.Turn(Given.Inbound(id, key), version, "state", says), default)).Outcome);

    /// <summary>The far end of a channel.</summary>
    private sealed class Channel : IActivitySender
    {
        private readonly List<OutboxLine> got = [];

        public Func<OutboxLine, Exception?> Refuse { get; set; } = _ => null;

        public TaskCompletionSource? Open { get; set; }

        public int Tried { get; private set; }

        public async Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
        {
            if (Open is { } open) await open.Task.WaitAsync(cancellationToken);
            lock (got)
            {
                Tried++;
                if (Refuse(line) is { } failure) throw failure;
                got.Add(line);
            }
        }

        public List<string> To(ConversationKey key)
        {
            lock (got) return [.. got.Where(line => line.Key == key).Select(line => line.Activity.Text!)];
        }
    }
}
