using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores;

/// <summary>What every index of chats keeps. A new store inherits the suite and says how it is opened.</summary>
public abstract class ChatIndexContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DeskPerson Ann = new("ann", "Ann", Role.Agent);

    private long deliveries;

    internal abstract IConversationStore Store { get; }

    internal abstract IChatIndex Chats { get; }

    [Fact]
    public async Task A_turn_that_leaves_no_row_is_in_no_list()
    {
        await Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0), None);

        Assert.Null(await Chats.FindAsync(Given.Key, None));
        Assert.Empty(await Chats.AllAsync(ChatFilter.None, null, 10, None));
        Assert.Equal(0, await Chats.CountAsync(None));
    }

    [Fact]
    public async Task A_row_tells_the_first_and_the_last_line_and_its_number()
    {
        await Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "state", "welcome"), None);
        await CommitAsync("talk-1", Row("talk-1"), Given.Now + TimeSpan.FromMinutes(1), 1, "one", "two");

        var chat = (await Chats.FindAsync(Given.Key, None))!.Summary;
        Assert.Equal((5L, "two", "bot"), (chat.Sequence, chat.LastLine!.Text, chat.LastLine.From));
        Assert.Equal(Given.Now, chat.StartedAt);
    }

    [Fact]
    public async Task What_a_customer_says_counts_before_its_turn_and_stands_in_the_row_after_it()
    {
        await CommitAsync("talk-1", Row("talk-1"), Given.Now, 0, "welcome");
        await Store.AcceptAsync(Given.Inbound("2", at: Given.Now + TimeSpan.FromSeconds(1), text: "where are you"), None);
        Assert.Equal(3, (await Chats.FindAsync(Given.Key, None))!.Summary.Sequence);

        var waiting = (await Store.InboxAsync(Given.Key, 1, None))[0];
        await Store.TryCommitAsync(Given.Turn(waiting, 1) with { Chat = Row("talk-1") }, None);

        Assert.Equal(("where are you", "customer"), (await Chats.FindAsync(Given.Key, None))!.Summary.LastLine is { } last ? (last.Text, last.From) : default);
    }

    [Fact]
    public async Task A_turn_in_which_nothing_is_said_leaves_the_last_line()
    {
        await CommitAsync("talk-1", Row("talk-1"), Given.Now, 0, "welcome");
        var note = Given.Inbound("note") with { Activity = Activity.Event("desk/command") };
        await Store.TryCommitAsync(Given.Turn(note, 1) with { Chat = Row("talk-1"), Outgoing = [Activity.Event("desk/note")] }, None);

        var chat = (await Chats.FindAsync(Given.Key, None))!.Summary;
        Assert.Equal(("welcome", 3L), (chat.LastLine!.Text, chat.Sequence));
    }

    [Fact]
    public async Task Who_waits_is_listed_by_priority_and_then_by_wait()
    {
        await CommitAsync("late", Row("late", queued: 5), Given.Now, 0);
        await CommitAsync("early", Row("early", queued: 1), Given.Now, 0);
        await CommitAsync("urgent", Row("urgent", priority: 0, queued: 9), Given.Now, 0);
        await CommitAsync("taken", Row("taken", queued: 0) with { Summary = Row("taken").Summary with { Owner = Owner.Person, Agent = Ann } }, Given.Now, 0);
        await CommitAsync("over", new(Row("over", queued: 0).Summary with { Over = true }, null), Given.Now, 0);

        Assert.Equal(["urgent", "early", "late"], (await Chats.WaitingAsync(None)).Select(chat => chat.Key.Conversation));
        Assert.Equal(["taken"], (await Chats.OfAsync("ann", None)).Select(row => row.Summary.Conversation));
        Assert.Equal([("taken", "ann")], (await Chats.HeldAsync(None)).Select(chat => (chat.Key.Conversation, chat.Agent)));
        Assert.Equal(5, await Chats.CountAsync(None));
    }

    [Fact]
    public async Task All_chats_are_paged_the_last_changed_first()
    {
        for (var i = 0; i < 5; i++) await CommitAsync($"talk-{i}", Row($"talk-{i}"), Given.Now + TimeSpan.FromMinutes(i), 0);

        var first = await Chats.AllAsync(ChatFilter.None, null, 2, None);
        var second = await Chats.AllAsync(ChatFilter.None, ChatMark.Of(first[^1]), 2, None);
        Assert.Equal(["talk-4", "talk-3"], first.Select(row => row.Summary.Conversation));
        Assert.Equal(["talk-2", "talk-1"], second.Select(row => row.Summary.Conversation));
        Assert.Equal(["talk-2", "talk-1"], (await Chats.AllAsync(ChatFilter.None, new(Given.Now + TimeSpan.FromMinutes(3)), 2, None)).Select(row => row.Summary.Conversation));
    }

    [Fact]
    public async Task Chats_that_changed_in_the_same_moment_are_each_on_one_page()
    {
        for (var i = 0; i < 5; i++) await CommitAsync($"talk-{i}", Row($"talk-{i}"), Given.Now, 0);

        var (seen, mark) = (new List<string>(), (ChatMark?)null);
        while (await Chats.AllAsync(ChatFilter.None, mark, 2, None) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(row => row.Summary.Conversation));
            mark = ChatMark.Of(page[^1]);
        }

        Assert.Equal(["talk-0", "talk-1", "talk-2", "talk-3", "talk-4"], seen.Order());
    }

    [Fact]
    public async Task Each_filter_finds_its_chats_however_far_down_they_are()
    {
        await CommitAsync("wanted", Wanted(), Given.Now, 0, "The vase is broken");
        for (var i = 0; i < 30; i++) await CommitAsync($"talk-{i}", Row($"talk-{i}"), Given.Now + TimeSpan.FromMinutes(i), 0, "hello");

        foreach (var filter in (ChatFilter[])[
            new() { Priority = 0 }, new() { Anger = 3 }, new() { Anger = 2 }, new() { Channel = "shop" }, new() { Language = Tongue.ZhHant }, new() { Playbook = "bank" }, new() { Owner = Owner.Person },
            new() { Text = "c-20260302-000017" }, new() { Text = "瓷器" }, new() { Text = "porcelain" }, new() { Text = "ann" }, new() { Text = "real person" }, new() { Text = "vase is" },
            new() { Priority = 0, Anger = 3, Channel = "shop", Language = Tongue.ZhHant, Playbook = "bank", Owner = Owner.Person, Text = "vase" }])
        {
            var found = await Chats.AllAsync(filter, null, 10, None);
            Assert.Equal([("wanted", true)], found.Select(row => (row.Summary.Conversation, filter.Fits(row.Summary))));
        }

        Assert.Empty(await Chats.AllAsync(new() { Priority = 0, Owner = Owner.Bot }, null, 10, None));
        Assert.Empty(await Chats.AllAsync(new() { Text = "%" }, null, 10, None));
        Assert.Equal(10, (await Chats.AllAsync(new() { Text = "hell", Priority = 2 }, null, 10, None)).Count);
    }

    [Fact]
    public async Task A_chat_is_found_by_what_it_is_now()
    {
        await CommitAsync("wanted", Row("wanted"), Given.Now, 0, "hello");
        await CommitAsync("wanted", Wanted(), Given.Now + TimeSpan.FromMinutes(1), 1, "The vase is broken");

        Assert.Single(await Chats.AllAsync(new() { Anger = 3, Text = "ann" }, null, 10, None));
        Assert.Empty(await Chats.AllAsync(new() { Text = "hello" }, null, 10, None));
    }

    [Fact]
    public async Task The_last_waits_of_a_priority_are_told_the_newest_first()
    {
        foreach (var (minutes, taken) in new[] { (4, 10), (2, 20), (7, 30) })
        {
            var at = Given.Now + TimeSpan.FromMinutes(taken);
            await CommitAsync($"t{taken}", new(Row($"t{taken}").Summary with { Owner = Owner.Person, Agent = Ann, TakenAt = at, QueuedAt = at - TimeSpan.FromMinutes(minutes) }, null), at, 0);
        }

        Assert.Equal([7, 2], (await Chats.WaitsAsync(2, Given.Now, 2, None)).Select(wait => (int)wait.TotalMinutes));
        Assert.Equal([7], (await Chats.WaitsAsync(2, Given.Now + TimeSpan.FromMinutes(25), 9, None)).Select(wait => (int)wait.TotalMinutes));
        Assert.Empty(await Chats.WaitsAsync(1, Given.Now, 9, None));
    }

    [Fact]
    public async Task The_transcript_is_whole_notes_included_and_says_what_has_left()
    {
        await Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0) with { Outgoing = [Activity.Message("one"), Activity.Event("desk/note"), Activity.Message("two")] }, None);
        await Store.MarkSentAsync(Given.Key, 2, None);

        var lines = await Chats.LinesAsync(Given.Key, 0, 10, None);
        Assert.Equal([(1L, true), (2L, true), (3L, true), (4L, false)], lines.Select(line => (line.Line.Sequence, line.IsDelivered)));
        Assert.Equal([3L], (await Chats.LinesAsync(Given.Key, 2, 1, None)).Select(line => line.Line.Sequence));
    }

    [Fact]
    public async Task A_line_that_has_not_left_says_why_as_far_as_it_is_known()
    {
        await Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0) with { Outgoing = [Activity.Message("one"), Activity.Message("two"), Activity.Message("three")] }, None);
        await Store.MarkFailedAsync(Given.Key, 2, null, "customer-gone: The customer has blocked the bot, for 1 reason.", None);
        await Store.MarkFailedAsync(Given.Key, 3, Given.Now + TimeSpan.FromMinutes(1), "busy: 429 of the platform", None);
        await Store.MarkFailedAsync(Given.Key, 3, Given.Now + TimeSpan.FromMinutes(2), "waits-for-customer: 48 hours are over", None);

        var lines = await Chats.LinesAsync(Given.Key, 1, 10, None);
        Assert.Equal([("customer-gone", false), ("waits-for-customer", false), (null, false)], lines.Select(line => (line.Trouble, line.IsDelivered)));
        await Store.MarkSentAsync(Given.Key, 3, None);
        Assert.Equal((null, true), ((await Chats.LinesAsync(Given.Key, 2, 1, None)).Single() is var left ? left.Trouble : "", left.IsDelivered));
    }

    [Fact]
    public async Task A_read_is_noted_once_an_hour()
    {
        await Chats.NoteReadAsync("C-1", "ann", Given.Now, None);
        await Chats.NoteReadAsync("C-1", "ann", Given.Now + TimeSpan.FromMinutes(59), None);
        await Chats.NoteReadAsync("C-1", "ann", Given.Now + TimeSpan.FromMinutes(60), None);
        await Chats.NoteReadAsync("C-1", "bob", Given.Now, None);

        Assert.Equal(["ann", "bob", "ann"], (await Chats.ReadersAsync("C-1", None)).Select(read => read.Person));
    }

    internal static ChatRow Row(string conversation, int priority = 2, double queued = 0) => new(
        new()
        {
            Channel = "web",
            Conversation = conversation,
            Owner = Owner.Waiting,
            Priority = priority,
            Playbook = "retail",
            Language = Tongue.En,
            QueuedAt = Given.Now + TimeSpan.FromMinutes(queued),
        },
        null);

    private static ChatRow Wanted() => new(
        Row("wanted", priority: 0).Summary with
        {
            Channel = "shop",
            Owner = Owner.Person,
            Agent = Ann,
            Playbook = "bank",
            Language = Tongue.ZhHant,
            Anger = 3,
            CaseNumber = "C-20260302-000017",
            CategoryName = new("瓷器", "Porcelain"),
            TriggerWords = "a real person",
        },
        null);

    private Task<CommitResult> CommitAsync(string conversation, ChatRow row, DateTimeOffset at, long version, params string[] says) => Store.TryCommitAsync(
        Given.Turn(Given.Inbound($"d{Interlocked.Increment(ref deliveries)}", new("web", conversation), at), version, "state", says) with { Chat = row }, None);
}
