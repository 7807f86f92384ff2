using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores;

// What is to be delivered, and what is to be forgotten.
public abstract partial class ConversationStoreContract
{
    /// <summary>Times of one conversation's lines grow, if only by a little.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private static readonly ConversationKey Other = new("web", "talk-2");

    [Fact]
    public async Task Lines_wait_in_the_outbox_in_order_until_they_are_sent()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b"));
        await Commit(Given.Turn(Given.Inbound("1", Other, Given.Now + TimeSpan.FromSeconds(1)), 0, "state", "x"));
        await Commit(Given.Turn(Given.Inbound("2", at: Given.Now + TimeSpan.FromSeconds(2)), 1, "state", "c"));

        Assert.Equal(["a", "b", "x", "c"], await Due(Given.Now));
        Assert.Equal(["a", "b"], (await Store.OutboxAsync(Given.Now, 2, None)).Select(line => line.Activity.Text!));

        await Store.MarkSentAsync(Given.Key, 2, None);
        await Store.MarkSentAsync(Given.Key, 2, None);
        Assert.Equal(["b", "x", "c"], await Due(Given.Now));
    }

    [Fact]
    public async Task A_line_that_waits_for_its_next_try_holds_back_those_behind_it()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b", "c"));
        await Commit(Given.Turn(Given.Inbound("1", Other), 0, "state", "x"));

        var again = Given.Now + TimeSpan.FromSeconds(30);
        await Store.MarkFailedAsync(Given.Key, 3, again, "timeout", None);

        Assert.Equal(["a", "x"], await Due(Given.Now));
        Assert.Equal(["a", "x"], await Due(again - TimeSpan.FromTicks(1)));
        var due = await Store.OutboxAsync(again, 10, None);
        Assert.Equal([("a", 0), ("b", 1), ("c", 0)], due.Where(line => line.Key == Given.Key).Select(line => (line.Activity.Text!, line.Attempts)));
    }

    [Fact]
    public async Task The_lines_of_one_conversation_are_had_without_those_of_others()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b", "c"));
        await Commit(Given.Turn(Given.Inbound("1", Other), 0, "state", "x"));
        var again = Given.Now + TimeSpan.FromSeconds(30);

        Assert.Equal(["a", "b"], await DueOf(Given.Key, Given.Now, most: 2));
        await Store.MarkFailedAsync(Given.Key, 3, again, "timeout", None);

        Assert.Equal(["a"], await DueOf(Given.Key, Given.Now));
        Assert.Equal(["a", "b", "c"], await DueOf(Given.Key, again));
        Assert.Equal(["x"], await DueOf(Other, Given.Now));
        Assert.Empty(await DueOf(new("web", "talk-3"), Given.Now));
    }

    [Fact]
    public async Task What_is_fetched_is_a_line_and_waits_in_no_outbox()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b") with { IsFetched = true });

        Assert.Empty(await Due(Given.Now));
        Assert.Null(await Store.OldestUnsentAsync(None));
        Assert.Equal(["a", "b"], (await Store.TranscriptAsync(Given.Key, 1, None)).Select(line => line.Outgoing ? line.Activity.Text : null));
    }

    [Fact]
    public async Task The_oldest_line_that_waits_is_known_and_one_given_up_waits_no_more()
    {
        Assert.Null(await Store.OldestUnsentAsync(None));
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b"));
        await Commit(Given.Turn(Given.Inbound("1", Other, Given.Now + TimeSpan.FromSeconds(90)), 0, "state", "x"));
        await Store.MarkFailedAsync(Given.Key, 2, Given.Now + TimeSpan.FromDays(1), "timeout", None);
        Assert.InRange((await Store.OldestUnsentAsync(None))!.Value, Given.Now, Given.Now + Moment);

        await Store.MarkFailedAsync(Given.Key, 2, null, "gone", None);
        await Store.MarkSentAsync(Given.Key, 3, None);
        Assert.InRange((await Store.OldestUnsentAsync(None))!.Value, Given.Now + TimeSpan.FromSeconds(90), Given.Now + TimeSpan.FromSeconds(90) + Moment);

        await Store.MarkSentAsync(Other, 2, None);
        Assert.Null(await Store.OldestUnsentAsync(None));
    }

    [Fact]
    public async Task What_is_committed_behind_a_waiting_line_waits_too()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a"));
        await Store.MarkFailedAsync(Given.Key, 2, Given.Now + TimeSpan.FromSeconds(30), "timeout", None);

        await Commit(Given.Turn(Given.Inbound("2"), 1, "state", "b"));

        Assert.Empty(await Due(Given.Now));
    }

    [Fact]
    public async Task A_dead_line_is_tried_no_more_and_blocks_none()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b"));
        await Store.MarkFailedAsync(Given.Key, 2, Given.Now + TimeSpan.FromDays(1), "timeout", None);

        await Store.MarkFailedAsync(Given.Key, 2, null, "gone", None);

        Assert.Equal(["b"], await Due(Given.Now));
        Assert.Equal(["b"], await Due(Given.Now + TimeSpan.FromDays(2)));
        Assert.Equal(["hello", "a", "b"], await Said());
    }

    [Fact]
    public async Task A_line_that_had_left_and_did_not_arrive_is_tried_no_more_and_told()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b"));
        await Store.MarkSentAsync(Given.Key, 2, None);

        await Store.MarkFailedAsync(Given.Key, 2, null, "refused: it did not arrive", None);
        await Store.MarkFailedAsync(Given.Key, 2, null, "refused: it did not arrive", None);

        Assert.Equal(["b"], await Due(Given.Now));
        Assert.Equal(["b"], await Due(Given.Now + TimeSpan.FromDays(2)));
        Assert.Equal(["hello", "a", "b"], await Said());
    }

    [Fact]
    public async Task Marks_for_lines_that_are_not_there_change_nothing()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a"));

        await Store.MarkSentAsync(Given.Key, 0, None);
        await Store.MarkSentAsync(Given.Key, 1, None);
        await Store.MarkSentAsync(Other, 2, None);
        await Store.MarkFailedAsync(Other, 2, null, "gone", None);

        Assert.Equal(["a"], await Due(Given.Now));
    }

    [Fact]
    public async Task An_expired_conversation_is_gone_with_all_it_said()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "old", "old answer") with { Fingerprint = "print" });
        await Commit(Given.Turn(Given.Inbound("1", Other, Given.Now + TimeSpan.FromDays(1)), 0, "younger"));
        var expires = Given.Now + TimeSpan.FromDays(90);

        Assert.NotNull(await Store.LoadAsync(Given.Key, expires - TimeSpan.FromTicks(1), None));
        Assert.Null(await Store.LoadAsync(Given.Key, expires, None));
        Assert.Equal(0, await Store.ExpireAsync(expires - TimeSpan.FromTicks(1), None));
        Assert.Equal(1, await Store.ExpireAsync(expires, None));

        Assert.Null(await Load());
        Assert.Empty(await Said());
        Assert.Empty(await Due(Given.Now));
        Assert.NotNull(await Store.LoadAsync(Other, Given.Now, None));
    }

    [Fact]
    public async Task A_turn_puts_off_the_expiry()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0));
        await Commit(Given.Turn(Given.Inbound("2", at: Given.Now + TimeSpan.FromDays(80)), 1));

        Assert.Equal(0, await Store.ExpireAsync(Given.Now + TimeSpan.FromDays(100), None));
        Assert.Equal(2, (await Store.LoadAsync(Given.Key, Given.Now + TimeSpan.FromDays(100), None))!.Version);
    }

    [Fact]
    public async Task Who_comes_back_after_expiry_begins_anew_even_before_the_old_is_cleared_away()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "old", "a secret"));
        var later = Given.Now + TimeSpan.FromDays(91);

        var result = await Commit(Given.Turn(Given.Inbound("2", at: later), 0, "new", "welcome"));

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal(["hello", "welcome"], await Said());
        Assert.Equal((1L, 2L), ((await Store.LoadAsync(Given.Key, later, None))!.Version, result.Lines[0].Sequence));
    }

    [Fact]
    public async Task More_than_a_portion_is_forgotten_in_one_go()
    {
        var turns = Enumerable.Range(0, 450).Select(i => Commit(Given.Turn(Given.Inbound("1", new("web", $"talk {i}")), 0)));
        await Task.WhenAll(turns);

        Assert.Equal(450, await Store.ExpireAsync(Given.Now + TimeSpan.FromDays(90), None));
        Assert.True((await Store.AcceptAsync(Given.Inbound("1", new("web", "talk 449")), None)).IsNew);
    }

    private async Task<List<string>> DueOf(ConversationKey key, DateTimeOffset now, int most = 100) => [.. (await Store.OutboxOfAsync(key, now, most, None)).Select(line => line.Activity.Text!)];

    private async Task<List<string>> Due(DateTimeOffset now) => [.. (await Store.OutboxAsync(now, 100, None)).Select(line => line.Activity.Text!)];
}
