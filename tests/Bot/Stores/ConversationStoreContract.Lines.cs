using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.Stores;

// What becomes a line of the transcript, in which order, and at what time.
public abstract partial class ConversationStoreContract
{
    [Fact]
    public async Task What_is_sent_is_what_was_stored()
    {
        var result = await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "one", "two"));

        var lines = await Store.TranscriptAsync(Given.Key, 0, None);
        var outbox = await Store.OutboxAsync(Given.Now, 10, None);
        Assert.Equal([(1L, false), (2L, true), (3L, true)], lines.Select(line => (line.Sequence, line.Outgoing)));
        Assert.Equal(["talk-1|0000002", "talk-1|0000003"], result.Lines.Select(line => line.Activity.Id!));
        Assert.Equal(result.Lines.Select(Written), outbox.Select(Written));
        Assert.Equal(result.Lines.Select(Written), lines.Where(line => line.Outgoing).Select(line => Written(new(Given.Key, line.Sequence, line.Activity, 0))));
    }

    [Fact]
    public async Task The_activities_of_the_turn_are_left_as_they_are()
    {
        var turn = Given.Turn(Given.Inbound("1"), 0, "state", "one");

        await Commit(turn);

        Assert.Equal((null, null), (turn.Outgoing[0].Id, turn.Outgoing[0].Timestamp));
    }

    [Fact]
    public async Task Typing_is_passed_on_and_not_kept_and_an_event_is_kept_and_not_sent()
    {
        var turn = Given.Turn(Given.Inbound("1"), 0) with { Outgoing = [new Activity { Type = ActivityTypes.Typing }, Activity.Message("one"), Activity.Event("handoff")] };

        var result = await Commit(turn);

        Assert.Equal([(0L, ActivityTypes.Typing), (2L, ActivityTypes.Message)], result.Lines.Select(line => (line.Sequence, line.Activity.Type!)));
        Assert.Equal([2L], (await Store.OutboxAsync(Given.Now, 10, None)).Select(line => line.Sequence));
        Assert.Equal([1L, 2L, 3L], (await Store.TranscriptAsync(Given.Key, 0, None)).Select(line => line.Sequence));
    }

    [Fact]
    public async Task What_came_in_and_is_no_message_is_no_line()
    {
        var joined = Given.Inbound("1") with { Activity = new Activity { Type = ActivityTypes.ConversationUpdate } };

        await Commit(Given.Turn(joined, 0, "state", "welcome"));

        Assert.Equal([(1L, "welcome")], (await Store.TranscriptAsync(Given.Key, 0, None)).Select(line => (line.Sequence, line.Activity.Text!)));
    }

    [Fact]
    public async Task Times_of_lines_only_grow_even_where_the_clock_stands_still_or_goes_back()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b", "c"));
        await Commit(Given.Turn(Given.Inbound("2"), 1, "state", "d"));
        await Commit(Given.Turn(Given.Inbound("3", at: Given.Now - TimeSpan.FromHours(1)), 2, "state", "e"));
        await Commit(Given.Turn(Given.Inbound("4", at: Given.Now + TimeSpan.FromTicks(7_654_321)), 3, "state", "f"));

        var lines = await Store.TranscriptAsync(Given.Key, 0, None);
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromMilliseconds(1)));
        Assert.All(lines.Where(line => line.Outgoing), line => Assert.Equal(line.At, line.Activity.Timestamp));
        Assert.All(lines, line => Assert.Equal(0, line.At.Ticks % TimeSpan.TicksPerMillisecond));
    }

    [Fact]
    public async Task The_transcript_is_read_on_from_a_line()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "state", "a", "b"));

        Assert.Equal([3L], (await Store.TranscriptAsync(Given.Key, 2, None)).Select(line => line.Sequence));
        Assert.Empty(await Store.TranscriptAsync(Given.Key, 3, None));
    }
}
