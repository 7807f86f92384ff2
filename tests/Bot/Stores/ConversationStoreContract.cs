using System.Globalization;
using System.Text;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores;

/// <summary>What every store of conversations keeps. A new store inherits the suite and says how it is opened.</summary>
public abstract partial class ConversationStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>A store that holds nothing; closed by the suite of that store after the test.</summary>
    internal abstract IConversationStore Store { get; }

    /// <summary>Whether it tells what the turn of an accepted delivery would ask for.</summary>
    private protected virtual bool TellsArrivals => false;

    [Fact]
    public async Task What_was_committed_is_loaded()
    {
        var result = await Commit(Given.Turn(Given.Inbound("1"), 0, "first", "welcome"));

        var loaded = await Load();
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal((1L, "first"), (loaded!.Version, Encoding.UTF8.GetString(loaded.State)));
    }

    [Fact]
    public async Task A_conversation_that_nobody_wrote_is_none() => Assert.Null(await Load());

    [Fact]
    public async Task A_second_writer_with_the_same_version_is_refused()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0, "first"));

        var outcomes = await Task.WhenAll(
            Commit(Given.Turn(Given.Inbound("2"), 1, "mine", "a")),
            Commit(Given.Turn(Given.Inbound("3"), 1, "yours", "b")));

        Assert.Equal([CommitOutcome.Committed, CommitOutcome.Stale], outcomes.Select(result => result.Outcome).Order());
        Assert.Equal(["hello", "hello", outcomes[0].Outcome == CommitOutcome.Committed ? "a" : "b"], await Said());
        Assert.Equal(2, (await Load())!.Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_version_that_never_was_is_refused(long version)
    {
        if (version > 1) await Commit(Given.Turn(Given.Inbound("1"), 0));

        Assert.Equal(CommitOutcome.Stale, (await Commit(Given.Turn(Given.Inbound("2"), version))).Outcome);
    }

    [Fact]
    public async Task A_delivery_refused_as_stale_may_be_committed_again()
    {
        await Commit(Given.Turn(Given.Inbound("1"), 0));

        Assert.Equal(CommitOutcome.Stale, (await Commit(Given.Turn(Given.Inbound("2"), 0))).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await Commit(Given.Turn(Given.Inbound("2"), 1))).Outcome);
    }

    [Fact]
    public async Task No_update_is_lost_however_many_write_at_once()
    {
        const int Writers = 8, Each = 12;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++) await AddOne($"{writer}-{i}");
        })));

        Assert.Equal((Writers * Each).ToString(CultureInfo.InvariantCulture), Given.Text(await Load()));
        var lines = await Store.TranscriptAsync(Given.Key, 0, None);
        Assert.Equal(Enumerable.Range(1, 2 * Writers * Each).Select(i => (long)i), lines.Select(line => line.Sequence));
        Assert.Equal(lines[^1].Sequence, await Store.LastSequenceAsync(Given.Key, Given.Now, None));

        // Each answer tells the count its writer saw: all of them, each once, and in order.
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(i => i.ToString(CultureInfo.InvariantCulture)), lines.Where(line => line.Outgoing).Select(line => line.Activity.Text!));
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_is_worked_off_once()
    {
        await Commit(Given.Turn(Given.Inbound("same"), 0, "first", "once"));

        var again = await Commit(Given.Turn(Given.Inbound("same"), 1, "second", "twice"));

        Assert.Equal((CommitOutcome.Duplicate, 0), (again.Outcome, again.Lines.Count));
        Assert.Equal("first", Given.Text(await Load()));
        Assert.Equal(["hello", "once"], await Said());
        Assert.Single(await Store.OutboxAsync(Given.Now, 10, None));
    }

    [Fact]
    public async Task The_same_id_in_two_conversations_or_accounts_is_two_deliveries()
    {
        ConversationKey[] keys = [new("web", "a"), new("web", "b"), new("other", "a")];

        foreach (var key in keys)
            Assert.Equal(CommitOutcome.Committed, (await Commit(Given.Turn(Given.Inbound("same", key), 0))).Outcome);
    }

    [Fact]
    public async Task A_delivery_is_remembered_for_eight_days_and_no_longer()
    {
        await Commit(Given.Turn(Given.Inbound("same"), 0));
        var almost = Given.Now + IConversationStore.DedupeFor - TimeSpan.FromSeconds(1);
        var later = Given.Now + IConversationStore.DedupeFor;

        await Store.ExpireAsync(almost, None);
        Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(Given.Inbound("same", at: almost), 1))).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await Commit(Given.Turn(Given.Inbound("same", at: later), 1))).Outcome);
        Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(Given.Inbound("same", at: later + TimeSpan.FromDays(7)), 2))).Outcome);
    }

    [Fact]
    public async Task Expiry_forgets_deliveries_after_eight_days()
    {
        Assert.True((await Store.AcceptAsync(Given.Inbound("same"), None)).IsNew);
        Assert.False((await Store.AcceptAsync(Given.Inbound("same"), None)).IsNew);

        await Store.ExpireAsync(Given.Now + IConversationStore.DedupeFor, None);

        Assert.True((await Store.AcceptAsync(Given.Inbound("same"), None)).IsNew);
    }

    [Fact]
    public async Task A_case_number_is_given_once_and_a_refused_turn_leaves_nothing()
    {
        var other = new ConversationKey("web", "talk-2");
        await Commit(Given.Opening("C-20260302-000017", Given.Key, Given.Filed("C-20260302-000017", CaseEventKind.Opened)));

        var clash = Given.Turn(Given.Inbound("2", other), 0, "lost", "never said") with
        {
            OpenedCase = "C-20260302-000017",
            Events = [Given.Filed("C-20260302-000017", CaseEventKind.Opened)],
        };
        Assert.Equal(CommitOutcome.CaseNumberTaken, (await Commit(clash)).Outcome);

        Assert.Null(await Store.LoadAsync(other, Given.Now, None));
        Assert.Empty(await Store.TranscriptAsync(other, 0, None));
        Assert.Empty(await Store.OutboxAsync(Given.Now, 10, None));

        // Not even the delivery is remembered: the turn is run again with another number.
        var next = clash with { OpenedCase = "C-20260302-000025", Events = [Given.Filed("C-20260302-000025", CaseEventKind.Opened)] };
        Assert.Equal(CommitOutcome.Committed, (await Commit(next)).Outcome);
    }

    [Fact]
    public async Task A_commit_that_breaks_off_leaves_nothing()
    {
        await Store.AcceptAsync(Given.Inbound("1"), None);
        var waiting = Assert.Single(await Store.InboxAsync(Given.Key, 10, None));
        var broken = Given.Turn(waiting, 0, "lost", "never said") with { Events = [Given.Filed("C-20260302-000033", CaseEventKind.Opened)] };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Commit(broken));

        Assert.Null(await Load());
        Assert.Equal(["hello"], await Said());
        Assert.Single(await Store.InboxAsync(Given.Key, 10, None));
        Assert.Equal(CommitOutcome.Committed, (await Commit(broken with { Events = [] })).Outcome);
    }

    [Fact]
    public async Task A_broken_commit_does_not_harm_those_beside_it()
    {
        var good = Enumerable.Range(0, 40).Select(i => Given.Turn(Given.Inbound("1", new("web", $"talk-{i}")), 0)).ToList();
        var bad = good.Select((turn, i) => turn with { Inbound = Given.Inbound("1", new("bad", $"talk-{i}")), Events = [Given.Filed("C-20260302-000041", CaseEventKind.Opened)] });

        var asked = good.Zip(bad, (one, other) => (Good: Commit(one), Bad: Commit(other))).ToList();

        foreach (var (one, other) in asked)
        {
            Assert.Equal(CommitOutcome.Committed, (await one).Outcome);
            await Assert.ThrowsAsync<InvalidOperationException>(() => other);
        }

        Assert.All(good, turn => Assert.NotNull(Store.LoadAsync(turn.Inbound.Key, Given.Now, None).Result));
    }

    [Fact]
    public async Task A_cancelled_call_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0), new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AcceptAsync(Given.Inbound("1"), new CancellationToken(true)));

        Assert.Null(await Load());
        Assert.Empty(await Store.InboxAsync(null, 10, None));
    }

    [Fact]
    public async Task A_playbook_is_archived_as_long_as_a_conversation_goes_by_it()
    {
        PlaybookSource[] files = [new("base.yaml", "id: base"), new("shop.yaml", "id: shop\nname: \"小店 'x'\"")];
        await Store.ArchiveAsync("print", files, None);
        await Store.ArchiveAsync("print", files, None);

        Assert.Equal(files, await Store.ArchivedAsync("print", None));
        Assert.Null(await Store.ArchivedAsync("other", None));

        // Whoever archived it may begin a conversation on it at any time.
        await Store.ExpireAsync(Given.Now, None);
        Assert.NotNull(await Store.ArchivedAsync("print", None));
    }

    [Fact]
    public async Task Hostile_names_are_names_like_any_other()
    {
        string[] hostile =
        [
            "'", "\"", "a/b", "a%2Fb", "../../x", "'; DROP TABLE conversation; --", "\0", "a\0b", "a\0c", "|0000001", "{p:1}", "*", "?1", " ", "", "😀", "小王",
            "line\nbreak", "e\u0301", "\u00e9", new string('x', 10_000), new string('王', 5_000),
        ];

        foreach (var name in hostile)
        {
            var (key, id) = (new ConversationKey(name, name), name);
            Assert.True((await Store.AcceptAsync(Given.Inbound(id, key, text: name), None)).IsNew);
            var waiting = Assert.Single(await Store.InboxAsync(key, 10, None));
            Assert.Equal((key, id, name), (waiting.Key, waiting.DedupeId, waiting.Activity.Text));
            var result = await Commit(Given.Turn(waiting, 0, name, name));
            Assert.Equal((CommitOutcome.Committed, $"{name}|0000002"), (result.Outcome, result.Lines[0].Activity.Id));
            Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(Given.Inbound(id, key), 1))).Outcome);
            Assert.Equal([name, name], (await Store.TranscriptAsync(key, 0, None)).Select(line => line.Activity.Text!));
            await Store.MarkSentAsync(key, 2, None);
        }

        Assert.Empty(await Store.OutboxAsync(Given.Now, 10, None));
    }

    private protected Task<CommitResult> Commit(TurnCommit commit) => Store.TryCommitAsync(commit, None);

    private protected Task<StoredConversation?> Load() => Store.LoadAsync(Given.Key, Given.Now, None);

    private static string Written(OutboxLine line) => $"{line.Sequence} {Encoding.UTF8.GetString(ActivityJson.Write(line.Activity))}";

    private async Task<List<string>> Said() => [.. (await Store.TranscriptAsync(Given.Key, 0, None)).Select(line => line.Activity.Text!)];

    private async Task AddOne(string id)
    {
        CommitOutcome outcome;
        do
        {
            var loaded = await Load();
            var count = (loaded is null ? 0 : int.Parse(Encoding.UTF8.GetString(loaded.State), CultureInfo.InvariantCulture)) + 1;
            var text = count.ToString(CultureInfo.InvariantCulture);
            outcome = (await Commit(Given.Turn(Given.Inbound(id), loaded?.Version ?? 0, text, text))).Outcome;
        }
        while (outcome == CommitOutcome.Stale);
        Assert.Equal(CommitOutcome.Committed, outcome);
    }
}
