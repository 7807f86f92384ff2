using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.Turns;

public sealed class InboxWorkerTests : IDisposable
{
    private readonly TurnBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task What_was_accepted_is_worked_off_in_order()
    {
        await using var worker = Worker();
        foreach (var id in (string[])["1", "2", "3"]) await AcceptAsync(id, $"the coat arrived torn, part {id}");

        await worker.Wake(TurnBench.Key);

        Assert.Empty(await bench.Store.InboxAsync(null, 10, default));
        Assert.Equal(["1", "2", "3"], bench.Store.Tried.Select(commit => commit.Inbound.DedupeId));
    }

    [Fact]
    public async Task A_later_process_takes_up_what_was_left()
    {
        await AcceptAsync("1", "the coat arrived torn");
        bench.Restart();
        await using var worker = Worker();

        await worker.ResumeAsync(default);
        await worker.Wake(TurnBench.Key);

        Assert.Equal("the coat arrived torn", (await bench.SaidAsync(outgoing: false)).Single());
        Assert.NotEmpty(await bench.SaidAsync(outgoing: true));
    }

    [Fact]
    public async Task A_turn_that_fails_once_is_run_again()
    {
        var failures = 1;
        bench.Store.Before = (_, _) => failures-- > 0 ? throw new InvalidOperationException("once") : Task.FromResult<CommitOutcome?>(null);
        await using var worker = Worker();
        await AcceptAsync("1", "the coat arrived torn");

        await UntilDoneAsync(worker, worker.Wake(TurnBench.Key));

        Assert.Empty(await bench.Store.InboxAsync(null, 10, default));
        Assert.DoesNotContain("sorry", await bench.SaidAsync(outgoing: true));
    }

    /// <summary>The vector bot-failed: what a client has handed over is answered by a message, never by an error.</summary>
    [Fact]
    public async Task A_turn_that_keeps_failing_is_given_up_with_a_word_and_blocks_nothing()
    {
        bench.Store.Before = (commit, _) => commit.Inbound.DedupeId == "1" && commit.Outgoing.All(said => said.Text != "sorry") ? throw new InvalidOperationException("always") : Task.FromResult<CommitOutcome?>(null);
        await using var worker = Worker();
        await AcceptAsync("1", "the coat arrived torn");
        await AcceptAsync("2", "the cashier shouted at me");

        await UntilDoneAsync(worker, worker.Wake(TurnBench.Key));

        Assert.Equal("sorry", (await bench.SaidAsync(outgoing: true))[0]);
        Assert.True((await bench.SaidAsync(outgoing: true)).Count > 1);
        Assert.Empty(await bench.Store.InboxAsync(null, 10, default));
    }

    [Fact]
    public async Task What_was_told_as_it_was_accepted_is_not_asked_for()
    {
        await using var worker = Worker();
        var arrival = await ArriveAsync("1", "the coat arrived torn");
        var (before, atCommit) = (bench.Store.Looks, -1);
        bench.Store.Before = (_, _) =>
        {
            atCommit = bench.Store.Looks;
            return Task.FromResult<CommitOutcome?>(null);
        };

        await worker.Wake(TurnBench.Key, arrival);

        Assert.Equal(before, atCommit);
        Assert.Single(await bench.SaidAsync(outgoing: false));
        Assert.NotEmpty(await bench.SaidAsync(outgoing: true));
    }

    [Fact]
    public async Task What_was_told_as_it_was_accepted_may_be_long_out_of_date()
    {
        await using var worker = Worker();
        var arrival = await ArriveAsync("1", "the coat arrived torn");
        await bench.SayAsync("past the inbox", "the cashier shouted at me");
        await AcceptAsync("3", "and nobody helped");

        // The first has been worked off by now, the third waits, and the conversation has gone on.
        await worker.Wake(TurnBench.Key, arrival);
        var said = await bench.SaidAsync();
        await worker.Wake(TurnBench.Key, arrival);

        Assert.Empty(await bench.Store.InboxAsync(null, 10, default));
        Assert.Equal(3, (await bench.SaidAsync(outgoing: false)).Count);
        Assert.Equal(said, await bench.SaidAsync());
    }

    [Fact]
    public async Task A_version_that_was_told_and_is_no_more_is_loaded_anew()
    {
        await using var worker = Worker();
        await bench.SayAsync("1", "the coat arrived torn");
        var arrival = await ArriveAsync("2", "the cashier shouted at me");
        await bench.Runner.CommandAsync(bench.Message("3", "and nobody helped"), TurnBench.Retail);

        await worker.Wake(TurnBench.Key, arrival);

        Assert.Equal([0, 1, 1, 2], bench.Store.Tried.Select(commit => commit.ExpectedVersion));
        Assert.Equal(["1", "3", "2", "2"], bench.Store.Tried.Select(commit => commit.Inbound.DedupeId));
    }

