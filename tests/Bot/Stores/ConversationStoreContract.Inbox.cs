using System.Text;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores;

// What is a line before its turn, what is kept beside the lines, and what wants to be reminded.
public abstract partial class ConversationStoreContract
{
    [Fact]
    public async Task The_inbox_keeps_the_order_and_gives_each_delivery_to_one_turn()
    {
        var other = new ConversationKey("web", "talk-2");
        foreach (var id in new[] { "1", "2", "3" }) Assert.True((await Store.AcceptAsync(Given.Inbound(id, text: id), None)).IsNew);
        await Store.AcceptAsync(Given.Inbound("4", other, Given.Now + TimeSpan.FromSeconds(1), "4"), None);

        Assert.Equal(["1", "2", "3", "4"], (await Store.InboxAsync(null, 10, None)).Select(one => one.DedupeId));
        Assert.Equal(["1", "2"], (await Store.InboxAsync(Given.Key, 2, None)).Select(one => one.Activity.Text!));
        var first = (await Store.InboxAsync(Given.Key, 1, None))[0];
        Assert.Equal((Given.Key, Given.Now), (first.Key, first.At));

        Assert.Equal(CommitOutcome.Committed, (await Commit(Given.Turn(first, 0))).Outcome);
        Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(first, 1))).Outcome);
        Assert.Equal(["2", "3", "4"], (await Store.InboxAsync(null, 10, None)).Select(one => one.DedupeId));
    }

    [Fact]
    public async Task A_delivery_is_new_neither_twice_to_the_inbox_nor_past_it()
    {
        Assert.True((await Store.AcceptAsync(Given.Inbound("1"), None)).IsNew);
        Assert.False((await Store.AcceptAsync(Given.Inbound("1"), None)).IsNew);
        Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(Given.Inbound("1"), 0))).Outcome);

        await Commit(Given.Turn(Given.Inbound("2"), 0));
        Assert.False((await Store.AcceptAsync(Given.Inbound("2"), None)).IsNew);
        Assert.Single(await Store.InboxAsync(null, 10, None));
    }

    [Fact]
    public async Task A_place_in_the_inbox_serves_only_its_own_conversation()
    {
        await Store.AcceptAsync(Given.Inbound("1"), None);
        var place = (await Store.InboxAsync(null, 10, None))[0].InboxId;

        var forged = Given.Inbound("1", new("web", "talk-2")) with { InboxId = place };

        Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(forged, 0))).Outcome);
        Assert.Single(await Store.InboxAsync(null, 10, None));
    }

    [Fact]
    public async Task What_was_accepted_is_a_line_before_its_turn_and_no_second_one_after_it()
    {
        var accepted = await Store.AcceptAsync(Given.Inbound("1"), None);
        var before = await Store.TranscriptAsync(Given.Key, 0, None);
        var waiting = (await Store.InboxAsync(Given.Key, 1, None))[0];
        await Commit(Given.Turn(waiting, 0, "state", "answer"));

        Assert.Equal((true, 1L), (accepted.IsNew, accepted.Sequence));
        Assert.Equal(("talk-1|0000001", Given.Now), (before.Single().Activity.Id, before.Single().Activity.Timestamp));
        Assert.Equal((1L, "talk-1|0000001"), (waiting.Sequence, waiting.Activity.Id));
        Assert.Equal(["hello", "answer"], await Said());
    }

    [Fact]
    public async Task A_repeated_delivery_is_told_the_line_it_has()
    {
        await Store.AcceptAsync(Given.Inbound("1"), None);
        await Store.AcceptAsync(Given.Inbound("2"), None);
        await Commit(Given.Turn(Given.Inbound("3"), 0));

        Assert.Equal(new Acceptance(false, 2), await Store.AcceptAsync(Given.Inbound("2"), None));
        Assert.Equal(new Acceptance(false, null), await Store.AcceptAsync(Given.Inbound("3"), None));
        Assert.Equal(["hello", "hello", "hello"], await Said());
    }

    [Fact]
    public async Task What_is_told_along_with_an_acceptance_is_what_inbox_and_conversation_say()
    {
        await AcceptAndCompare("1", "hello");
        await Commit(Given.Turn((await Store.InboxAsync(Given.Key, 1, None))[0], 0, "state", "answer"));
        await AcceptAndCompare("2", "还在吗？ \u0001 \"quoted\"");

        // Something waits before it.
        Assert.Null((await Store.AcceptAsync(Given.Inbound("3"), None)).Arrival);
        Assert.Null((await Store.AcceptAsync(Given.Inbound("2"), None)).Arrival);
    }

    [Fact]
    public async Task What_is_no_line_is_accepted_without_one()
    {
        var update = Given.Inbound("1") with { Activity = new Activity { Type = ActivityTypes.ConversationUpdate } };

        Assert.Equal(new Acceptance(true, null), await Store.AcceptAsync(update, None) with { Arrival = null });
        Assert.Empty(await Store.TranscriptAsync(Given.Key, 0, None));
        Assert.Equal(0, await Store.LastSequenceAsync(Given.Key, Given.Now, None));
    }

    [Fact]
    public async Task A_conversation_that_only_accepted_is_there_but_has_no_state()
    {
        Assert.Null(await Store.LastSequenceAsync(Given.Key, Given.Now, None));
        await Store.AcceptAsync(Given.Inbound("1"), None);

        Assert.Null(await Load());
        Assert.Equal(1, await Store.LastSequenceAsync(Given.Key, Given.Now, None));
        Assert.Null(await Store.LastSequenceAsync(Given.Key, Given.Now + IConversationStore.KeepFor, None));
        Assert.Equal(CommitOutcome.Committed, (await Commit(Given.Turn(Given.Inbound("2"), 0))).Outcome);
    }

    [Fact]
    public async Task Accepting_for_an_expired_conversation_begins_anew()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "old", "a secret"));

        await Store.AcceptAsync(Given.Inbound("2", at: Given.Now + TimeSpan.FromDays(91), text: "again"), None);

        Assert.Equal(["again"], await Said());
    }

    [Fact]
    public async Task The_inbox_keeps_the_customers_clock_and_that_something_was_masked()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(-3.5));
        await Store.AcceptAsync(Given.Inbound("1", at: at) with { IsMasked = true }, None);

        var waiting = (await Store.InboxAsync(Given.Key, 1, None))[0];

        Assert.Equal((at, at.Offset, true), (waiting.At, waiting.At.Offset, waiting.IsMasked));
    }

    [Fact]
    public async Task Messages_of_one_statement_are_taken_out_by_one_turn_or_by_none()
    {
        foreach (var id in (string[])["1", "2", "3"]) await Store.AcceptAsync(Given.Inbound(id), None);
        var waiting = await Store.InboxAsync(Given.Key, 10, None);
        var statement = waiting[1] with { Before = [waiting[0].InboxId!.Value] };

        Assert.Equal(CommitOutcome.Committed, (await Commit(Given.Turn(statement, 0))).Outcome);
        Assert.Equal(["3"], (await Store.InboxAsync(Given.Key, 10, None)).Select(one => one.DedupeId));
        Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(waiting[2] with { Before = [waiting[0].InboxId!.Value] }, 1))).Outcome);
        Assert.Single(await Store.InboxAsync(Given.Key, 10, None));
    }

    [Fact]
    public async Task A_reminder_that_is_due_stays_until_something_is_accepted_for_it()
    {
        var due = Given.Now + TimeSpan.FromMinutes(10);
        await Commit(Given.Turn(Given.Inbound("1"), 0) with { RemindAt = due });

        Assert.Empty(await Store.RemindersAsync(due - TimeSpan.FromTicks(1), 10, None));
        Assert.Equal([Given.Key], await Store.RemindersAsync(due, 10, None));
        Assert.Equal([Given.Key], await Store.RemindersAsync(due, 10, None));
        await Store.AcceptAsync(ClockEvent.Of(Given.Key, new(false, false, null), due), None);
        Assert.Empty(await Store.RemindersAsync(due, 10, None));
    }

    [Fact]
    public async Task Whatever_is_said_drops_the_reminder()
    {
        var due = Given.Now + TimeSpan.FromMinutes(10);
        await Commit(Given.Turn(Given.Inbound("1"), 0) with { RemindAt = due });
        await Commit(Given.Turn(Given.Inbound("1", Other), 0) with { RemindAt = due });

        await Store.AcceptAsync(Given.Inbound("2"), None);
        await Commit(Given.Turn(Given.Inbound("2", Other), 1));

        Assert.Empty(await Store.RemindersAsync(due, 10, None));
    }

    [Fact]
    public async Task A_file_is_kept_with_its_conversation_and_goes_with_it()
    {
        var file = new KeptFile("id", "小票 a.png", "image/png", [1, 2, 0, 255]);
        Assert.False(await Store.KeepFileAsync(Given.Key, file, None));
        await Commit(Given.Turn(Given.Inbound("1"), 0));

        Assert.True(await Store.KeepFileAsync(Given.Key, file, None));

        var kept = await Store.FileAsync(Given.Key, "id", None);
        Assert.Equal((file.Name, file.Type), (kept!.Name, kept.Type));
        Assert.Equal(file.Bytes, kept.Bytes);
        Assert.Null(await Store.FileAsync(Other, "id", None));
        await Store.ExpireAsync(Given.Now + TimeSpan.FromDays(90), None);
        Assert.Null(await Store.FileAsync(Given.Key, "id", None));
    }

    private async Task AcceptAndCompare(string id, string text)
    {
        var told = (await Store.AcceptAsync(Given.Inbound(id, text: text) with { IsMasked = true }, None)).Arrival;
        Assert.Equal(TellsArrivals, told is not null);
        if (told is null) return;
        var (waiting, stored) = (Assert.Single(await Store.InboxAsync(Given.Key, 2, None)), await Load());
        Assert.Equal(Encoding.UTF8.GetString(ActivityJson.Write(waiting.Activity)), Encoding.UTF8.GetString(ActivityJson.Write(told.Inbound.Activity)));
        Assert.Equal(waiting with { Activity = told.Inbound.Activity, Before = told.Inbound.Before }, told.Inbound);
        Assert.Equal((stored?.Version, stored?.Filed), (told.Stored?.Version, told.Stored?.Filed));
        Assert.Equal(stored?.State, told.Stored?.State);
    }
}
