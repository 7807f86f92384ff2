using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Stores;

public sealed class SqliteConversationStoreTests : ConversationStoreContract, IDisposable
{
    private readonly TempFolder folder = new();
    private SqliteDatabase database;
    private SqliteConversationStore store;

    public SqliteConversationStoreTests()
    {
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        store = new SqliteConversationStore(database);
    }

    internal override IConversationStore Store => store;

    [Fact]
    public async Task A_reopened_file_holds_everything()
    {
        const string Number = "C-20260302-000017";
        await store.ArchiveAsync("print", [new("shop.yaml", "id: shop")], default);
        await Commit(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)) with { Fingerprint = "print" });
        await Commit(Given.Turn(Given.Inbound("2"), 1, "kept", "a", "b") with { Fingerprint = "print" });
        await store.MarkSentAsync(Given.Key, 3, default);
        await store.AcceptAsync(Given.Inbound("3"), default);

        Reopen();

        Assert.Equal("kept", Given.Text(await Load()));
        Assert.Equal(5, (await store.TranscriptAsync(Given.Key, 0, default)).Count);
        Assert.Equal([4L], (await store.OutboxAsync(Given.Now, 10, default)).Select(line => line.Sequence));
        Assert.Equal(["3"], (await store.InboxAsync(null, 10, default)).Select(one => one.DedupeId));
        Assert.Equal(CommitOutcome.Duplicate, (await Commit(Given.Turn(Given.Inbound("2"), 2))).Outcome);
        Assert.Null(await new SqliteCaseLedger(database).FirstBreakAsync(Number, default));
        Assert.Single(await new SqliteCaseLedger(database).TimelineAsync(Number, default));
        Assert.NotNull(await store.ArchivedAsync("print", default));
    }

    [Fact]
    public async Task An_archived_playbook_goes_with_the_last_conversation_that_needed_it()
    {
        await store.ArchiveAsync("print", [new("shop.yaml", "id: shop")], default);
        await Commit(Given.Turn(Given.Inbound("1"), 0) with { Fingerprint = "print" });
        Reopen();

        await store.ExpireAsync(Given.Now, default);
        Assert.NotNull(await store.ArchivedAsync("print", default));
        await store.ExpireAsync(Given.Now + TimeSpan.FromDays(90), default);
        Assert.Null(await store.ArchivedAsync("print", default));
    }

    [Fact]
    public async Task Two_processes_on_one_file_lose_nothing_to_each_other()
    {
        using var second = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        var other = new SqliteConversationStore(second);

        await Commit(Given.Turn(Given.Inbound("1"), 0, "first"));

        Assert.Equal(CommitOutcome.Stale, (await other.TryCommitAsync(Given.Turn(Given.Inbound("2"), 0), default)).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await other.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1, "second"), default)).Outcome);
        Assert.Equal("second", Given.Text(await Load()));
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    private void Reopen()
    {
        database.Dispose();
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        store = new SqliteConversationStore(database);
    }
}