    /// <summary>With all at once none would be done in its time: they would take turns at failing for ever.</summary>
    [Fact]
    public async Task Of_many_conversations_so_many_turns_run_at_a_time_that_each_is_done()
    {
        var (running, most) = (0, 0);
        using var full = new SemaphoreSlim(0);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Store.Before = async (_, _) =>
        {
            var now = Interlocked.Increment(ref running);
            for (var seen = most; now > seen; seen = most) Interlocked.CompareExchange(ref most, now, seen);
            if (now == InboxWorker.MostAtOnce) full.Release();
            await go.Task;
            Interlocked.Decrement(ref running);
            return null;
        };
        await using var worker = Worker();

        // Twice as many as may run, and none that waits for another.
        var talks = Enumerable.Range(0, 10_000).Select(i => new ConversationKey("web", $"talk {i}")).DistinctBy(key => (uint)key.GetHashCode() % ConversationGates.Count).Take(2 * InboxWorker.MostAtOnce).ToList();
        foreach (var key in talks) await bench.Runner.AcceptAsync(bench.Message("1", "the coat arrived torn", key), default);

        var done = Task.WhenAll(talks.Select(key => worker.Wake(key)));
        Assert.True(await full.WaitAsync(TimeSpan.FromMinutes(1)));
        go.SetResult();
        await done;

        Assert.Equal(InboxWorker.MostAtOnce, most);
        Assert.Empty(await bench.Store.InboxAsync(null, 10, default));
    }

    [Fact]
    public async Task Stopping_leaves_what_is_waiting_for_the_next_start()
    {
        bench.Store.Before = (_, _) => throw new InvalidOperationException("always");
        var worker = Worker();
        await AcceptAsync("1", "the coat arrived torn");
        var work = worker.Wake(TurnBench.Key);

        await worker.DisposeAsync();
        await work;

        Assert.Single(await bench.Store.InboxAsync(null, 10, default));
    }

    [Fact]
    public async Task What_was_masked_before_the_inbox_is_told_after_it()
    {
        await using var worker = Worker();
        await bench.Runner.AcceptAsync(bench.Message("1", "my password is 482913, and the coat arrived torn"), default);

        await worker.Wake(TurnBench.Key);

        var told = await bench.SaidAsync(outgoing: true);
        await bench.Runner.RunAsync(bench.Message("2", "the coat arrived torn", new("web", "another")), TurnBench.Retail);
        Assert.DoesNotContain("482913", string.Join(' ', await bench.SaidAsync()), StringComparison.Ordinal);
        Assert.True(told.Count > (await bench.SaidAsync(outgoing: true, new("web", "another"))).Count);
    }

    [Fact]
    public void Several_messages_of_one_statement_are_taken_out_together()
    {
        Inbound[] waiting = [bench.Message("1", "a") with { InboxId = 7 }, bench.Message("2", "b") with { InboxId = 8, IsMasked = true }, bench.Message("3", "c") with { InboxId = 9 }];

        var joined = Burst.Join(waiting);

        Assert.Equal(("a\nb\nc", "3", 9L, true), (joined.Activity.Text, joined.DedupeId, joined.InboxId, joined.IsMasked));
        Assert.Equal([7L, 8L], joined.Before);
        Assert.Equal("c", waiting[2].Activity.Text);
    }

    [Fact]
    public void A_picture_or_an_event_ends_a_statement()
    {
        var picture = Activity.Message("look");
        picture.Attachments = [new Attachment { Name = "a.png" }];

        Assert.Equal(1, Burst.Length([bench.Message("1", "a"), bench.Message("2", "") with { Activity = picture }, bench.Message("3", "c")]));
        Assert.Equal(0, Burst.Length([bench.Message("1", "a") with { Activity = Activity.Event("x") }]));
    }

    private InboxWorker Worker() => new(bench.Store, bench.Runner, new Owner(), TimeSpan.Zero, bench.Clock, NullLogger.Instance);

    private Task<Acceptance> AcceptAsync(string id, string text) => bench.Runner.AcceptAsync(bench.Message(id, text), default);

    /// <summary>Accepts a delivery, and tells what a store may tell along with it.</summary>
    private async Task<Arrival> ArriveAsync(string id, string text)
    {
        await AcceptAsync(id, text);
        return new(Assert.Single(await bench.Store.InboxAsync(TurnBench.Key, 2, default)), await bench.Store.LoadAsync(TurnBench.Key, bench.Clock.GetUtcNow(), default));
    }

    /// <summary>Moves the clock on until the work is done: it waits before every new try.</summary>
    private async Task UntilDoneAsync(InboxWorker worker, Task work)
    {
        while (!work.IsCompleted)
        {
            if (worker.Failing > 0) bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private sealed class Owner : IInboxOwner
    {
        public Site SiteOf(Inbound inbound) => TurnBench.Retail;

        public string AddressOf(ConversationKey key, string file) => $"/files/{file}";

        public string ApologyFor(Inbound inbound) => "sorry";

        public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines)
        {
        }

        public void Pass(ConversationKey key, Dialogs.Runtime.Activities.Activity passing)
        {
        }
    }
}
